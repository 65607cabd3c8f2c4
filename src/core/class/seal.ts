import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import { x25519 } from '@noble/curves/ed25519.js'
import { expand, extract } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'

/**
 * Hybrid public-key encryption, base mode, one message (RFC 9180): DHKEM(X25519, HKDF-SHA256), HKDF-SHA256,
 * ChaCha20-Poly1305. 48 bytes longer than the message. `bound` (RFC: aad) is checked, not hidden.
 */
export interface Bound {
  info: Uint8Array
  bound: Uint8Array
}

/** Seals a message so that only the owner of the public key reads it. @param chance 32 random bytes, used once. */
export function seal(
  message: Uint8Array,
  publicKey: Uint8Array,
  chance: Uint8Array,
  { info, bound }: Bound,
): Uint8Array {
  const own = x25519.getPublicKey(chance)
  const shared = sharedSecret(x25519.getSharedSecret(chance, publicKey), own, publicKey)
  const { key, nonce } = schedule(shared, info)
  return concatBytes(own, chacha20poly1305(key, nonce, bound).encrypt(message))
}

/** Opens a sealed message; undefined when it was sealed to another key, or changed. */
export function openSeal(
  sealed: Uint8Array,
  secretKey: Uint8Array,
  { info, bound }: Bound,
): Uint8Array | undefined {
  try {
    const own = sealed.slice(0, 32)
    const dh = x25519.getSharedSecret(secretKey, own)
    const { key, nonce } = schedule(sharedSecret(dh, own, x25519.getPublicKey(secretKey)), info)
    return chacha20poly1305(key, nonce, bound).decrypt(sealed.slice(32))
  } catch {
    return undefined
  }
}

/** The public key that goes with a secret one. */
export function publicKeyOf(secretKey: Uint8Array): Uint8Array {
  return x25519.getPublicKey(secretKey)
}

const EMPTY = new Uint8Array(0)
/** The names of the algorithms, as the RFC numbers them (§7). */
const KEM = concatBytes(utf8ToBytes('KEM'), Uint8Array.of(0, 0x20))
const SUITE = concatBytes(utf8ToBytes('HPKE'), Uint8Array.of(0, 0x20, 0, 1, 0, 3))

function sharedSecret(dh: Uint8Array, own: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const secret = labeledExtract(KEM, EMPTY, 'eae_prk', dh)
  return labeledExpand(KEM, secret, 'shared_secret', concatBytes(own, publicKey), 32)
}

function schedule(shared: Uint8Array, info: Uint8Array): { key: Uint8Array; nonce: Uint8Array } {
  const context = concatBytes(
    Uint8Array.of(0),
    labeledExtract(SUITE, EMPTY, 'psk_id_hash', EMPTY),
    labeledExtract(SUITE, EMPTY, 'info_hash', info),
  )
  const secret = labeledExtract(SUITE, shared, 'secret', EMPTY)
  return {
    key: labeledExpand(SUITE, secret, 'key', context, 32),
    nonce: labeledExpand(SUITE, secret, 'base_nonce', context, 12),
  }
}

function labeledExtract(suite: Uint8Array, salt: Uint8Array, label: string, ikm: Uint8Array) {
  return extract(sha256, concatBytes(utf8ToBytes('HPKE-v1'), suite, utf8ToBytes(label), ikm), salt)
}

function labeledExpand(
  suite: Uint8Array,
  secret: Uint8Array,
  label: string,
  info: Uint8Array,
  length: number,
) {
  const length2 = Uint8Array.of(0, length)
  const labeled = concatBytes(length2, utf8ToBytes('HPKE-v1'), suite, utf8ToBytes(label), info)
  return expand(sha256, secret, labeled, length)
}
