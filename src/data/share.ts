import { saveFile } from './save-file'

/**
 * What became of something to share. shared: the system took it; copied, saved: the browser has no share sheet for
 * it, so it was copied or saved instead; cancelled: the user closed the share sheet; refused: nothing worked.
 */
export type Shared = 'shared' | 'copied' | 'saved' | 'cancelled' | 'refused'

/** Opens the share sheet of the device with a text; copies it where there is none. */
export async function shareText(title: string, text: string): Promise<Shared> {
  const done = await shared({ title, text })
  return done ?? copyText(text)
}

/** Opens the share sheet with a file; saves it where files of that kind cannot be shared. */
export async function shareFile(title: string, file: File): Promise<Shared> {
  const done = await shared({ title, files: [file] })
  if (done) return done
  saveFile(file.name, file, file.type)
  return 'saved'
}

/** Puts a text on the clipboard. */
export async function copyText(text: string): Promise<'copied' | 'refused'> {
  try {
    await navigator.clipboard.writeText(text)
    return 'copied'
  } catch {
    return 'refused'
  }
}

/** @returns undefined when this browser cannot share that. */
async function shared(data: ShareData): Promise<'shared' | 'cancelled' | undefined> {
  try {
    if (!navigator.canShare?.(data)) return undefined
    await navigator.share(data)
    return 'shared'
  } catch (error) {
    return error instanceof DOMException && error.name === 'AbortError' ? 'cancelled' : undefined
  }
}
