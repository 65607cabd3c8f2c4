import summaries from 'virtual:module-summaries'
import type { ModuleSummary } from '../core/pack'

/** The modules that came with the app, in the order of the journey. */
export const moduleSummaries: readonly ModuleSummary[] = summaries
