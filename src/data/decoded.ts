/** The text of a file: UTF-8 and UTF-16 say so, or prove it; else it is the code page of French Windows. */
export function decoded(bytes: Uint8Array): { text: string; encoding: string } {
  const utf16 = { fffe: 'utf-16le', feff: 'utf-16be' }[
    [...bytes.slice(0, 2)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  ]
  if (utf16) return { text: new TextDecoder(utf16).decode(bytes), encoding: 'UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' }
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' }
  }
}
