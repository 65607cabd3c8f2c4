// Who may import whom. One line per room; the lint rule `rooms/imports` reads this table and nothing else.
import { dirname, join, relative, sep } from 'node:path'

/**
 * @typedef {object} Room
 * @property {string[]} rooms     rooms of src/ it may import, itself included
 * @property {string[] | 'any'} packages  packages it may import
 */

const own = 'own folder'

/** @type {Readonly<Record<string, Room>>} */
export const rooms = {
  core: {
    rooms: ['core'],
    packages: [
      'xstate',
      'valibot',
      '@noble/ciphers',
      '@noble/curves',
      '@noble/hashes',
      '@scure/base',
      'uqr',
      '@leeoniya/ufuzzy',
      'papaparse',
    ],
  },
  data: {
    rooms: ['core', 'data', 'scenarios'],
    packages: [
      'dexie',
      '@noble/hashes',
      '@scure/bip39',
      'fflate',
      'qr',
      'uqr',
      'papaparse',
      'read-excel-file',
      'write-excel-file',
    ],
  },
  stores: { rooms: ['core', 'data', 'stores'], packages: ['vue', 'pinia'] },
  screens: {
    rooms: ['stores', 'core', 'ui', 'i18n', own],
    packages: ['vue', 'vue-router', 'pinia'],
  },
  ui: { rooms: ['ui'], packages: ['vue', 'uqr'] },
  i18n: { rooms: ['i18n'], packages: ['vue', 'i18next'] },
  pwa: { rooms: ['pwa', 'ui', 'i18n'], packages: ['vue', 'workbox-window'] },
  build: { rooms: ['core', 'build', 'scenarios'], packages: 'any' },
  cli: { rooms: ['core', 'build', 'cli', 'scenarios'], packages: 'any' },
  // main.ts, App.vue, router.ts: the files directly in src/ put the rooms together.
  main: {
    rooms: ['core', 'data', 'stores', 'screens', 'ui', 'i18n', 'pwa', 'main'],
    packages: ['vue', 'vue-router', 'pinia', 'i18next', '@fontsource-variable'],
  },
}

/**
 * The room of a file and its folder inside that room, from its path relative to the repository.
 * @param {string} path
 * @returns {{ room: string, folder: string } | undefined}
 */
export function roomOf(path) {
  const parts = path.split(sep)
  if (parts[0] === 'scenarios') return { room: 'scenarios', folder: '' }
  if (parts[0] !== 'src' || parts[1] === undefined) return undefined
  if (parts.length === 2) return { room: 'main', folder: '' }
  return { room: parts[1], folder: parts.length > 3 ? (parts[2] ?? '') : '' }
}

/**
 * Why `specifier` may not be imported from `file` (path relative to the repository), or undefined when it may.
 * @param {string} file
 * @param {string} specifier
 * @returns {string | undefined}
 */
function refusal(file, specifier) {
  const from = roomOf(file)
  if (!from || from.room === 'scenarios') return undefined
  const rule = rooms[from.room]
  if (!rule) return `src/${from.room}/ is not a room: see the table in src/build/rooms.mjs`
  if (/^(virtual:|~)/.test(specifier)) {
    return from.room === 'core' ? `core may not import ${specifier}` : undefined
  }
  if (!/^\.{0,2}\//.test(specifier)) return packageRefusal(from.room, rule, specifier)

  const path = (specifier.split('?')[0] ?? '').replace(/^\//, '')
  const target = specifier.startsWith('/') ? path : relative('', join(dirname(file), path))
  const to = roomOf(target)
  if (!to)
    return from.room === 'build' || from.room === 'cli'
      ? undefined
      : `${from.room} may not import ${specifier}`
  if (from.room === to.room && rule.rooms.includes(own)) {
    return from.folder === to.folder
      ? undefined
      : `screens/${from.folder} may not import screens/${to.folder}`
  }
  return rule.rooms.includes(to.room) ? undefined : `${from.room} may not import ${to.room}`
}

/**
 * @param {string} room
 * @param {Room} rule
 * @param {string} specifier
 */
function packageRefusal(room, rule, specifier) {
  if (rule.packages === 'any') return undefined
  const known = rule.packages.some((name) => specifier === name || specifier.startsWith(`${name}/`))
  return known ? undefined : `${room} may not import the package ${specifier}`
}

/** @typedef {Parameters<NonNullable<import('eslint').Rule.RuleListener['ImportExpression']>>[0]['source']} Expression */

/** @type {import('eslint').Rule.RuleModule} */
const imports = {
  meta: { type: 'problem', schema: [], messages: { refused: '{{reason}}' } },
  create(context) {
    const file = relative(context.cwd, context.filename)
    /** @param {Expression | null | undefined} source */
    function check(source) {
      if (source?.type !== 'Literal' || typeof source.value !== 'string') return
      const reason = refusal(file, source.value)
      if (reason) context.report({ node: source, messageId: 'refused', data: { reason } })
    }
    return {
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      // new Worker(new URL('./x.ts', import.meta.url)) is an import too.
      NewExpression(node) {
        const isUrl = node.callee.type === 'Identifier' && node.callee.name === 'URL'
        const [path, origin] = node.arguments
        const isHere = origin?.type === 'MemberExpression' && origin.object.type === 'MetaProperty'
        if (isUrl && isHere && path?.type === 'Literal') check(path)
      },
    }
  },
}

export default { rules: { imports } }
