import { toJsonSchema } from '@valibot/to-json-schema'
import { format } from 'prettier'
import { Condition, Scenario } from '../core/scenario'

/** The JSON Schema of a module, as the text of its file; it helps an editor, `parse` stays the judge. */
export async function editorSchema(): Promise<string> {
  const { $schema, ...schema } = toJsonSchema(Scenario, { definitions: { Condition } })
  const text = JSON.stringify({ $schema, title: 'Module « À toi de jouer »', ...schema })
  return await format(text, { parser: 'json', printWidth: 100 })
}
