import js from '@eslint/js'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import a11y from 'eslint-plugin-vuejs-accessibility'
import globals from 'globals'
import tseslint from 'typescript-eslint'
import rooms from './src/build/rooms.mjs'

const tests = ['**/*.test.ts', 'tests/**']
const terminal = ['src/{cli,build}/**', '*.config.{js,ts}']

/** Text never becomes HTML or code (the Content-Security-Policy is the second guard). */
const unsafe = [
  {
    selector: 'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|srcdoc)$/]',
    message: 'Text is shown as text: no HTML from strings.',
  },
  {
    selector: 'MemberExpression[object.name="document"][property.name=/^(write|writeln)$/]',
    message: 'Text is shown as text: no HTML from strings.',
  },
  {
    selector:
      'CallExpression[callee.object.name="window"][callee.property.name="addEventListener"][arguments.0.value="message"]',
    message: 'The app listens to no other window.',
  },
]

/** The core gets time, chance and the outside world as arguments. */
const outsideWorld = [
  'Date',
  'Temporal',
  'performance',
  'crypto',
  'window',
  'document',
  'navigator',
  'location',
  'console',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'requestAnimationFrame',
  'process',
  'globalThis',
  'self',
]

export default tseslint.config(
  {
    ignores: ['dist/', 'coverage/', 'playwright-report/', 'test-results/'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.recommendedTypeChecked,
  vue.configs['flat/recommended'],
  a11y.configs['flat/recommended'],
  {
    languageOptions: {
      parserOptions: {
        parser: tseslint.parser,
        project: './tsconfig.eslint.json',
        extraFileExtensions: ['.vue'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: ['error', 'smart'],
      // Files from outside are searched for control characters on purpose.
      'no-control-regex': 'off',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...unsafe],
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.vue'],
    // vue-tsc is the judge of types inside .vue files.
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.browser },
    rules: {
      'vue/no-v-html': 'error',
      'vue/no-restricted-static-attribute': [
        'error',
        { key: 'style', message: 'Refused by the Content-Security-Policy: use a class or :style.' },
      ],
      'vue/no-bare-strings-in-template': 'error',
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/block-order': ['error', { order: ['script', 'template', 'style'] }],
      'vue/define-macros-order': 'error',
      'vue/no-template-target-blank': 'error',
      'vue/no-unused-refs': 'error',
      'vue/no-undef-components': ['error', { ignorePatterns: ['^Router(Link|View)$'] }],
      'vuejs-accessibility/label-has-for': ['error', { required: { some: ['nesting', 'id'] } }],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    extends: [tseslint.configs.disableTypeChecked],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['src/**'],
    ignores: tests,
    plugins: { rooms },
    rules: { 'rooms/imports': 'error' },
  },
  {
    files: ['src/core/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': [
        'error',
        ...outsideWorld.map((name) => ({ name, message: 'The core receives it as an argument.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Chance is an argument of the core.' },
      ],
      'no-console': 'off',
    },
  },
  { files: [...terminal, ...tests], rules: { 'no-console': 'off' } },
  prettier,
)
