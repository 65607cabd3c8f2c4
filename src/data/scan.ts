import decode from 'qr/decode.js'

/** What Chromium on Android and macOS has; not in the types of TypeScript yet. */
interface Detector {
  detect: (source: CanvasImageSource) => Promise<{ rawValue: string }[]>
}
declare const BarcodeDetector:
  | { new (options: { formats: string[] }): Detector; getSupportedFormats: () => Promise<string[]> }
  | undefined

/** Stops the camera. */
export type Scanner = () => void

/** Why no camera: it was refused, or there is none. */
export class CameraTrouble extends Error {
  constructor(readonly kind: 'refused' | 'none') {
    super(`Camera: ${kind}`)
    this.name = 'CameraTrouble'
  }
}

/**
 * A picture is looked at in its size, then a little smaller: what the reader misses in one it finds in the other
 * (128, then 134 codes of 136 in tests/class-codes.test.ts).
 */
const SIZES = [1, 0.8]
/** Pixels on the longer side of a picture that is read: enough for the largest code shown, few enough for an old PC. */
const LONGEST = 960
/** Milliseconds between two readings: a code held for half a second is seen several times. */
const PAUSE = 120

/**
 * Reads codes from the camera until it is stopped.
 * @param onCode called for every code seen, again and again while it is held
 * @returns what stops the camera
 * @throws {CameraTrouble}
 */
export async function scanCamera(
  video: HTMLVideoElement,
  onCode: (text: string) => void,
): Promise<Scanner> {
  const stream = await openCamera()
  video.srcObject = stream
  await video.play().catch(() => undefined)
  const detector = await nativeDetector()
  let running = true
  const look = async () => {
    if (!running) return
    if (video.readyState >= video.HAVE_CURRENT_DATA) {
      const texts = await read(video, video.videoWidth, video.videoHeight, { detector })
      if (running) texts.forEach(onCode)
    }
    setTimeout(() => void look(), PAUSE)
  }
  void look()
  return () => {
    running = false
    for (const track of stream.getTracks()) track.stop()
    video.srcObject = null
  }
}

/** The codes in a picture chosen by the user; the picture is looked at in several sizes. */
export async function codesInPicture(file: Blob): Promise<string[]> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return []
  const { width, height } = picture
  try {
    const detector = await nativeDetector()
    for (const longest of [1600, LONGEST, 640, 2400]) {
      const found = await read(picture, width, height, { detector, longest })
      if (found.length) return found
    }
    return []
  } finally {
    picture.close()
  }
}

async function openCamera(): Promise<MediaStream> {
  if (!navigator.mediaDevices?.getUserMedia) throw new CameraTrouble('none')
  const video = { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } }
  return navigator.mediaDevices.getUserMedia({ video }).catch((error: unknown) => {
    const name = error instanceof DOMException ? error.name : ''
    throw new CameraTrouble(name === 'NotFoundError' ? 'none' : 'refused')
  })
}

async function nativeDetector(): Promise<Detector | undefined> {
  if (typeof BarcodeDetector === 'undefined') return undefined
  const formats = await BarcodeDetector.getSupportedFormats().catch((): string[] => [])
  return formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : undefined
}

async function read(
  source: CanvasImageSource,
  width: number,
  height: number,
  { detector, longest = LONGEST }: { detector: Detector | undefined; longest?: number },
): Promise<string[]> {
  if (detector) {
    const found = await detector.detect(source).catch(() => [])
    if (found.length) return found.map(({ rawValue }) => rawValue)
  }
  const whole = Math.min(1, longest / Math.max(width, height))
  for (const size of SIZES) {
    const text = readDrawn(
      source,
      Math.round(width * whole * size),
      Math.round(height * whole * size),
    )
    if (text !== undefined) return [text]
  }
  return []
}

function readDrawn(source: CanvasImageSource, width: number, height: number): string | undefined {
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context || !width || !height) return undefined
  context.drawImage(source, 0, 0, width, height)
  try {
    return decode(context.getImageData(0, 0, width, height))
  } catch {
    // No code in this picture: the library says it with an error.
    return undefined
  }
}
