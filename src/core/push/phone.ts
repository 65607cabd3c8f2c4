/** Mobile numbers of the overseas departments, by their first four digits, and their calling code (Arcep, 2022). */
const OVERSEAS: Readonly<Record<string, string>> = {
  '0690': '590',
  '0691': '590',
  '0694': '594',
  '0696': '596',
  '0697': '596',
  '0692': '262',
  '0693': '262',
  '0639': '262',
}

/** A number as networks take it (E.164), and whether it can receive a text message. */
export interface Phone {
  /** `+` and digits. */
  number: string
  mobile: boolean
}

/**
 * Reads a French number however it is written, even without its first 0 as spreadsheets leave it, or a foreign one
 * with its calling code.
 * @returns undefined when it is none.
 */
export function readPhone(text: string): Phone | undefined {
  const digits = text.replace(/\(0\)/g, '').replace(/[^\d+]/g, '')
  const plain = digits.replace(/^(\+|00)/, '+')
  const french =
    /^\+330?([1-9]\d{8})$/.exec(plain)?.[1] ??
    /^330?([1-9]\d{8})$/.exec(plain)?.[1] ??
    /^0?([1-9]\d{8})$/.exec(plain)?.[1]
  if (/[a-z@]/i.test(text)) return undefined
  if (french) {
    const overseas = OVERSEAS[`0${french.slice(0, 3)}`]
    const mobile = /^[67]/.test(french)
    return { number: `+${overseas ?? '33'}${french}`, mobile }
  }
  return /^\+(?!33|0)\d{8,15}$/.test(plain) ? { number: plain, mobile: true } : undefined
}
