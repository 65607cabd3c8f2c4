/** A number to call, as it is written and as it is dialled. */
export interface PhoneNumber {
  shown: string
  digits: string
}

/** The numbers of a fact's short form: « 39 28 », « 17 ou 112 », « 0 806 000 126 ». None in « 8 h par jour ». */
export function phoneNumbers(value = ''): PhoneNumber[] {
  const parts = value.split(/ ou |, /u)
  if (!parts.every((part) => /^\d[\d\s]*$/u.test(part))) return []
  return parts.map((shown) => ({ shown, digits: shown.replace(/\s/gu, '') }))
}
