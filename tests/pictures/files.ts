import { writeFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import type { Picture } from './code-picture'

/**
 * Writes pictures as an uncompressed film (YUV4MPEG2, 4:2:0) that Chromium takes for a camera.
 * @param fps pictures a second
 */
export function writeFilm(path: string, pictures: readonly Picture[], fps: number): void {
  const [first] = pictures
  if (!first) throw new Error('A film needs a picture.')
  const { width, height } = first
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F${fps}:1 Ip A1:1 C420jpeg\n`)
  const neutral = Buffer.alloc((width * height) / 2, 128)
  const frames = pictures.flatMap(({ grey }) => [Buffer.from('FRAME\n'), grey, neutral])
  writeFileSync(path, Buffer.concat([head, ...frames]))
}

/** A picture as a grey PNG file. */
export function toPng({ width, height, grey }: Picture): Buffer {
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++)
    rows.set(grey.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size[8] = 8
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(type: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), content])
  const length = Buffer.alloc(4)
  const check = Buffer.alloc(4)
  length.writeUInt32BE(content.length)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, check])
}

/** The check of PNG chunks (ISO 3309). */
function crc32(bytes: Buffer): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
