import { createAvatar } from '@dicebear/core'
import * as openPeeps from '@dicebear/open-peeps'
import { NodeTypes, parse, type ElementNode } from '@vue/compiler-dom'
import { optimize } from 'svgo'
import type { Art, Shape } from '../core/art'
import type { Mood } from '../core/look'
import type { Character, Scenario } from '../core/scenario'

/** The drawing's own units: DiceBear « open-peeps » draws on 704 × 704. */
const GROUPS = ['body', 'head', 'face', 'facialHair', 'mask', 'accessories'] as const

/** Draws the people of a module: one base per character, and only the faces that its lines ask for. */
export function drawArt(scenario: Scenario): Art {
  const art: Art = { people: {}, faces: {} }
  for (const character of scenario.cast) {
    const { body, head, facialHair, accessories } = draw(character, 'calm')
    art.people[character.id] = {
      under: [body, head].flat(),
      over: [facialHair, accessories].flat(),
    }
  }
  const anyone = scenario.cast[0]
  if (anyone) for (const mood of moodsOf(scenario)) art.faces[mood] = draw(anyone, mood).face
  return art
}

/** Every mood asked for by a line, and `calm`, which a silent person has. */
function moodsOf(scenario: Scenario): Set<Mood> {
  const moods = new Set<Mood>(['calm'])
  JSON.stringify(scenario.steps, (key, value: unknown) => {
    if (key === 'mood') moods.add(value as Mood)
    return value
  })
  return moods
}

function draw({ look }: Character, mood: Mood): Record<(typeof GROUPS)[number], Shape[]> {
  const svg = createAvatar(openPeeps, {
    seed: 'a-toi-de-jouer',
    head: [look.head],
    face: [mood],
    facialHair: look.facialHair ? [look.facialHair] : [],
    facialHairProbability: look.facialHair ? 100 : 0,
    accessories: look.accessories ? [look.accessories] : [],
    accessoriesProbability: look.accessories ? 100 : 0,
    maskProbability: 0,
    skinColor: [look.skin],
    headContrastColor: [look.hair],
    clothingColor: [look.clothing],
  }).toString()
  const groups = drawnGroups(svg)
  return Object.fromEntries(
    GROUPS.map((name, index) => [name, groups[index] ? [groups[index]] : []]),
  ) as Record<(typeof GROUPS)[number], Shape[]>
}

/** The six top groups of a drawing, rounded to whole units of 704 and stripped of what draws nothing. */
function drawnGroups(svg: string): Shape[] {
  const { data } = optimize(svg, {
    floatPrecision: 0,
    plugins: [{ name: 'convertPathData', params: { floatPrecision: 0 } }],
  })
  const root = elements(parse(data).children)[0]
  const clip = elements(root?.children ?? []).findLast((element) => element.tag === 'g')
  return elements(clip?.children ?? []).map(shape)
}

function shape(element: ElementNode): Shape {
  const attributes: Record<string, string> = {}
  for (const prop of element.props)
    if (prop.type === NodeTypes.ATTRIBUTE && KEPT.has(prop.name))
      attributes[prop.name] = prop.value?.content ?? ''
  const children = elements(element.children).map(shape)
  return children.length
    ? [element.tag as Shape[0], attributes, children]
    : [element.tag as Shape[0], attributes]
}

const KEPT = new Set([
  'd',
  'fill',
  'fill-rule',
  'clip-rule',
  'transform',
  'opacity',
  'fill-opacity',
])

function elements(nodes: readonly { type: NodeTypes }[]): ElementNode[] {
  return nodes.filter((node): node is ElementNode => node.type === NodeTypes.ELEMENT)
}
