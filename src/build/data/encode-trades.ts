import { TAG_BITS, type TradesFile } from '../../core/trades/trades-file'

type Row = Readonly<Record<string, string>>

/**
 * Puts ROME 4.0 in the columns served to the page.
 * @param rome the rows of `rome.csv`
 * @param interests the rows of `interests-trades.csv`: centre, trade, main or not
 * @param names the rows of `common-names.csv`: a name and its trades
 */
export function encodeTrades(
  rome: readonly Row[],
  interests: readonly Row[],
  names: readonly Row[],
): TradesFile {
  const rowOf = new Map(rome.map(({ code_rome = '' }, row) => [code_rome, row]))
  const rowsOf = (codes = '') =>
    codes.split(' ').map((code) => {
      const row = rowOf.get(code)
      if (row === undefined) throw new Error(`common-names.csv: ${code} is not in rome.csv`)
      return row
    })
  return {
    codes: rome.map(({ code_rome }) => code_rome).join('\n'),
    labels: rome.map(({ libelle }) => libelle).join('\n'),
    names: names.map(({ name = '', trades }) => [name, rowsOf(trades)]),
    heads: [...rome.entries()].flatMap(([row, trade]) =>
      trade['code_rome'] === trade['code_rome_parent'] ? [row] : [],
    ),
    riasec: rome
      .map((trade) => (trade['riasec_majeur'] || '-') + (trade['riasec_mineur'] || '-'))
      .join(''),
    interests: rome.map(({ code_rome = '' }) => centresOf(code_rome, interests)).join('\n'),
    tags: rome.map(tagsOf).join(''),
    tension: rome.map((trade) => trade['tension_dares_2019_min'] || '-').join(''),
  }
}

function centresOf(code: string, interests: readonly Row[]): string {
  return interests
    .filter((link) => link['code_rome'] === code)
    .sort((a, b) => Number(b['principal']) - Number(a['principal']))
    .map((link) => String.fromCharCode(64 + Number(link['code_centre'])))
    .join('')
}

function tagsOf(trade: Row): string {
  const bits =
    (['vert', 'strategique'].includes(trade['transition_eco'] ?? '') ? TAG_BITS.ecological : 0) |
    (trade['transition_num'] === '1' ? TAG_BITS.digital : 0) |
    (trade['transition_demo'] === '1' ? TAG_BITS.ageing : 0) |
    (trade['emploi_reglemente'] === '1' ? TAG_BITS.regulated : 0) |
    (trade['emploi_cadre'] === '1' ? TAG_BITS.executive : 0)
  return String.fromCharCode(65 + bits)
}
