import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { saidTrade } from '../core/offers/said-trade'
import type { Plan } from '../core/plan'
import { sheetOf } from '../core/sheet'
import { layoutSheet } from '../core/sheet-layout'
import { partsOf, sheetText, type SheetPart } from '../core/sheet-text'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { keepScreenOn } from '../data/wake-lock'
import { readAgain, type ReadRun } from './finished-run'
import { keptAfter } from './kept-after'
import { useSettings, type Settings } from './settings'

/** What the page holds besides the module's own lines, in the language in use. */
export interface SheetWording {
  /** Parts between the sheet and the script: the plan. */
  parts: readonly SheetPart[]
  scriptHeading: string
}

/** How wide the letters of each font are beside their height, with some room for wide ones. */
const LETTER_WIDTH: Record<Settings['font'], number> = {
  atkinson: 0.53,
  lexend: 0.58,
  opendyslexic: 0.8,
  system: 0.58,
}
/** In the pixels of the picture: paper has one page, whatever the font. */
const SMALLEST_ON_PAPER = 18
/** What tokens.css puts between the letters, and between the words, when the learner wants them wide. */
const WIDE = 0.06 + 0.16 / 6
/** The picture has eight pixels a millimetre of A5. */
const PIXELS_A_MM = 8

/** The page one takes along after a run: the module's sheet and script with the learner's own words. */
export const useSheet = defineStore('sheet', () => {
  const settings = useSettings()
  const read = shallowRef<ReadRun>()
  const words = shallowRef<Readonly<Record<string, string>>>({})
  const plan = shallowRef<Plan>()
  const state = shallowRef<'loading' | 'missing' | 'ready'>('loading')
  const trouble = shallowRef<TroubleKind>()

  const run = computed(() => read.value?.run)
  /** What the module opens on, for real. */
  const live = computed(() => read.value?.pack.scenario.after.live)
  const said = computed(() => read.value && saidTrade(read.value.pack.scenario, read.value.texts))
  const sheet = computed(
    () =>
      read.value &&
      sheetOf(
        read.value.pack.scenario,
        {
          texts: read.value.texts,
          agreement: settings.settings.agreement,
          factValue: (id) => read.value?.pack.facts.find((fact) => fact.id === id)?.value,
        },
        words.value,
      ),
  )

  /** What was written and not yet given to the device. */
  let unsaved: Record<string, string> = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  /** The writes asked so far, one after the other. Never rejects. */
  let kept: Promise<void> = Promise.resolve()

  /** Opens the sheet of a kept run. */
  async function open(id: string): Promise<void> {
    await save()
    state.value = 'loading'
    trouble.value = undefined
    read.value = await readAgain(id)
    if (!read.value) {
      state.value = 'missing'
      return
    }
    try {
      const after = await keptAfter()
      const { scenario } = read.value.run
      words.value = await after.sheetWords(scenario)
      plan.value = (await after.plans(scenario)).findLast((one) => one.closedAt === undefined)
    } catch (error) {
      trouble.value = troubleOf(error).kind
    }
    state.value = 'ready'
  }

  /** Writes in a field. The device has it a moment later: see `save`. */
  function write(field: string, text: string): void {
    const clean = text.replace(/\s+/g, ' ')
    words.value = { ...words.value, [field]: clean }
    unsaved[field] = clean
    clearTimeout(timer)
    timer = setTimeout(() => void save(), 300)
  }

  /** Gives the device at once all that was written. Resolves once it has it, or said in `trouble` why not. */
  function save(): Promise<void> {
    clearTimeout(timer)
    const scenario = run.value?.scenario
    const fields = unsaved
    if (scenario === undefined || !Object.keys(fields).length) return kept
    unsaved = {}
    kept = kept.then(() => keep(scenario, fields))
    return kept
  }

  async function keep(scenario: string, fields: Readonly<Record<string, string>>): Promise<void> {
    try {
      await (await keptAfter()).writeOnSheet(scenario, fields, Date.now())
      trouble.value = undefined
    } catch (error) {
      unsaved = { ...fields, ...unsaved }
      trouble.value = troubleOf(error).kind
    }
  }

  /** All that the page says, part by part. */
  function parts({ parts: more, scriptHeading }: SheetWording): SheetPart[] {
    return sheet.value ? partsOf(sheet.value, more, scriptHeading) : []
  }

  /** The letters with which the page fits on one sheet of A5, in millimetres. */
  function printSize(wording: SheetWording): number {
    const { font, spacing } = settings.settings
    const width = LETTER_WIDTH[font] + (spacing === 'wide' ? WIDE : 0)
    const { size } = layoutSheet(
      sheet.value?.title ?? '',
      parts(wording),
      (text, letters) => text.length * letters * width,
      SMALLEST_ON_PAPER,
    )
    return size / PIXELS_A_MM
  }

  const asText = ({ parts: more, scriptHeading }: SheetWording) =>
    sheet.value ? sheetText(sheet.value, more, scriptHeading) : ''

  async function copy(wording: SheetWording) {
    return (await sharing()).copyText(asText(wording))
  }

  async function shareText(wording: SheetWording) {
    return (await sharing()).shareText(sheet.value?.title ?? '', asText(wording))
  }

  /** Draws the page as a picture on this device, then shares or saves it. */
  async function sharePicture(wording: SheetWording) {
    const title = sheet.value?.title ?? ''
    try {
      const { drawSheet } = await import('../data/sheet-picture')
      const picture = await drawSheet(title, parts(wording))
      const file = new File([picture], `${run.value?.scenario}.png`, { type: 'image/png' })
      return await (await sharing()).shareFile(title, file)
    } catch {
      return 'refused'
    }
  }

  return {
    run,
    live,
    saidTrade: said,
    sheet,
    plan,
    state,
    trouble,
    open,
    write,
    save,
    parts,
    printSize,
    copy,
    shareText,
    sharePicture,
    keepScreenOn,
  }
})

const sharing = () => import('../data/share')
