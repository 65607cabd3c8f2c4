// Lets tools that do not read .vue files (ESLint) know what importing one gives.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}

declare module 'virtual:modules' {
  /** The shipped modules by id: `load` gives the text of a pack, `loadArt` its drawings. */
  const modules: Record<
    string,
    | {
        load: () => Promise<{ default: string }>
        loadArt: () => Promise<{ default: import('./core/art').Art }>
      }
    | undefined
  >
  export default modules
}

declare module 'virtual:module-summaries' {
  /** The shipped modules, in the order of the journey. */
  const summaries: import('./core/pack').ModuleSummary[]
  export default summaries
}

declare module 'virtual:module-faces' {
  /** One drawn person per module, by module id. */
  const faces: Record<string, import('./core/art').Art>
  export default faces
}
