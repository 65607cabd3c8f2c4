import { crc32, deflateSync } from 'node:zlib'
import type { Picture } from './code-picture'

/** A grey picture as a PNG file. */
export function toPng({ width, height, grey }: Picture): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head[8] = 8
  const rows = Buffer.alloc(height * (width + 1))
  for (let y = 0; y < height; y++)
    rows.set(grey.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(content.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** Pictures of one size, one after the other, as an uncompressed video (YUV4MPEG2). @param rate pictures a second */
export function toY4m(pictures: readonly Picture[], rate: number): Buffer {
  const [first] = pictures
  if (!first) throw new Error('A video has a picture.')
  const { width, height } = first
  const noColour = Buffer.alloc((width * height) / 2, 128)
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F${rate}:1 Ip A1:1 C420jpeg\n`),
    ...pictures.flatMap(({ grey }) => [
      Buffer.from('FRAME\n'),
      Buffer.from(grey.map((light) => 16 + Math.round((light * 219) / 255))),
      noColour,
    ]),
  ])
}
