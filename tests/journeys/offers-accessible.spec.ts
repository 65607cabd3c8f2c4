import { expect, test } from './app'
import { wrongOn } from './look'
import { guidesTour, offersTour, tradesTour } from './offers-tour'

test.describe.configure({ timeout: 180_000 })

for (const [name, tour] of Object.entries({ offersTour, tradesTour, guidesTour }))
  test(`${name}: nothing is in the way of anyone, in any theme, at either width`, ({ page }) =>
    tour(page, (screen) =>
      test.step(screen, async () => expect.soft(await wrongOn(page), screen).toEqual([])),
    ))
