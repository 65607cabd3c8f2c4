import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import SuggestField from './SuggestField.vue'

const options = [
  { id: 'D1102', label: 'Boulanger' },
  { id: 'D1104', label: 'Pâtissier', note: 'pour « gâteaux »' },
]

async function typed(list = options) {
  const field = mount(SuggestField, {
    props: { label: 'Métier', options: list, news: `${list.length} réponses`, modelValue: 'bou' },
    attachTo: document.body,
  })
  await field.get('input').trigger('input')
  return field
}

const press = (field: Awaited<ReturnType<typeof typed>>, key: string) =>
  field.get('input').trigger('keydown', { key })

test('the list is hidden until something is typed', () => {
  const field = mount(SuggestField, {
    props: { label: 'Métier', options, news: '', modelValue: '' },
    attachTo: document.body,
  })
  expect(field.get('input').attributes('aria-expanded')).toBe('false')
  expect(field.get('ul').isVisible()).toBe(false)
})

test('the field says what it controls, and which option the arrows reached', async () => {
  const field = await typed()
  const input = field.get('input')
  expect(input.attributes('aria-expanded')).toBe('true')
  expect(input.attributes('aria-controls')).toBe(field.get('ul').attributes('id'))
  await press(field, 'ArrowDown')
  await press(field, 'ArrowDown')
  const second = field.findAll('li')[1]
  expect(input.attributes('aria-activedescendant')).toBe(second?.attributes('id'))
  expect(second?.attributes('aria-selected')).toBe('true')
})

test('the arrows go round', async () => {
  const field = await typed()
  await press(field, 'ArrowUp')
  expect(field.findAll('li')[1]?.attributes('aria-selected')).toBe('true')
  await press(field, 'ArrowDown')
  expect(field.findAll('li')[0]?.attributes('aria-selected')).toBe('true')
})

test('Enter takes the option reached, or the first one', async () => {
  const field = await typed()
  await press(field, 'Enter')
  expect(field.emitted('choose')).toEqual([['D1102']])
  await field.get('input').trigger('input')
  await press(field, 'ArrowUp')
  await press(field, 'Enter')
  expect(field.emitted('choose')?.at(-1)).toEqual(['D1104'])
})

test('a tap takes an option', async () => {
  const field = await typed()
  await field.findAll('li')[1]?.trigger('click')
  expect(field.emitted('choose')).toEqual([['D1104']])
})

test('Escape closes the list and keeps what was typed', async () => {
  const field = await typed()
  await press(field, 'Escape')
  expect(field.get('ul').isVisible()).toBe(false)
  expect(field.emitted('choose')).toBeUndefined()
  expect((field.get('input').element as HTMLInputElement).value).toBe('bou')
})

test('without option, Enter does nothing and the news are said', async () => {
  const field = await typed([])
  await press(field, 'Enter')
  expect(field.emitted('choose')).toBeUndefined()
  expect(field.get('[role=status]').text()).toBe('0 réponses')
})
