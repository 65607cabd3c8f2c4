import { expect, it } from 'vitest'
import { decoded } from './decoded'

it.each([
  ['UTF-8', new TextEncoder().encode('Élan')],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0xc9, 0, 0x6c, 0, 0x61, 0, 0x6e, 0])],
  ['UTF-16', new Uint8Array([0xfe, 0xff, 0, 0xc9, 0, 0x6c, 0, 0x61, 0, 0x6e])],
  ['Windows-1252', new Uint8Array([0xc9, 0x6c, 0x61, 0x6e])],
])('a file in %s is read', (encoding, bytes) => {
  expect(decoded(bytes)).toEqual({ text: 'Élan', encoding })
})
