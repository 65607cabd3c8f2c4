import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { describe, expect, it } from 'vitest'
import { openSeal, publicKeyOf, seal } from './seal'

/** RFC 9180, appendix A.2.1 and A.2.1.1 (first message). */
const rfc = {
  info: hexToBytes('4f6465206f6e2061204772656369616e2055726e'),
  skEm: hexToBytes('f4ec9b33b792c372c1d2c2063507b684ef925b8c75a42dbcbf57d63ccd381600'),
  skRm: hexToBytes('8057991eef8f1f1af18f4a9491d16a1ce333f695d4db8e38da75975c4478e0fb'),
  pkRm: hexToBytes('4310ee97d88cc1f088a5576c77ab0cf5c3ac797f3d95139c6c84b5429c59662a'),
  enc: '1afa08d3dec047a643885163f1180476fa7ddb54c6a8029ea33f95796bf2ac4a',
  aad: hexToBytes('436f756e742d30'),
  pt: hexToBytes('4265617574792069732074727574682c20747275746820626561757479'),
  ct: '1c5250d8034ec2b784ba2cfd69dbdb8af406cfe3ff938e131f0def8c8b60b4db21993c62ce81883d2dd1b51a28',
}
const binding = { info: rfc.info, bound: rfc.aad }

describe('a sealed message', () => {
  it('is the one of the standard', () => {
    expect(bytesToHex(publicKeyOf(rfc.skRm))).toBe(bytesToHex(rfc.pkRm))
    expect(bytesToHex(seal(rfc.pt, rfc.pkRm, rfc.skEm, binding))).toBe(rfc.enc + rfc.ct)
  })

  it('is opened with the secret key', () => {
    expect(openSeal(hexToBytes(rfc.enc + rfc.ct), rfc.skRm, binding)).toEqual(rfc.pt)
  })

  it('stays closed with another key, another binding, or one byte changed', () => {
    const sealed = seal(rfc.pt, rfc.pkRm, rfc.skEm, binding)
    const changed = sealed.slice()
    changed[40] = (changed[40] ?? 0) ^ 1
    expect(openSeal(sealed, rfc.skEm, binding)).toBeUndefined()
    expect(openSeal(sealed, rfc.skRm, { ...binding, bound: rfc.pt })).toBeUndefined()
    expect(openSeal(changed, rfc.skRm, binding)).toBeUndefined()
    expect(openSeal(new Uint8Array(3), rfc.skRm, binding)).toBeUndefined()
  })
})
