import type { Mark, TrackingSheet, When } from '../../core/booklet/paper'
import { plain, withFrenchSpaces } from '../../core/text'
import { t } from '../../i18n/i18n'

/** A printed condition as it follows « si ». */
export function whenInWords(when: When, sheet: TrackingSheet, isInside = false): string {
  switch (when.kind) {
    case 'word':
      return t(when.yes ? 'booklet.when.word' : 'booklet.when.noWord', when)
    case 'tick': {
      const item = itemOf(when.flag, sheet)
      return t(when.yes ? 'booklet.when.tick' : 'booklet.when.noTick', { item })
    }
    case 'blank': {
      const isTick = textsOf(when.blank, sheet).length === 1
      const [full, empty] = isTick ? ['ticked', 'unticked'] : ['filled', 'empty']
      return t(`booklet.when.${when.yes ? full : empty}`, when)
    }
    case 'from':
      return t('booklet.when.from', { numbers: when.numbers.join(t('booklet.when.fromOr')) })
    case 'track': {
      const { least, most, not } = when
      const params = { label: trackName(when.track, sheet), least, most, not }
      if (least !== undefined && most === least + 1) return t('booklet.when.either', params)
      return t(`booklet.when.${spanKind(when)}`, params)
    }
    case 'count': {
      const label = sheet.checklists.find(({ id }) => id === when.meter)?.label ?? ''
      const kind = spanKind(when)
      const count = when.least ?? when.most ?? when.not
      if (kind === 'range') return t('booklet.when.countRange', { ...when, label })
      return t(`booklet.when.count${kind.charAt(0).toUpperCase()}${kind.slice(1)}`, {
        count,
        label,
      })
    }
    default: {
      const parts = when.parts.map((part) => whenInWords(part, sheet, true))
      const text = parts.join(t(when.kind === 'all' ? 'booklet.when.and' : 'booklet.when.or'))
      return isInside ? t('booklet.when.group', { text }) : text
    }
  }
}

/** What the pencil does. */
export function markInWords(mark: Mark, sheet: TrackingSheet): string {
  switch (mark.kind) {
    case 'move': {
      const way = mark.by > 0 ? 'up' : 'down'
      const label = trackName(mark.track, sheet)
      return t(`booklet.mark.${way}`, { label, count: Math.abs(mark.by) })
    }
    case 'put':
      return t('booklet.mark.put', { label: trackName(mark.track, sheet), at: mark.at })
    case 'tick': {
      const label = sheet.checklists.find(({ id }) => id === mark.meter)?.label ?? ''
      const item = itemOf(mark.flag, sheet)
      return t(mark.on ? 'booklet.mark.tick' : 'booklet.mark.untick', { label, item })
    }
    case 'word':
      return t(mark.on ? 'booklet.mark.word' : 'booklet.mark.unword', mark)
    case 'blank': {
      const text = withFrenchSpaces(plain(mark.text))
      const kinds = ['blank', 'blankTick', 'blankOne']
      const kind = kinds[Math.min(textsOf(mark.blank, sheet).length, 2)]
      return t(`booklet.mark.${kind}`, { ...mark, text })
    }
  }
}

/** The name of a track: a counter of the story only has a word. */
export function trackName(id: string, sheet: TrackingSheet): string {
  const track = sheet.tracks.find((one) => one.id === id)
  if (!track) return ''
  return track.levels.length ? track.label : t('booklet.sheet.counter', { word: track.label })
}

function textsOf(blank: number, { blanks }: TrackingSheet): readonly string[] {
  return blanks.find(({ number }) => number === blank)?.texts ?? []
}

function itemOf(flag: string, { checklists }: TrackingSheet): string {
  return checklists.flatMap(({ items }) => items).find((item) => item.flag === flag)?.text ?? ''
}

function spanKind({ least, most, not }: { least?: number; most?: number; not?: number }) {
  if (not !== undefined) return 'not'
  if (least !== undefined && most !== undefined) return least === most ? 'exact' : 'range'
  return least === undefined ? 'most' : 'least'
}
