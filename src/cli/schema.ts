/** `npm run schema`: writes `scenarios/scenario.schema.json`, which helps an author's editor. */
import { writeFileSync } from 'node:fs'
import { editorSchema } from './editor-schema'

writeFileSync(
  new URL('../../scenarios/scenario.schema.json', import.meta.url),
  await editorSchema(),
)
