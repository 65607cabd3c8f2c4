import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Which } from '../core/class/answers'
import { needHelp } from '../core/class/need-help'
import { pointsToDiscuss, reportOf } from '../core/class/report'
import { useClasses } from './classes'
import { openPacks, type OpenPack } from './packs'
import { wordingOf } from './wording'

/** What the open class did on one module of one assignment. Everything is derived from the kept results. */
export const useClassReport = defineStore('class-report', () => {
  const classes = useClasses()
  const packs = shallowRef<readonly OpenPack[]>([])
  const assignment = shallowRef<string>()
  const module = shallowRef<string>()
  const which = shallowRef<Which>('first')

  const given = computed(() => {
    const all = classes.whole?.given ?? []
    return all.find(({ id }) => id === assignment.value) ?? all.at(-1)
  })
  const kept = computed(() =>
    (classes.whole?.results ?? []).filter((row) => row.assignment === given.value?.id),
  )
  const results = computed(() => kept.value.map(({ result }) => result))
  const assigned = computed(() =>
    (given.value?.assignment.modules ?? []).flatMap((one) => packOf(one.module) ?? []),
  )
  const open = computed(
    () => assigned.value.find(({ pack }) => pack.scenario.id === module.value) ?? assigned.value[0],
  )
  const report = computed(
    () => open.value && reportOf(open.value.pack.scenario, results.value, which.value),
  )
  const points = computed(() => (report.value ? pointsToDiscuss(report.value, 4) : []))
  const help = computed(() =>
    needHelp(
      assigned.value.map(({ pack }) => pack.scenario),
      results.value,
    ),
  )
  /** Pupils who finished every module of the assignment. */
  const complete = computed(
    () =>
      results.value.filter((result) =>
        assigned.value.every(({ pack }) => result.plays[pack.scenario.id]),
      ).length,
  )
  /** The numbers from 1 that nobody handed in, when the class goes by numbers; none otherwise. */
  const missingNumbers = computed(() => {
    const { size } = classes.whole?.school ?? {}
    const numbers = new Set(results.value.map(({ name }) => Number(name.trim())))
    const byNumber = [...numbers].filter((number) => number >= 1).length
    if (!size || byNumber < results.value.length / 2 || !byNumber) return []
    return Array.from({ length: size }, (_, i) => i + 1).filter((number) => !numbers.has(number))
  })
  const wording = wordingOf(
    () => open.value?.pack,
    () => ({}),
  )

  function packOf(id: string): OpenPack | undefined {
    return packs.value.find(({ pack }) => pack.scenario.id === id)
  }

  /** Reads the modules that the assignments of the open class ask for. */
  async function load(): Promise<void> {
    const ids = (classes.whole?.given ?? []).flatMap((one) =>
      one.assignment.modules.map((asked) => asked.module),
    )
    packs.value = await openPacks(ids)
  }

  return {
    assignment,
    module,
    which,
    given,
    kept,
    results,
    assigned,
    open,
    report,
    points,
    help,
    complete,
    missingNumbers,
    wording,
    packOf,
    load,
  }
})
