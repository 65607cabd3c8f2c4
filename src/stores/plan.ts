import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { calendarFile } from '../core/calendar-file'
import { clause } from '../core/clause'
import { dayAt } from '../core/day'
import type { Plan } from '../core/plan'
import { planOf, type Halves, type PlanDraft } from '../core/plan-draft'
import { instantOf, offsetAt } from '../core/zone'
import { canRemind, forgetReminder, hasReminder, setReminder } from '../data/reminder'
import { saveFile } from '../data/save-file'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { newId } from './chance'
import { readAgain, type ReadRun } from './finished-run'
import { keptAfter } from './kept-after'
import { wordingOf } from './wording'
import { zoneHere } from './zone-here'

/** A plan proposed by the module, in the words of this learner. */
export interface PlanTemplate extends Halves {
  id: string
  obstacle: boolean
}

/** How long an appointment with oneself is, in minutes. */
const LENGTH = 30

/** The if-then plans a learner makes after a run. */
export const usePlan = defineStore('plan', () => {
  const read = shallowRef<ReadRun>()
  const plans = shallowRef<readonly Plan[]>([])
  const state = shallowRef<'loading' | 'missing' | 'ready'>('loading')
  const trouble = shallowRef<TroubleKind>()
  /** Whether the phone will speak of the plan in force; undefined where it cannot. */
  const reminder = shallowRef<'none' | 'set' | 'refused'>()
  const wording = wordingOf(
    () => read.value?.pack,
    () => read.value?.texts ?? {},
  )

  const run = computed(() => read.value?.run)
  const templates = computed<PlanTemplate[]>(() =>
    (read.value?.pack.scenario.after.plans ?? []).map((plan) => ({
      id: plan.id,
      if: clause(wording.plainWords(plan.if)),
      then: clause(wording.plainWords(plan.then)),
      obstacle: plan.obstacle ?? false,
    })),
  )
  /** The plan in force: the last one not yet closed. */
  const plan = computed(() => plans.value.findLast((one) => one.closedAt === undefined))
  const before = computed(() => plans.value.filter((one) => one !== plan.value))

  /** Opens the plans of the module of a kept run. */
  async function open(id: string): Promise<void> {
    state.value = 'loading'
    trouble.value = undefined
    plans.value = []
    read.value = await readAgain(id)
    if (!read.value) {
      state.value = 'missing'
      return
    }
    try {
      plans.value = await (await keptAfter()).plans(read.value.run.scenario)
    } catch (error) {
      trouble.value = troubleOf(error).kind
    }
    state.value = 'ready'
    await lookAtReminder()
  }

  async function lookAtReminder(): Promise<void> {
    const id = plan.value?.id
    const isSet = id !== undefined && (await hasReminder(id))
    reminder.value = isSet ? 'set' : (await canRemind()) ? 'none' : undefined
  }

  /** Asks the phone to speak of the plan in force the day before. @param body when it is, in words */
  async function remind(title: string, body: string): Promise<void> {
    const { id, on } = plan.value ?? {}
    if (!id || !on) return
    const at = instantOf(on.day, on.time, on.zone)
    const address = `#/plan/${run.value?.id}`
    reminder.value = (await setReminder({ id, at, title, body, address })) ? 'set' : 'refused'
  }

  async function unremind(): Promise<void> {
    if (plan.value) await forgetReminder(plan.value.id)
    await lookAtReminder()
  }

  /** Keeps a plan, new or changed. @returns false while it is not whole, or when the device refuses it */
  async function keep(draft: PlanDraft): Promise<boolean> {
    const made = planOf(draft, zoneHere())
    const scenario = run.value?.scenario
    if (!made || !scenario) return false
    const now = Date.now()
    const known = plan.value
    // What the phone would say is no longer true.
    if (known) await unremind()
    return put({
      id: known?.id ?? newId(),
      scenario,
      ...made,
      sequence: known ? known.sequence + 1 : 0,
      createdAt: known?.createdAt ?? now,
      changedAt: now,
    })
  }

  /** Notes that the plan in force was said again with half of it hidden. */
  async function rehearsed(): Promise<void> {
    if (plan.value) await put({ ...plan.value, rehearsedAt: Date.now() })
  }

  /** Puts the plan in force away: done, or dropped. */
  async function close(): Promise<void> {
    if (!plan.value) return
    await unremind()
    await put({ ...plan.value, closedAt: Date.now(), changedAt: Date.now() })
  }

  async function put(changed: Plan): Promise<boolean> {
    try {
      await (await keptAfter()).putPlan(changed)
      trouble.value = undefined
    } catch (error) {
      trouble.value = troubleOf(error).kind
      return false
    }
    plans.value = [...plans.value.filter(({ id }) => id !== changed.id), changed]
    return true
  }

  /** Gives the plan in force to the calendar of the device, as a file. @param notes what the event says besides its title */
  function saveForCalendar(title: string, notes: string): void {
    const made = plan.value
    if (!made?.on) return
    const { day, time, zone, alarm } = made.on
    const file = calendarFile({
      uid: `${made.id}@a-toi-de-jouer`,
      sequence: made.sequence,
      changedAt: made.changedAt,
      day,
      time,
      zone,
      minutes: LENGTH,
      title,
      notes,
      ...(alarm === undefined ? {} : { alarm }),
    })
    saveFile('mon-plan.ics', file, 'text/calendar')
  }

  /** The day it is where the learner is. */
  function today(): string {
    const now = Date.now()
    return dayAt(now, offsetAt(zoneHere(), now))
  }

  return {
    run,
    templates,
    plan,
    before,
    state,
    trouble,
    reminder,
    open,
    remind,
    unremind,
    keep,
    rehearsed,
    close,
    saveForCalendar,
    today,
  }
})
