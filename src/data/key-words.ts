import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39'
import { wordlist } from '@scure/bip39/wordlists/french.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { sha256 } from '@noble/hashes/sha2.js'

/** Twelve French words that stand for 16 bytes, the last one checks the others (BIP 39). @param seed hexadecimal */
export function toKeyWords(seed: string): string {
  return entropyToMnemonic(hexToBytes(seed), wordlist)
}

/** The seed of twelve words; undefined when a word is wrong or missing. Capitals and accents do not matter. */
export function fromKeyWords(words: string): string | undefined {
  const plain = (word: string) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const known = new Map(wordlist.map((word) => [plain(word), word]))
  const found = words
    .trim()
    .split(/[\s,.;]+/)
    .map((word) => known.get(plain(word)) ?? '')
  try {
    return found.length === 12
      ? bytesToHex(mnemonicToEntropy(found.join(' '), wordlist))
      : undefined
  } catch {
    return undefined
  }
}

/** The secret key made of a seed. */
export function secretKeyOf(seed: string): Uint8Array {
  return sha256(hexToBytes(`${SECRET}${seed}`))
}

/** So that the same bytes used elsewhere give another key: « seal » in ASCII. */
const SECRET = '7365616c'
