import { encode } from 'uqr'

/** A grey picture, one byte a pixel, row by row; 0 is black. */
export interface Picture {
  width: number
  height: number
  grey: Uint8Array
}

/** How a camera sees a code. Angles in degrees, blur in pixels, light and noise from 0 to 1. */
export interface View {
  width?: number
  height?: number
  /** The side of the code, margin included, as a part of the height of the picture. */
  size?: number
  /** Turned in its own plane. */
  turn?: number
  /** Leaning back: the far side is narrower. */
  lean?: number
  /** Standard deviation of a Gaussian blur. */
  blur?: number
  /** 1 is full light; 0.2 a dim room: dark, flat and closer to the noise. */
  light?: number
  noise?: number
  /** A bright patch, as a lamp reflected on the screen. */
  glare?: boolean
}

/** A picture of a code at level M, as a cheap camera would give it. The same arguments give the same picture. */
export function codePicture(text: string, view: View = {}): Picture {
  const { width = 640, height = 480, size = 0.75 } = view
  const code = encode(text, { ecc: 'M', border: 4 })
  const grey = new Float32Array(width * height)
  const side = size * height
  const turn = ((view.turn ?? 0) * Math.PI) / 180
  const lean = Math.tan(((view.lean ?? 0) * Math.PI) / 180) / height
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const dark = Uint8Array.from(code.data.flat(), Number)
  /** The light at one point of the picture. */
  const lightAt = (x: number, y: number): number => {
    const depth = (1 + lean * y) * side
    const u = Math.floor(((x * cos + y * sin) / depth + 0.5) * code.size)
    const v = Math.floor(((y * cos - x * sin) / depth + 0.5) * code.size)
    if (u < 0 || v < 0 || u >= code.size || v >= code.size) return 85 + (30 * x) / width
    return dark[v * code.size + u] ? 15 : 245
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [dx, dy] = [x - width / 2, y - height / 2]
      const near = lightAt(dx + 0.25, dy + 0.25) + lightAt(dx + 0.75, dy + 0.75)
      const far = lightAt(dx + 0.25, dy + 0.75) + lightAt(dx + 0.75, dy + 0.25)
      grey[y * width + x] = (near + far) / 4
    }
  const blurred = view.blur ? blur(grey, width, height, view.blur) : grey
  return { width, height, grey: developed(blurred, width, height, view) }
}

/** Three box blurs in a row come close to a Gaussian (W. Wells, 1986). */
function blur(grey: Float32Array, width: number, height: number, sigma: number): Float32Array {
  const radius = Math.max(1, Math.round(Math.sqrt(4 * sigma * sigma + 1) / 2 - 0.5))
  let from = grey
  for (let pass = 0; pass < 3; pass++)
    from = alongRows(alongRows(from, width, height, radius), height, width, radius)
  return from
}

/** Blurs along the rows and turns the picture over its diagonal: done twice, it blurs both ways. */
function alongRows(grey: Float32Array, width: number, height: number, radius: number) {
  const to = new Float32Array(grey.length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      let sum = 0
      for (let d = -radius; d <= radius; d++)
        sum += grey[y * width + Math.min(width - 1, Math.max(0, x + d))] ?? 0
      to[x * height + y] = sum / (2 * radius + 1)
    }
  return to
}

function developed(grey: Float32Array, width: number, height: number, view: View): Uint8Array {
  const { light = 1, noise = 0, glare = false } = view
  let state = 12345
  return Uint8Array.from(grey, (value, index) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    const grain = (state / 2 ** 32 - 0.5) * 255 * noise
    const [x, y] = [(index % width) / width - 0.62, Math.floor(index / width) / height - 0.35]
    const shine = glare ? 120 * Math.exp(-(x * x + y * y) / 0.01) : 0
    return Math.min(255, Math.max(0, value * light + 25 * (1 - light) + grain + shine))
  })
}

/** The same picture in another size (bilinear), as a canvas draws it. */
export function resized({ width, height, grey }: Picture, scale: number): Picture {
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)]
  const at = (x: number, y: number) => grey[y * width + x] ?? 0
  const small = Uint8Array.from({ length: w * h }, (_, index) => {
    const x = Math.min(width - 1.001, Math.max(0, ((index % w) + 0.5) / scale - 0.5))
    const y = Math.min(height - 1.001, Math.max(0, (Math.floor(index / w) + 0.5) / scale - 0.5))
    const [left, top] = [Math.floor(x), Math.floor(y)]
    const [a, b] = [x - left, y - top]
    const upper = (1 - a) * at(left, top) + a * at(left + 1, top)
    const lower = (1 - a) * at(left, top + 1) + a * at(left + 1, top + 1)
    return (1 - b) * upper + b * lower
  })
  return { width: w, height: h, grey: small }
}
