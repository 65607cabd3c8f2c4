import { chromium } from '@playwright/test'
import { readFile, writeFile } from 'node:fs/promises'

/**
 * Draws the PNG icons from icon.svg. Run by hand with `npm run icons` when the drawing changes;
 * the results are committed. A full ground is for systems that cut the icon themselves.
 */
const ICONS = [
  { name: 'icon-192.png', size: 192, fullGround: false, scale: 1 },
  { name: 'icon-512.png', size: 512, fullGround: false, scale: 1 },
  { name: 'maskable-512.png', size: 512, fullGround: true, scale: 0.82 },
  { name: 'apple-touch-icon.png', size: 180, fullGround: true, scale: 0.92 },
]

const folder = new URL('../../public/icons/', import.meta.url)
const drawing = await readFile(new URL('icon.svg', folder), 'utf8')
const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
})

for (const { name, size, fullGround, scale } of ICONS) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<style>
    body { margin: 0 }
    svg { display: block; width: 100vw; height: 100vh }
    ${fullGround ? '#ground { rx: 0 }' : ''}
    #mark { transform: scale(${scale}); transform-origin: center }
  </style>${drawing}`)
  await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
