/** An e-mail address that every mail service takes: RFC 5321 without quotes, comments or accents. */
const ADDRESS =
  /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/i

/** The address in small letters. @returns undefined when it is none. */
export function readAddress(text: string): string | undefined {
  const address = text.trim().replace(/^mailto:/i, '')
  return address.length <= 254 && ADDRESS.test(address) ? address.toLowerCase() : undefined
}
