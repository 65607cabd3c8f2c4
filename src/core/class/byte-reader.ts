import { bytesToUtf8 } from '@noble/ciphers/utils.js'
import { isSendable } from './sendable'

/** Reads what `ByteWriter` wrote. It never throws: past the end it gives zeros, and `ok` becomes false. */
export class ByteReader {
  ok = true
  private at = 0

  constructor(private readonly source: Uint8Array) {}

  /** Everything was read, and nothing past the end. */
  get isComplete(): boolean {
    return this.ok && this.at === this.source.length
  }

  fixed(bytes: number): number {
    let value = 0
    for (const byte of this.bytes(bytes)) value = value * 256 + byte
    return value
  }

  number(): number {
    let value = 0
    for (let place = 1; place <= 128 ** 5; place *= 128) {
      const byte = this.fixed(1)
      value += (byte % 128) * place
      if (byte < 128) return value
    }
    return this.fail(0)
  }

  bytes(count: number): Uint8Array {
    if (this.at + count > this.source.length) return this.fail(new Uint8Array(0))
    this.at += count
    return this.source.slice(this.at - count, this.at)
  }

  /** A text in UTF-8. What `sendable` would replace makes the whole reading fail. */
  text(most: number): string {
    const length = this.number()
    if (length > most) return this.fail('')
    try {
      const text = bytesToUtf8(this.bytes(length))
      return isSendable(text) ? text : this.fail('')
    } catch {
      return this.fail('')
    }
  }

  /** All that is left. */
  rest(): Uint8Array {
    return this.bytes(this.source.length - this.at)
  }

  private fail<T>(value: T): T {
    this.ok = false
    return value
  }
}
