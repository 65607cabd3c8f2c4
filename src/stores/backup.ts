import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Backup, Refusal } from '../core/backup/backup-file'
import type { Changes, LeftOut } from '../core/backup/changes'
import type { ImportPlan } from '../core/backup/import-plan'
import type { LastBackup } from '../data/last-backup'
import { saveFile } from '../data/save-file'
import { settingsIn } from '../data/settings'
import { shareFile, type Shared } from '../data/share'
import { troubleOf, type TroubleKind } from '../data/trouble'
import { useSettings } from './settings'
import { today } from './today'

/** What a file would change, one line a kind of thing. Each has its name in `backup.kind`. */
export interface PreviewLine {
  kind: string
  added: number
  updated: number
  same: number
  older: number
  refused: { why: LeftOut; count: number }[]
}

/** A file that was read and waits for the learner's word. */
interface Pending {
  backup: Backup
  plan: ImportPlan
  /** Says whether the settings of the file are other ones. */
  hasSettings: boolean
}

/** How much new work makes a backup worth a word. */
const WORTH_A_WORD = 5

/** The learner's data in one file: out, and in again after a look at what it would change. */
export const useBackup = defineStore('backup', () => {
  const settings = useSettings()
  const last = shallowRef<LastBackup>()
  /** Says whether a teacher received things from pupils on this device. */
  const hasClass = shallowRef(false)
  const pending = shallowRef<Pending>()
  const refusal = shallowRef<Refusal>()
  const trouble = shallowRef<TroubleKind>()
  const busy = shallowRef<'reading' | 'writing' | 'taking'>()
  /** How the last backup left the device. */
  const left = shallowRef<Shared>()
  /** Things added or updated by the last import. */
  const taken = shallowRef<number>()

  const isDue = computed(() => (last.value?.since ?? 0) >= WORTH_A_WORD)
  const preview = computed(() => (pending.value ? linesOf(pending.value.plan) : []))
  /** How many things would change. */
  const changes = computed(() =>
    preview.value.reduce((sum, { added, updated }) => sum + added + updated, 0),
  )

  /** Reads when this device was last backed up. */
  async function look(): Promise<void> {
    await trying(undefined, async () => {
      const { lastBackupIn } = await import('../data/last-backup')
      last.value = await lastBackupIn().get()
    })
  }

  /** Reads whether there is something of a class to be asked about. */
  async function lookAtClass(): Promise<void> {
    await trying(undefined, async () => {
      hasClass.value = await (await tables()).backup.hasClass()
    })
  }

  /**
   * Makes a backup and gives it to the browser, or to the share sheet.
   * @param app version of the app
   */
  async function send(
    way: 'save' | 'share',
    { app, withClass }: { app: string; withClass: boolean },
  ): Promise<void> {
    left.value = undefined
    await trying('writing', async () => {
      const { lastBackup, backup } = await tables()
      const at = Date.now()
      const text = await backup.write({ withClass, app, at, settings: { ...settings.settings } })
      const name = `a-toi-de-jouer-${today()}`
      left.value = way === 'save' ? saved(name, text) : await shared(name, text)
      // The file has left: where nothing can be written, it is only not remembered.
      if (left.value !== 'cancelled') await lastBackup.mark(at).catch(() => undefined)
      last.value = await lastBackup.get()
    })
  }

  /** Reads a file chosen by the learner. Nothing changes on the device: `preview` says what would. */
  async function read(file: Blob): Promise<void> {
    forget()
    await trying('reading', async () => {
      const { backup, planImport } = await tables()
      const opened = await backup.openFile(file)
      if (!opened.ok) {
        refusal.value = opened.refusal
        return
      }
      const mine = { ...settings.settings }
      const theirs = settingsIn(opened.backup.content.settings)
      const plan = planImport(await backup.readDevice(mine), opened.backup.content)
      const hasSettings = JSON.stringify(settingsIn(mine)) !== JSON.stringify(theirs)
      pending.value = { backup: opened.backup, plan, hasSettings }
    })
  }

  /** Does what the preview says, all of it or nothing. @param withSettings also takes the settings of the file */
  async function take(withSettings: boolean): Promise<void> {
    const now = pending.value
    if (!now) return
    const count = changes.value
    await trying('taking', async () => {
      const { lastBackup, backup } = await tables()
      const { at, since } = await lastBackup.get()
      await backup.apply(now.plan, Date.now())
      if (withSettings) Object.assign(settings.settings, settingsIn(now.backup.content.settings))
      // What a new device has just read is in that file: no need of another one.
      if (at === undefined && since === 0) await lastBackup.mark(Date.parse(now.backup.madeAt))
      last.value = await lastBackup.get()
      taken.value = count
      void mirror(now.plan)
    })
    pending.value = undefined
  }

  /** Leaves the file that was read. */
  function forget(): void {
    pending.value = undefined
    refusal.value = undefined
    trouble.value = undefined
    taken.value = undefined
  }

  async function trying(what: typeof busy.value, work: () => Promise<void>): Promise<void> {
    busy.value = what
    trouble.value = undefined
    try {
      await work()
    } catch (error) {
      trouble.value = troubleOf(error).kind
    }
    busy.value = undefined
  }

  return {
    last,
    isDue,
    hasClass,
    pending,
    preview,
    changes,
    refusal,
    trouble,
    busy,
    left,
    taken,
    look,
    lookAtClass,
    send,
    read,
    take,
    forget,
  }
})

function saved(name: string, text: string): Shared {
  saveFile(`${name}.json`, text)
  return 'saved'
}

/** Share sheets take text files, and rarely the others: the content is the same, and any name is read back. */
function shared(name: string, text: string): Promise<Shared> {
  return shareFile(name, new File([text], `${name}.txt`, { type: 'text/plain' }))
}

/** The second copy of the runs that came in; the import is over without it. */
async function mirror({ runs }: ImportPlan): Promise<void> {
  const { mirrorRuns } = await import('../data/keep')
  await mirrorRuns([...runs.added, ...runs.updated.map(({ row }) => row)])
}

function linesOf({ runs, tables: others }: ImportPlan): PreviewLine[] {
  const changes: [string, Changes<unknown>][] = [['runs', runs], ...Object.entries(others)]
  return changes
    .map(([kind, one]) => lineOf(kind, one))
    .filter(
      ({ added, updated, same, older, refused }) => added + updated + same + older + refused.length,
    )
}

function lineOf(kind: string, changes: Changes<unknown>): PreviewLine {
  const { added, updated, same, older, refused } = changes
  const left = (Object.entries(refused) as [LeftOut, number][]).filter(([, count]) => count)
  return {
    kind,
    added: added.length,
    updated: updated.length,
    same,
    older,
    refused: left.map(([why, count]) => ({ why, count })),
  }
}

/** The database, and all that reads a file, come with the first need of them. */
async function tables() {
  const [{ backupIn }, { lastBackupIn }, { planImport }] = await Promise.all([
    import('../data/backup'),
    import('../data/last-backup'),
    import('../core/backup/import-plan'),
  ])
  return { backup: backupIn(), lastBackup: lastBackupIn(), planImport }
}
