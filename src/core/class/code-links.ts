import type { Part } from './tokens-in'

/** Bytes that a phone shows and another phone reads without trouble: level M, version 13 (measured: see docs). */
export const CODE_BYTES = 300

/** More codes than this are a chore: the link or the file does better. */
const MOST_CODES = 4

/**
 * The addresses to draw as codes for one result: one when it fits, else 2 to 4 parts with their place.
 * @param page address of the teacher's page, such as `https://host/#/classe`
 * @returns undefined when even four codes would not do.
 */
export function codeLinks(page: string, token: string, most = CODE_BYTES): string[] | undefined {
  const whole = `${page}?r=${token}`
  if (whole.length <= most) return [whole]
  const [format = '', letters = ''] = token.split('.')
  const group = letters.slice(-4)
  const room = most - `${page}?p=1.2.xxxx.`.length
  const content = `${format}.${letters}`.replace('.', '_')
  const count = Math.ceil(content.length / room)
  if (room < 20 || count > MOST_CODES) return undefined
  const size = Math.ceil(content.length / count)
  return Array.from(
    { length: count },
    (_, i) => `${page}?p=${i + 1}.${count}.${group}.${content.slice(i * size, (i + 1) * size)}`,
  )
}

/** The token that parts make together; undefined while one is missing. Its check code says whether they belong together. */
export function joinParts(parts: readonly Part[]): string | undefined {
  const count = parts[0]?.count ?? 0
  const letters: string[] = []
  for (let index = 1; index <= count; index++) {
    const part = parts.find((one) => one.index === index)
    if (!part) return undefined
    letters.push(part.letters)
  }
  return letters.join('').replace('_', '.')
}
