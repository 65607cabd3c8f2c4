import { afterEach, describe, expect, it, vi } from 'vitest'
import { copyText, shareFile, shareText } from './share'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A device whose share sheet does `share`; undefined: it has none. */
function device(share?: () => Promise<void>, writeText = () => Promise.resolve()) {
  const written = vi.fn(writeText)
  const saved = vi.fn()
  vi.stubGlobal('navigator', {
    clipboard: { writeText: written },
    ...(share ? { share, canShare: () => true } : {}),
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved(this.download)
  })
  return { written, saved }
}
const refuse = (name: string) => () => Promise.reject(new DOMException('no', name))
const file = new File(['x'], 'fiche.png', { type: 'image/png' })

describe('a text to share', () => {
  it('goes to the share sheet where there is one', async () => {
    const { written } = device(() => Promise.resolve())
    expect(await shareText('Fiche', 'Bonjour')).toBe('shared')
    expect(written).not.toHaveBeenCalled()
  })

  it('is copied where there is none, or when it fails', async () => {
    expect(await (device(), shareText('Fiche', 'Bonjour'))).toBe('copied')
    const { written } = device(refuse('DataError'))
    expect(await shareText('Fiche', 'Bonjour')).toBe('copied')
    expect(written).toHaveBeenCalledWith('Bonjour')
  })

  it('stays where it is when the share sheet is closed', async () => {
    const { written } = device(refuse('AbortError'))
    expect(await shareText('Fiche', 'Bonjour')).toBe('cancelled')
    expect(written).not.toHaveBeenCalled()
  })

  it('that the clipboard refuses is said to be refused', async () => {
    device(undefined, refuse('NotAllowedError'))
    expect(await copyText('Bonjour')).toBe('refused')
  })
})

describe('a file to share', () => {
  it('is saved where files cannot be shared', async () => {
    const { saved } = device()
    expect(await shareFile('Fiche', file)).toBe('saved')
    expect(saved).toHaveBeenCalledWith('fiche.png')
  })

  it('is not saved when the share sheet took it, or was closed', async () => {
    for (const [share, became] of [
      [() => Promise.resolve(), 'shared'],
      [refuse('AbortError'), 'cancelled'],
    ] as const) {
      const { saved } = device(share)
      expect(await shareFile('Fiche', file)).toBe(became)
      expect(saved).not.toHaveBeenCalled()
    }
  })
})
