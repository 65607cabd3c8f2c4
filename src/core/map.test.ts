import { describe, expect, it } from 'vitest'
import { decision, ending, moduleOf, shippedModules, smallModule } from '../../tests/modules'
import { mapOf } from './map'

describe('the map of a module', () => {
  const map = mapOf(
    smallModule([
      { id: 'hello', kind: 'lines', lines: [], to: 'first' },
      decision('first', 'left', { left: {}, right: { to: 'talk' }, out: { to: 'bad' } }),
      { id: 'talk', kind: 'lines', lines: [], to: 'right' },
      decision('left', 'right', { on: {}, back: { to: 'first' } }),
      decision('right', 'good', { yes: {}, no: { to: 'bad' } }),
      ending('good', 4),
      ending('bad', 1),
      decision('lost', 'good', { yes: {} }),
    ]),
  )

  it('shows decisions and endings, one layer a decision of the longest road, endings last', () => {
    expect(map.layers).toBe(4)
    expect(
      map.places.map(({ step, layer, column, wide }) => [step.id, layer, column, wide]),
    ).toEqual([
      ['first', 0, 0, 1],
      ['left', 1, 0, 1],
      ['right', 2, 0, 1],
      ['good', 3, 0, 2],
      ['bad', 3, 1, 2],
    ])
  })

  it('draws a road past the steps that are only read, and none that goes back', () => {
    expect(map.roads.map(({ from, to }) => `${from}>${to}`).sort()).toEqual([
      'first>bad',
      'first>left',
      'first>right',
      'left>right',
      'right>bad',
      'right>good',
    ])
  })

  it('of a module that is only an ending is that ending', () => {
    expect(mapOf(smallModule([ending()]))).toMatchObject({ layers: 1, roads: [] })
  })
})

describe.each(['_gallery', ...shippedModules])('the map of %s', (slug) => {
  const module = moduleOf(slug)
  const { places, roads, layers } = mapOf(module)
  const layerOf = new Map(places.map(({ step, layer }) => [step.id, layer]))

  it('goes down only', () => {
    for (const { from, to } of roads)
      expect(layerOf.get(from), `${from} > ${to}`).toBeLessThan(layerOf.get(to) ?? -1)
  })

  it('shows every ending at the bottom, and every place once', () => {
    const endings = module.steps.filter(({ kind }) => kind === 'ending')
    expect(endings.every(({ id }) => layerOf.get(id) === layers - 1)).toBe(true)
    expect(layerOf.size).toBe(places.length)
  })

  it('gives each place of a layer its own column', () => {
    for (let layer = 0; layer < layers; layer++) {
      const row = places.filter((place) => place.layer === layer)
      expect(row.map(({ column }) => column)).toEqual(row.map((_, index) => index))
      expect(row.every(({ wide }) => wide === row.length)).toBe(true)
    }
  })
})
