// Lets tools that do not read .vue files (ESLint) know what importing one gives.
declare module '*.vue' {
  import type { DefineComponent } from 'vue'
  const component: DefineComponent
  export default component
}
