import vue from '@vitejs/plugin-vue'
import { fileURLToPath } from 'node:url'
import icons from 'unplugin-icons/vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { modules } from './src/build/modules.ts'
import { precacheIntegrity } from './src/build/precache-integrity.ts'
import { preload } from './src/build/preload.ts'
import { version } from './src/build/version.ts'
import { workerEnd } from './src/build/worker-end.ts'
import { zipInPlace } from './src/build/zip-in-place.ts'

// Two builds at once (an update under test, say) want two folders.
const dist = process.env['OUT_DIR'] ?? fileURLToPath(new URL('dist', import.meta.url))

export default defineConfig({
  base: './',
  // The package's own entry wraps an older form of it, 11 kB larger.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  define: { __VUE_OPTIONS_API__: 'false' },
  build: {
    target: 'es2022',
    outDir: dist,
    emptyOutDir: true,
    // A data: font or script would be refused by our own Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          // Few files travel faster than many: what is asked for at once stands together.
          groups: [
            {
              name: 'base',
              test: /node_modules\/(@vue|vue|pinia)\/|vite\/preload-helper|src\/data\/settings\./,
            },
            {
              name: 'kept',
              test: /src\/data\/(keep|mirror|runs|db|patient-factory)\.|src\/core\/chain\.|\/(dexie|@noble\/hashes)\//,
            },
            {
              name: 'play-later',
              test: /screens\/play\/(Ending|Feedback|Meter|Model|Notice|Order|Pick|Place|Say|Sensitive|Term|Write)/,
            },
            { name: 'after-load', test: /src\/(after-load|pwa\/(?!install-offer))|workbox-window/ },
          ],
        },
      },
    },
  },
  worker: { plugins: () => [zipInPlace()] },
  plugins: [
    zipInPlace(),
    vue(),
    icons({ compiler: 'vue3', scale: 1.25 }),
    modules({ gallery: process.env['GALLERY'] === '1' }),
    preload(),
    version(),
    VitePWA({
      registerType: 'prompt',
      injectRegister: null,
      // public/manifest.webmanifest is a plain file, precached with its integrity like the others.
      manifest: false,
      workbox: {
        globPatterns: ['**/*.{js,css,html,svg,png,woff2,json,webmanifest}'],
        // The first is asked past every cache: it says which build the host has. The others are for the browser's
        // own installation dialog.
        globIgnores: ['version.json', 'screenshots/*'],
        maximumFileSizeToCacheInBytes: 2_000_000,
        manifestTransforms: [precacheIntegrity(dist)],
        cleanupOutdatedCaches: true,
        // The page of the first visit is served offline too, without a reload.
        clientsClaim: true,
        // importScripts() of a plain string is refused under Trusted Types.
        inlineWorkboxRuntime: true,
        navigateFallback: 'index.html',
        navigateFallbackDenylist: [/\/[^/?]+\.[^/?]+(\?|$)/],
      },
    }),
    workerEnd(dist, new URL('src/pwa/reminder-worker.js', import.meta.url)),
  ],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'core',
          environment: 'node',
          include: [
            'src/{core,cli,build}/**/*.test.ts',
            'scenarios/**/*.test.ts',
            'tests/**/*.test.ts',
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'app',
          environment: 'happy-dom',
          setupFiles: ['fake-indexeddb/auto'],
          include: ['src/{data,stores,screens,ui,i18n,pwa}/**/*.test.ts', 'src/*.test.ts'],
        },
      },
    ],
  },
})
