import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import tseslint from 'typescript-eslint'
import { roomOf, rooms } from '../src/build/rooms.mjs'

// The real configuration, on files that do not exist: rules that need types are off, the others are the project's.
const eslint = new ESLint({ overrideConfig: [tseslint.configs.disableTypeChecked] })

async function rulesBroken(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath })
  return (result?.messages ?? []).map(({ ruleId, message }) => ruleId ?? message)
}

const component = (template: string) =>
  `<script setup lang="ts">\ndefineProps<{ text: string }>()\n</script>\n\n<template>\n  ${template}\n</template>\n`

describe('a room imports only what the table allows', () => {
  it.each([
    ['src/core/play.ts', 'vue'],
    ['src/core/play.ts', 'dexie'],
    ['src/core/play.ts', 'node:fs'],
    ['src/core/play.ts', 'virtual:faces'],
    ['src/core/play.ts', '../data/runs'],
    ['src/core/deep/play.ts', '../../stores/run'],
    ['src/data/runs.ts', 'vue'],
    ['src/data/runs.ts', 'pinia'],
    ['src/data/runs.ts', '../stores/run'],
    ['src/data/runs.ts', '../screens/home/HomeScreen.vue'],
    ['src/stores/run.ts', '../screens/home/HomeScreen.vue'],
    ['src/stores/run.ts', '../ui/AppButton.vue'],
    ['src/stores/run.ts', 'dexie'],
    ['src/screens/home/home.ts', '../../data/runs'],
    ['src/screens/home/home.ts', '../play/PlayScreen.vue'],
    ['src/screens/home/parts/card.ts', '../../play/PlayScreen.vue'],
    ['src/screens/home/home.ts', 'dexie'],
    ['src/ui/button.ts', '../core/run'],
    ['src/ui/button.ts', '../stores/run'],
    ['src/i18n/i18n.ts', '../core/run'],
    ['src/pwa/update.ts', '../data/runs'],
    ['src/pwa/update.ts', '../stores/run'],
    ['src/cli/check.ts', '../data/runs'],
    ['src/build/faces.ts', '../stores/run'],
    ['src/main.ts', './cli/check'],
    ['src/helpers/x.ts', 'vue'],
  ])('%s may not import %s', async (file, target) => {
    expect(await rulesBroken(file, `import '${target}'\n`)).toContain('rooms/imports')
  })

  it.each([
    ['src/core/play.ts', './run'],
    ['src/core/compile.ts', 'xstate'],
    ['src/core/hash.ts', '@noble/hashes/sha2.js'],
    ['src/data/runs.ts', 'dexie'],
    ['src/data/runs.ts', '../core/run'],
    ['src/data/library.ts', '../../scenarios/facts.json'],
    ['src/stores/run.ts', '../data/runs'],
    ['src/stores/run.ts', 'vue'],
    ['src/screens/home/home.ts', '../../stores/run'],
    ['src/screens/home/home.ts', './HomeScreen.vue'],
    ['src/screens/home/parts/card.ts', '../HomeScreen.vue'],
    ['src/screens/home/home.ts', '../../ui/AppButton.vue'],
    ['src/ui/button.ts', './AppIcon.vue'],
    ['src/pwa/update.ts', 'workbox-window'],
    ['src/cli/check.ts', '../core/check'],
    ['src/main.ts', './data/db'],
    ['src/core/play.test.ts', 'fast-check'],
  ])('%s may import %s', async (file, target) => {
    expect(await rulesBroken(file, `import '${target}'\n`)).toEqual([])
  })

  it.each([
    ["export { x } from 'vue'\n"],
    ["export * from '../data/runs'\n"],
    ["export const later = () => import('../data/runs')\n"],
    ["export const worker = new Worker(new URL('../data/parse.ts', import.meta.url))\n"],
  ])('however it is written: %s', async (code) => {
    expect(await rulesBroken('src/core/play.ts', code)).toContain('rooms/imports')
  })

  it('reads .vue files too', async () => {
    const code = `<script setup lang="ts">\nimport { runs } from '../../data/runs'\n</script>\n\n<template>\n  <p>{{ runs }}</p>\n</template>\n`
    expect(await rulesBroken('src/screens/home/HomeScreen.vue', code)).toContain('rooms/imports')
  })

  it('knows every room by name', () => {
    expect(Object.keys(rooms)).toContain('core')
    expect(roomOf('src/App.vue')).toEqual({ room: 'main', folder: '' })
    expect(roomOf('src/screens/home/HomeScreen.vue')).toEqual({ room: 'screens', folder: 'home' })
    expect(roomOf('tests/rooms.test.ts')).toBeUndefined()
  })
})

describe('the core is pure', () => {
  it.each([
    'new Date()',
    'Date.now()',
    'crypto.randomUUID()',
    'window.name',
    'document.title',
    "console.warn('x')",
    'localStorage.length',
    'globalThis.name',
  ])('%s is refused there', async (code) => {
    const broken = await rulesBroken('src/core/play.ts', `export const x = ${code}\n`)
    expect(broken).toContain('no-restricted-globals')
  })

  it('Math.random is refused there', async () => {
    const broken = await rulesBroken('src/core/play.ts', 'export const x = Math.random()\n')
    expect(broken).toContain('no-restricted-properties')
  })

  it('its tests and the other rooms may use them', async () => {
    const code = 'export const x = [Date.now(), Math.random()]\n'
    expect(await rulesBroken('src/core/play.test.ts', code)).toEqual([])
    expect(await rulesBroken('src/stores/run.ts', code)).toEqual([])
  })
})

describe('text never becomes HTML or code', () => {
  it.each([
    ['no-restricted-syntax', 'export const f = (e: Element, t: string) => (e.innerHTML = t)\n'],
    ['no-restricted-syntax', 'export const f = (t: string) => document.write(t)\n'],
    ['no-restricted-syntax', "window.addEventListener('message', () => undefined)\n"],
    ['no-eval', "export const x: unknown = eval('1')\n"],
    ['no-new-func', "export const x: unknown = new Function('return 1')\n"],
  ])('%s: %s', async (rule, code) => {
    expect(await rulesBroken('src/stores/run.ts', code)).toContain(rule)
  })

  it.each([
    ['vue/no-v-html', '<p v-html="text" />'],
    ['vue/no-restricted-static-attribute', '<p style="color: red">{{ text }}</p>'],
    ['vue/no-bare-strings-in-template', '<p>Bonjour {{ text }}</p>'],
    ['vuejs-accessibility/alt-text', '<img :src="text" />'],
  ])('%s: %s', async (rule, template) => {
    expect(await rulesBroken('src/ui/AppText.vue', component(template))).toContain(rule)
  })

  it('a bound style passes', async () => {
    const code = component('<p :style="{ color: text }">{{ text }}</p>')
    expect(await rulesBroken('src/ui/AppText.vue', code)).toEqual([])
  })
})
