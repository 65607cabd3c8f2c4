import type { View } from './code-picture'

/** Ways a phone is shown to a cheap webcam (640 × 480) or a better one, from easy to hard. */
export const views: Readonly<Record<string, View>> = {
  straight: { noise: 0.03 },
  far: { size: 0.55, noise: 0.03 },
  turned: { turn: 8, noise: 0.05 },
  'turned a lot': { turn: 35, size: 0.65, noise: 0.05 },
  sideways: { turn: 90, noise: 0.05 },
  'upside down': { turn: 180, noise: 0.05 },
  leaning: { lean: 10, noise: 0.05 },
  'leaning more': { lean: 18, turn: 6, noise: 0.05 },
  dim: { light: 0.35, noise: 0.05 },
  'very dim': { light: 0.18, noise: 0.04 },
  blurred: { blur: 1, noise: 0.05 },
  'more blurred': { blur: 1.5, noise: 0.04 },
  'turned, leaning, dim and blurred': { turn: 7, lean: 6, blur: 1, light: 0.5, noise: 0.05 },
  'with a reflection': { glare: true, turn: 4, noise: 0.04 },
  noisy: { noise: 0.2 },
  'high definition': { width: 1280, height: 720, turn: 5, blur: 1, noise: 0.05 },
  'high definition, far': { width: 1280, height: 720, size: 0.45, turn: 5, blur: 1, noise: 0.05 },
}
