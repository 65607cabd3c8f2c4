import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Game } from '../compile'
import { packResult, unpackResult, type PacketTrouble } from './packet'
import type { Result } from './result'
import { openSeal, publicKeyOf, seal } from './seal'
import { fromToken, toToken, type TokenTrouble } from './token'

/** Why a result cannot be taken. `no-key`: it is sealed to a key that is not on this device. */
export type ResultTrouble = { trouble: TokenTrouble | 'no-key' } | PacketTrouble

const OPEN = 0
const SEALED = 1
const INFO = utf8ToBytes('a-toi-de-jouer result')

/**
 * The token of a result: what a code, a link and a file carry. Sealed when the assignment has a key;
 * the id of the assignment stays readable, so that the right class can be found.
 * @param chance 32 random bytes; needed with a key.
 */
export function resultToken(
  result: Result,
  games: readonly Game[],
  to?: { key: string; chance: Uint8Array },
): string {
  const body = packResult(result, games)
  if (!to) return toToken('result', concatBytes(Uint8Array.of(OPEN), body))
  const head = concatBytes(Uint8Array.of(SEALED), body.slice(0, 6))
  const binding = { info: INFO, bound: head }
  const sealed = seal(body.slice(6), hexToBytes(to.key), to.chance, binding)
  return toToken('result', concatBytes(head, sealed))
}

/** What can be read of a token without a key: its assignment. */
export function addressOf(
  token: string,
): { assignment: string; sealed: boolean } | { trouble: TokenTrouble } {
  const read = fromToken('result', token)
  if ('trouble' in read) return read
  const [kind] = read.body
  if (read.body.length < 7 || (kind !== OPEN && kind !== SEALED)) return { trouble: 'wrong' }
  return { assignment: bytesToHex(read.body.slice(1, 7)), sealed: kind === SEALED }
}

/**
 * Reads a result. Every run is played again: an impossible road is refused.
 * @param secretKeys the teacher's keys on this device, tried one by one
 */
export function readResult(
  token: string,
  games: readonly Game[],
  secretKeys: readonly Uint8Array[] = [],
): { result: Result } | ResultTrouble {
  const address = addressOf(token)
  if ('trouble' in address) return address
  const read = fromToken('result', token)
  if ('trouble' in read) return read
  if (!address.sealed) return unpackResult(read.body.slice(1), games)
  const head = read.body.slice(0, 7)
  for (const key of secretKeys) {
    const opened = openSeal(read.body.slice(7), key, { info: INFO, bound: head })
    if (opened) return unpackResult(concatBytes(head.slice(1), opened), games)
  }
  return { trouble: 'no-key' }
}

/** The public key of a secret one, both in hexadecimal. */
export function publicKeyText(secretKey: Uint8Array): string {
  return bytesToHex(publicKeyOf(secretKey))
}
