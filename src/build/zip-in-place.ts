import { fileURLToPath } from 'node:url'

const IN_PLACE = fileURLToPath(new URL('./workbook-zip.ts', import.meta.url))

/** Gives the libraries of workbooks a zip that starts no worker of its own: see `workbook-zip.ts`. */
export function zipInPlace() {
  return {
    name: 'zip-in-place',
    enforce: 'pre' as const,
    resolveId: (id: string, importer?: string) =>
      id === 'fflate' && importer && /(read|write)-excel-file/.test(importer)
        ? IN_PLACE
        : undefined,
  }
}
