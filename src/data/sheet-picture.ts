import { layoutSheet, type DrawnLine } from '../core/sheet-layout'
import type { SheetPart } from '../core/sheet-text'

const INK: Record<DrawnLine['look'], string> = {
  title: '#1e1b3a',
  heading: '#3d3bd8',
  text: '#1e1b3a',
}

/**
 * Draws the sheet on this device, in the fonts the learner reads with, dark on white so that it prints well.
 * @returns a PNG picture
 * @throws when the browser gives no canvas
 */
export async function drawSheet(title: string, parts: readonly SheetPart[]): Promise<Blob> {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('No canvas.')
  const style = getComputedStyle(document.documentElement)
  const fontOf = (size: number, look: DrawnLine['look']) =>
    look === 'text'
      ? `400 ${size}px ${style.getPropertyValue('--text')}`
      : `700 ${size}px ${style.getPropertyValue('--title')}`
  await Promise.all(
    (['title', 'heading', 'text'] as const).map((look) => document.fonts.load(fontOf(20, look))),
  )
  const { width, height, lines } = layoutSheet(title, parts, (text, size, look) => {
    context.font = fontOf(size, look)
    return context.measureText(text).width
  })

  const { canvas } = context
  canvas.width = width
  canvas.height = height
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = INK.heading
  context.fillRect(0, 0, width, 20)
  for (const { text, x, y, size, look } of lines) {
    context.font = fontOf(size, look)
    context.fillStyle = INK[look]
    context.fillText(text, x, y)
  }
  return new Promise((resolve, reject) =>
    canvas.toBlob((picture) => {
      if (picture) resolve(picture)
      else reject(new Error('No picture.'))
    }, 'image/png'),
  )
}
