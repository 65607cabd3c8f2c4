/** « Clé ministère éducatif »: letters, digits and a few signs, then `#L` and two digits. */
const KEY = /^[\w|/.-]{3,100}#L\d{2}$/

/**
 * The key of a course, written alone or inside the address of a contact page, as lists of the public service give it.
 * @returns undefined when it is none.
 */
export function readCourseKey(text: string): string | undefined {
  const inAddress = /[?&]cleMinistereEducatif=([^&\s]+)/.exec(text)?.[1]
  const key = inAddress?.replace(/%23/g, '#').replace(/%7C/gi, '|').replace(/%2F/gi, '/') ?? text
  return KEY.test(key) ? key : undefined
}
