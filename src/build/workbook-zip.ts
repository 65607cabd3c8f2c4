import {
  unzipSync,
  zipSync,
  type AsyncUnzipOptions,
  type AsyncZippable,
  type UnzipFileFilter,
  type Unzipped,
} from 'fflate'

export * from 'fflate'

/**
 * The asynchronous functions of fflate start a worker from a blob as soon as a file is large, which the policy of the
 * page refuses: the answer then never comes. This code is in a worker already, so it works where it is.
 */
export function zip(
  files: AsyncZippable,
  done: (error: Error | null, archive?: Uint8Array<ArrayBuffer>) => void,
): void {
  try {
    done(null, zipSync(files))
  } catch (error) {
    done(error as Error)
  }
}

/** @see zip */
export function unzip(
  archive: Uint8Array,
  options: AsyncUnzipOptions | ((error: Error | null, files?: Unzipped) => void),
  done?: (error: Error | null, files?: Unzipped) => void,
): void {
  const tell = done ?? (options as (error: Error | null, files?: Unzipped) => void)
  const filter: UnzipFileFilter | undefined =
    typeof options === 'function' ? undefined : options.filter
  try {
    tell(null, unzipSync(archive, filter ? { filter } : {}))
  } catch (error) {
    tell(error as Error)
  }
}
