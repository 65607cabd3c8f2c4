import { expect, test } from 'vitest'
import { askPosition } from './position'

const failing = (code: number) => ({
  getCurrentPosition: (_: PositionCallback, refuse?: PositionErrorCallback | null) =>
    refuse?.({ code } as GeolocationPositionError),
})

test('the device gives a position', async () => {
  const device = {
    getCurrentPosition: (give: PositionCallback) =>
      give({ coords: { latitude: 47.2, longitude: -1.5 } } as GeolocationPosition),
  }
  expect(await askPosition(device)).toEqual({ latitude: 47.2, longitude: -1.5 })
})

test('a refusal is told apart from a failure', async () => {
  expect(await askPosition(failing(1))).toBe('refused')
  expect(await askPosition(failing(2))).toBe('unknown')
  expect(await askPosition(failing(3))).toBe('unknown')
})

test('a browser without geolocation does not know', async () => {
  expect(await askPosition(undefined)).toBe('unknown')
})
