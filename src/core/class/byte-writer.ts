import { utf8ToBytes } from '@noble/hashes/utils.js'
import { sendable } from './sendable'

/** Writes numbers and texts one after the other; `ByteReader` reads them back in the same order. */
export class ByteWriter {
  private readonly written: number[] = []

  /** A whole number on a fixed number of bytes, the highest first. */
  fixed(value: number, bytes: number): this {
    for (let place = bytes - 1; place >= 0; place--)
      this.written.push(Math.floor(value / 256 ** place) % 256)
    return this
  }

  /** A whole number from 0: seven bits a byte, the lowest first, the eighth bit says that more follow (LEB128). */
  number(value: number): this {
    let rest = value
    for (; rest > 127; rest = Math.floor(rest / 128)) this.written.push((rest % 128) + 128)
    this.written.push(rest)
    return this
  }

  /** Bytes as they are. */
  bytes(values: Iterable<number>): this {
    for (const value of values) this.written.push(value)
    return this
  }

  /** A text in UTF-8 as it can be sent, its length in bytes first. */
  text(value: string): this {
    const bytes = utf8ToBytes(sendable(value))
    return this.number(bytes.length).bytes(bytes)
  }

  done(): Uint8Array {
    return Uint8Array.from(this.written)
  }
}
