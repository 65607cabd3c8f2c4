// Lets tools that do not read .vue files (ESLint) know what importing one gives.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}

declare module 'virtual:modules' {
  /** The shipped modules, in the order of the journey; `load` gives the text of a pack, `loadArt` its drawings. */
  const modules: {
    summary: import('./core/pack').ModuleSummary
    load: () => Promise<{ default: string }>
    loadArt: () => Promise<{ default: import('./core/art').Art }>
  }[]
  export default modules
}

declare module 'virtual:module-faces' {
  /** One drawn person per module, by module id. */
  const faces: Record<string, import('./core/art').Art>
  export default faces
}
