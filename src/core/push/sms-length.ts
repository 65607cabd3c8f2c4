/** The alphabet of text messages, one septet a sign (3GPP TS 23.038, table 6.2.1). */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** Its extension: an escape and a sign, two septets that stay together. */
const EXTENDED = '\f^{}\\[~]|€'

/** How a text travels. `rare`: the signs that make the whole message dearer (70 a segment instead of 160). */
export interface SmsLength {
  alphabet: 'GSM-7' | 'UCS-2'
  /** Units of the alphabet: septets, or pairs of bytes. */
  units: number
  segments: number
  /** Units still free in the last segment. */
  left: number
  rare: string[]
}

/** Counts a text message: 160 septets alone and 153 in a row, or 70 and 67 when one sign is outside the alphabet. */
export function smsLength(text: string): SmsLength {
  const signs = [...text]
  const rare = [...new Set(signs.filter((sign) => !isIn(BASIC, sign) && !isIn(EXTENDED, sign)))]
  const plain = rare.length === 0
  const sizes = signs.map((sign) => (plain ? (isIn(EXTENDED, sign) ? 2 : 1) : sign.length))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const [alone, inRow] = plain ? [160, 153] : [70, 67]
  if (units <= alone)
    return { alphabet: plain ? 'GSM-7' : 'UCS-2', units, segments: 1, left: alone - units, rare }
  let segments = 1
  let used = 0
  for (const size of sizes) {
    if (used + size > inRow) {
      segments += 1
      used = 0
    }
    used += size
  }
  return { alphabet: plain ? 'GSM-7' : 'UCS-2', units, segments, left: inRow - used, rare }
}

/** Typographic signs become those of a phone keyboard: the reader sees no difference, the message costs half. */
const PLAIN: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  '«': '"',
  '»': '"',
  '“': '"',
  '”': '"',
  '…': '...',
  '–': '-',
  '—': '-',
  œ: 'oe',
  Œ: 'OE',
  '\u00A0': ' ',
  '\u202F': ' ',
}

/**
 * The text with the signs of phones.
 * @param letters also takes the accents off the letters that phones do not have (ê, ç, ï…)
 */
export function toPhoneText(text: string, letters: boolean): string {
  const plain = text
    .replace(/« | »/g, '"')
    .replace(/[’‘«»“”…–—œŒ\u00A0\u202F]/g, (sign) => PLAIN[sign] ?? sign)
  if (!letters) return plain
  return plain.replace(/[^\0-\x7f]/gu, (sign) =>
    isIn(BASIC, sign) ? sign : sign.normalize('NFD').replace(/\p{M}/gu, ''),
  )
}

function isIn(alphabet: string, sign: string): boolean {
  return alphabet.includes(sign)
}
