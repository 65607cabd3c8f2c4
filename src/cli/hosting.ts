import { mkdirSync, writeFileSync } from 'node:fs'
import { hostingFiles } from '../build/hosting-files'
import { licenceTable } from '../build/licences'

/** `npm run hosting`: writes the files for hosts in docs/hosting, and the list of licences. */
const docs = new URL('../../docs/', import.meta.url)
mkdirSync(new URL('hosting/', docs), { recursive: true })
for (const [name, text] of Object.entries(hostingFiles()))
  writeFileSync(new URL(`hosting/${name}`, docs), text)
writeFileSync(new URL('licences.md', docs), licenceTable())
