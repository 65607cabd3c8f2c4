import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { assignmentToken, type Assigned, type Assignment } from '../core/class/assignment'
import { classFile, readClassFile, type WholeClass } from '../core/class/class-file'
import { publicKeyText } from '../core/class/envelope'
import type { Given, SchoolClass, SealKey } from '../core/class/kept'
import { addressOf } from '../data/address'
import { moduleSummaries } from '../data/summaries'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { newId } from './chance'

/** What the teacher fills in to give an assignment. */
export interface AssignmentWish {
  title: string
  word: string
  modules: Assigned[]
  stepBack: boolean
  due?: string
  /** Seal results so that only this device reads them. */
  sealed: boolean
}

const data = async () => (await import('../data/classes')).classesIn()

/** The classes of the teacher, and the one that is open. Nothing of it leaves the device by itself. */
export const useClasses = defineStore('classes', () => {
  const all = shallowRef<readonly SchoolClass[]>([])
  const whole = shallowRef<WholeClass>()
  const keys = shallowRef<readonly SealKey[]>([])
  const trouble = shallowRef<TroubleKind>()
  const state = shallowRef<'loading' | 'missing' | 'ready'>('loading')

  /** Does something with the memory of the device; a failure is told by `trouble` and changes nothing. */
  async function tried<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      trouble.value = undefined
      return await work()
    } catch (error) {
      trouble.value = troubleOf(error).kind
      return undefined
    }
  }

  async function load(): Promise<void> {
    await tried(async () => {
      const classes = await data()
      all.value = await classes.all()
      keys.value = await classes.keys()
    })
    state.value = 'ready'
  }

  async function open(id: string): Promise<void> {
    if (whole.value?.school.id !== id) state.value = 'loading'
    await load()
    whole.value = await tried(async () => (await data()).get(id))
    state.value = whole.value ? 'ready' : 'missing'
  }

  /** @param eraseOn the day from which erasing is proposed, `YYYY-MM-DD` */
  async function create(name: string, size: number | undefined, eraseOn: string) {
    const school: SchoolClass = {
      id: newId(),
      name,
      createdAt: Date.now(),
      eraseOn,
      ...(size ? { size } : {}),
    }
    return (await save(school)) ? school : undefined
  }

  async function save(school: SchoolClass): Promise<boolean> {
    const saved = await tried(async () => {
      await (await data()).save(school)
      return true
    })
    await (whole.value?.school.id === school.id ? open(school.id) : load())
    return saved === true
  }

  async function erase(id: string): Promise<void> {
    await tried(async () => (await data()).erase(id))
    whole.value = undefined
    await load()
  }

  async function eraseResult(assignment: string, member: string): Promise<void> {
    await tried(async () => (await data()).eraseResult(assignment, member))
    if (whole.value) await open(whole.value.school.id)
  }

  /** Gives an assignment to the open class. @returns it, or nothing when the device keeps nothing */
  async function give(school: string, wish: AssignmentWish): Promise<Given | undefined> {
    const key = wish.sealed ? await sealKey() : undefined
    const { title, word, modules, stepBack, due } = wish
    const assignment: Assignment = {
      id: newId().slice(0, 12),
      title,
      word,
      modules,
      stepBack,
      ...(due ? { due } : {}),
      ...(key ? { key } : {}),
    }
    const given: Given = { id: assignment.id, class: school, at: Date.now(), assignment }
    const kept = await tried(async () => {
      await (await data()).give(given)
      return given
    })
    await open(school)
    return kept
  }

  /** The address that opens an assignment. */
  function linkOf(assignment: Assignment): string {
    return `${addressOf('/devoir')}?d=${assignmentToken(assignment)}`
  }

  async function copy(text: string): Promise<'copied' | 'refused'> {
    return (await import('../data/share')).copyText(text)
  }

  /** The public key of this teacher; made the first time. */
  async function sealKey(): Promise<string | undefined> {
    const [known] = keys.value
    if (known) return known.publicKey
    return addKey(newId())
  }

  async function addKey(seed: string): Promise<string | undefined> {
    const { secretKeyOf } = await import('../data/key-words')
    const key = { publicKey: publicKeyText(secretKeyOf(seed)), seed, createdAt: Date.now() }
    const kept = await tried(async () => {
      await (await data()).addKey(key)
      return key.publicKey
    })
    await load()
    return kept
  }

  /** The twelve words of a key. */
  async function wordsOf(key: SealKey): Promise<string> {
    return (await import('../data/key-words')).toKeyWords(key.seed)
  }

  /** Puts back a key from its twelve words. @returns false when a word is wrong */
  async function restoreKey(words: string): Promise<boolean> {
    const seed = (await import('../data/key-words')).fromKeyWords(words)
    return seed !== undefined && (await addKey(seed)) !== undefined
  }

  /** Gives the browser a text to save. @param type MIME type */
  async function saveText(name: string, text: string, type: string): Promise<void> {
    ;(await import('../data/save-file')).saveFile(name, text, type)
  }

  /** Saves the open class, with its keys, in a file. */
  async function saveFile(name: string): Promise<void> {
    if (!whole.value) return
    const text = classFile(whole.value, keys.value)
    ;(await import('../data/save-file')).saveFile(name, text)
  }

  /** Puts a class back from its file; the one of that name on the device is replaced. */
  async function restore(text: string): Promise<SchoolClass | 'wrong' | 'newer' | undefined> {
    const read = readClassFile(text)
    if ('trouble' in read) return read.trouble
    const kept = await tried(async () => {
      const classes = await data()
      for (const key of read.keys) await classes.addKey(key)
      await classes.restore(read.whole)
      return read.whole.school
    })
    await load()
    return kept
  }

  return {
    modules: moduleSummaries,
    all,
    whole,
    keys,
    trouble,
    state,
    load,
    open,
    create,
    save,
    erase,
    eraseResult,
    give,
    linkOf,
    copy,
    wordsOf,
    restoreKey,
    saveText,
    saveFile,
    restore,
  }
})
