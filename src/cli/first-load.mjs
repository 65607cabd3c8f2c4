import { readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

/**
 * What a built page loads without waiting for anything else.
 * @param {string} dist the folder of the build
 * @returns {Set<string>} index.html, then its files and all that they import at once, as paths inside `dist`
 */
export function firstLoad(dist) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  const files = new Set(['index.html'])
  for (const [, path] of html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)) {
    if (path) follow(dist, path, files)
  }
  return files
}

/**
 * @param {string} dist
 * @param {string} path
 * @param {Set<string>} files
 */
function follow(dist, path, files) {
  if (files.has(path)) return
  files.add(path)
  if (!path.endsWith('.js')) return
  const code = readFileSync(join(dist, path), 'utf8')
  // `from"./x.js"` and `import"./x.js"`; `import("./x.js")` comes later and is not counted.
  for (const [, target] of code.matchAll(/(?:from|import)\s*["'](\.[^"']+\.js)["']/g)) {
    if (target) follow(dist, normalize(join(dirname(path), target)), files)
  }
}
