import { readFileSync } from 'node:fs'
import { fromCsv } from './csv'
import { encodePlaces } from './encode-places'
import { encodeTrades } from './encode-trades'

/** The files that the page fetches, made from the sources of this folder: name and text. */
export function servedData(): { 'communes.json': string; 'trades.json': string } {
  const places = encodePlaces(rows('communes.csv'), rows('areas.csv'))
  const trades = encodeTrades(
    rows('rome.csv'),
    rows('interests-trades.csv'),
    rows('common-names.csv'),
  )
  return {
    'communes.json': `${JSON.stringify(places)}\n`,
    'trades.json': `${JSON.stringify(trades)}\n`,
  }
}

function rows(name: string): Record<string, string>[] {
  return fromCsv(readFileSync(new URL(name, import.meta.url), 'utf8'))
}
