import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Icon {
  src: string
  sizes: string
  type: string
}

const manifest = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as {
  icons: Icon[]
  screenshots: (Icon & { form_factor: 'narrow' | 'wide'; label: string })[]
  shortcuts: { url: string; icons: Icon[] }[]
}
const { icons, screenshots, shortcuts } = manifest
const drawn = [...icons, ...shortcuts.flatMap((shortcut) => shortcut.icons)]

describe('the manifest', () => {
  it.each([...drawn, ...screenshots].filter(({ type }) => type === 'image/png'))(
    '$src is as large as it says',
    ({ src, sizes }) => {
      const png = readFileSync(`public/${src}`)
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes)
    },
  )

  it('has an icon that a system may cut, and one that it may not', () => {
    expect(drawn.map((icon) => icon.src)).toContain('icons/maskable-512.png')
    expect(drawn.map((icon) => icon.src)).toContain('icons/icon-512.png')
  })

  it('shows the app on a phone and on a computer, each picture with its words', () => {
    const forms = screenshots.map((picture) => picture.form_factor)
    expect(forms.filter((form) => form === 'narrow').length).toBeGreaterThanOrEqual(3)
    expect(forms).toContain('wide')
    expect(screenshots.every(({ label }) => label.length > 10)).toBe(true)
  })

  it('stays inside its folder, whatever the path of the host', () => {
    for (const { url } of shortcuts) expect(url).toMatch(/^\.\/#\//)
  })
})
