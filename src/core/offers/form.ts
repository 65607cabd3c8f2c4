/** One name and its value in the query of an address. */
export type Pair = readonly [name: string, value: string | number | boolean]

/**
 * Writes the query of an address as forms do, byte for byte like `URLSearchParams`, which the core does not have
 * (https://url.spec.whatwg.org/#concept-urlencoded-serializer).
 */
export function encodeForm(pairs: readonly Pair[]): string {
  return pairs.map(([name, value]) => `${encoded(name)}=${encoded(String(value))}`).join('&')
}

/** A part of the path of an address. */
export function encodePart(text: string): string {
  return encodeURIComponent(wellFormed(text))
}

function encoded(text: string): string {
  return encodePart(text)
    .replace(/[!'()~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, '+')
}

/** Half a pair of surrogates is no character: it becomes U+FFFD, as in a browser. */
function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD')
}
