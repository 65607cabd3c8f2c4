/** Controls, lone surrogates, line separators, direction overrides, byte-order marks. */
const UNSENDABLE = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069\ufeff\ufffd]/gu

/** A text as it can be sent: what could break a line or turn it round becomes a space. */
export function sendable(text: string): string {
  return text.replace(UNSENDABLE, ' ')
}

/** Says whether a text that was received could have been sent by the app. */
export function isSendable(text: string): boolean {
  return sendable(text) === text
}

/** The beginning of a text that holds in some UTF-8 bytes; no letter is cut. */
export function clipped(text: string, most: number): string {
  let bytes = 0
  let kept = ''
  for (const letter of sendable(text)) {
    const code = letter.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (bytes > most) break
    kept += letter
  }
  return kept
}
