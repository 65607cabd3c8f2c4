import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64urlnopad } from '@scure/base'

/** What a token carries: each kind has its own check code, so that one is never taken for the other. */
export type TokenKind = 'assignment' | 'result'

/** Why a token cannot be read: not one of ours; cut or changed on the way; made by a later version of the app. */
export type TokenTrouble = 'wrong' | 'cut' | 'newer'

/** The newest format this version reads and writes. */
const TOKEN_FORMAT = 1

/** Letters a token may have: far more than a whole class in one file, far less than what would freeze a page. */
const MOST = 100_000
const CHECK = 4

/**
 * A payload as it travels in a link, a code or a file: `1.` (the format), then base64url of the body and its check
 * code. The code (first bytes of SHA-256) finds accidents, not intent.
 */
export function toToken(kind: TokenKind, body: Uint8Array): string {
  return `${TOKEN_FORMAT}.${base64urlnopad.encode(concatBytes(body, checkCode(kind, body)))}`
}

/** The body of a token, or why it cannot be read. Never throws. */
export function fromToken(
  kind: TokenKind,
  token: string,
): { body: Uint8Array } | { trouble: TokenTrouble } {
  const [, format, letters = ''] = /^(\d{1,4})\.([\w-]+)$/.exec(token) ?? []
  if (format === undefined || token.length > MOST) return { trouble: 'wrong' }
  if (Number(format) > TOKEN_FORMAT) return { trouble: 'newer' }
  if (Number(format) < 1) return { trouble: 'wrong' }
  const bytes = decoded(letters)
  if (!bytes || bytes.length <= CHECK) return { trouble: 'cut' }
  const body = bytes.slice(0, -CHECK)
  const sound = checkCode(kind, body).every((byte, i) => byte === bytes[body.length + i])
  return sound ? { body } : { trouble: 'cut' }
}

function checkCode(kind: TokenKind, body: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8ToBytes(`${kind} ${TOKEN_FORMAT} `), body)).slice(0, CHECK)
}

function decoded(letters: string): Uint8Array | undefined {
  try {
    return base64urlnopad.decode(letters)
  } catch {
    return undefined
  }
}
