import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { liveLinks as linksOf, type LiveWay } from '../core/offers/live-links'
import { NEW_SEARCH, searchName, type OfferSearch } from '../core/offers/search'
import { searchLink } from '../core/offers/search-link'
import type { LiveLink } from '../core/scenario'
import type { KeptSearch } from '../data/db'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { useNetwork } from './network'

/** The parts of a search that may be missing. */
type OptionalPart = 'trade' | 'place' | 'contract' | 'startsBefore' | 'sort'

/** What the learner looks for: remembered on the device, turned into links, never sent by the app. */
export const useOffers = defineStore('offers', () => {
  const network = useNetwork()
  const search = shallowRef<OfferSearch>(NEW_SEARCH)
  const kept = shallowRef<readonly KeptSearch[]>([])
  /** Why the device does not keep the searches; they still work. */
  const trouble = shallowRef<TroubleKind>()
  let loading: Promise<void> | undefined

  const url = computed(() => searchLink(search.value, 'offres'))
  const current = computed(() => kept.value.find(({ name }) => name === searchName(search.value)))
  const favourites = computed(() => kept.value.filter(({ favourite }) => favourite))
  const recent = computed(() => kept.value.filter(({ favourite }) => !favourite))
  /** Searches asked for without network, now that there seems to be one. */
  const ready = computed(() =>
    network.isOnline ? kept.value.filter(({ waiting }) => waiting) : [],
  )

  /** Reads what the device remembers, once. */
  function load(): Promise<void> {
    loading ??= keeping(async ({ drafts, searches }) => {
      search.value = (await drafts.get('search')) ?? NEW_SEARCH
      kept.value = await searches.all()
    })
    return loading
  }

  /** Changes the search; it is there again at the next visit. */
  function change(changes: Partial<OfferSearch>): Promise<void> {
    return replace({ ...search.value, ...changes })
  }

  /** Sets a part that may be missing, or takes it away. */
  function set<Part extends OptionalPart>(
    part: Part,
    value: OfferSearch[Part] | undefined,
  ): Promise<void> {
    const next = { ...search.value }
    delete next[part]
    return replace(value === undefined ? next : { ...next, [part]: value })
  }

  /** Takes a whole search, one kept before for instance. */
  async function replace(value: OfferSearch): Promise<void> {
    search.value = value
    await keeping(({ drafts }) => drafts.put({ key: 'search', value }))
  }

  /** Remembers the search: it was just opened, or waits for the network. */
  function remember(one: OfferSearch = search.value): Promise<void> {
    const waits = !network.isOnline
    return updating((searches) => searches.remember(one, Date.now(), waits))
  }

  /** Makes the search of the screen a favourite, or no more. */
  async function favour(one: KeptSearch | undefined): Promise<void> {
    if (!one) await remember()
    const name = one?.name ?? searchName(search.value)
    await updating((searches) => searches.favour(name, !one?.favourite))
  }

  function settle(name: string): Promise<void> {
    return updating((searches) => searches.settle(name))
  }

  function forget(name: string): Promise<void> {
    return updating((searches) => searches.forget(name))
  }

  /**
   * The links a module offers at its end, with the trade and place known on this device. Call `load` first.
   * @param campaign the module
   * @param said the trade in the learner's own words
   */
  function liveLinks(ids: readonly LiveLink[], campaign: string, said?: string): LiveWay[] {
    return linksOf(ids, search.value, campaign, said)
  }

  async function updating(
    work: (searches: Awaited<ReturnType<typeof tables>>['searches']) => Promise<void>,
  ): Promise<void> {
    await keeping(async ({ searches }) => {
      await work(searches)
      kept.value = await searches.all()
    })
  }

  async function keeping(
    work: (all: Awaited<ReturnType<typeof tables>>) => Promise<unknown>,
  ): Promise<void> {
    try {
      await work(await tables())
      trouble.value = undefined
    } catch (error) {
      trouble.value = troubleOf(error).kind
    }
  }

  return {
    search,
    kept,
    trouble,
    url,
    current,
    favourites,
    recent,
    ready,
    load,
    change,
    set,
    replace,
    remember,
    favour,
    settle,
    forget,
    liveLinks,
  }
})

/** The database comes with the first need of it. */
async function tables() {
  const [{ searchesIn }, { draftsIn }] = await Promise.all([
    import('../data/searches'),
    import('../data/drafts'),
  ])
  return { searches: searchesIn(), drafts: draftsIn() }
}
