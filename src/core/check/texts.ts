import type { Diagnostic } from '../diagnostics'
import { tokens, type Token } from '../text'
import type { Rule, Subject } from './subject'

/** Braces that do not close, tokens that name nothing, bold that never ends. */
export const texts: Rule = (subject) => {
  const facts = new Set(subject.scenario.facts)
  const found: Diagnostic[] = []
  for (const { path, text } of subject.texts) {
    if (text.includes('**') && text.split('**').length % 2 === 0)
      found.push({ code: 'bold-unclosed', path, params: {} })
    if (!text.includes('{') && !text.includes('}')) continue
    for (const token of tokens(text)) {
      const problem = tokenProblem(subject, token, facts)
      if (!problem) continue
      found.push({ ...problem, path })
      // One stray brace makes nonsense of the rest of the text.
      if (problem.code === 'token-braces') break
    }
  }
  return found

  function tokenProblem(
    { memory, facts: known }: Subject,
    token: Token,
    declared: ReadonlySet<string>,
  ): Pick<Diagnostic, 'code' | 'params'> | undefined {
    if (token.kind === 'fact' && !declared.has(token.id))
      return { code: 'token-fact', params: { token: `{fact:${token.id}}` } }
    if (token.kind === 'fact' && known?.has(token.id) && !known.get(token.id)?.value)
      return { code: 'fact-without-value', params: { token: `{fact:${token.id}}` } }
    if (token.kind === 'memory' && memory.get(token.id)?.kind !== 'text')
      return { code: 'token-unknown', params: { token: `{${token.id}}` } }
    if (token.kind !== 'error') return undefined
    if (token.text.length === 1)
      return { code: 'token-braces', params: { near: token.text, braces: '{ }' } }
    if (token.text.startsWith('{fact:'))
      return { code: 'token-fact', params: { token: token.text } }
    return /^\{[fmn]:/.test(token.text)
      ? {
          code: 'token-agreement',
          params: { token: token.text, example: '{f:prête|m:prêt|n:au point}' },
        }
      : { code: 'token-unknown', params: { token: token.text } }
  }
}
