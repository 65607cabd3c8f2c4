// Lets tools that do not read .vue files (ESLint) know what importing one gives.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}

declare module 'virtual:modules' {
  import type { ModuleSummary } from './core/pack'
  /** The shipped modules, in the order of the journey; `load` gives the text of a pack. */
  const modules: { summary: ModuleSummary; load: () => Promise<{ default: string }> }[]
  export default modules
}

declare module 'virtual:module-faces' {
  import type { Art } from './core/art'
  /** One drawn person per module, by module id. */
  const faces: Record<string, Art>
  export default faces
}
