import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface Icon {
  src: string
  sizes: string
  type: string
}

const manifest = JSON.parse(readFileSync('public/manifest.webmanifest', 'utf8')) as {
  icons: Icon[]
  shortcuts: { url: string; icons: Icon[] }[]
}
const drawn = [...manifest.icons, ...manifest.shortcuts.flatMap(({ icons }) => icons)]

describe('the manifest', () => {
  it.each(drawn.filter(({ type }) => type === 'image/png'))(
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

  it('stays inside its folder, whatever the path of the host', () => {
    for (const { url } of manifest.shortcuts) expect(url).toMatch(/^\.\/#\//)
  })
})
