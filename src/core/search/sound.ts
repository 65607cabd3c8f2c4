/**
 * How folded French words sound, roughly: words misspelt as they are heard get the same key (`kuisinier` and
 * `cuisinier`, `esteticiene` and `esthéticienne`, `garajiste` and `garagistes`). Only good for comparing keys.
 * @param text made by `fold`; several lines may be given at once.
 */
export function sound(text: string): string {
  return RULES.reduce((key, [heard, as]) => key.replace(heard, as), text)
}

/** Applied in this order. `1` stands for the sound of « ch ». */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/s?ch/g, '1'],
  [/h/g, ''],
  [/qu?/g, 'k'],
  [/s?c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/gu(?=[eiy])/g, 'g'],
  [/ge(?=[aou])|g(?=[eiy])/g, 'j'],
  [/eau|au/g, 'o'],
  [/ai|ei/g, 'e'],
  [/y/g, 'i'],
  [/ti(?=on)/g, 'si'],
  [/m(?=[pb])/g, 'n'],
  [/z/g, 's'],
  [/w/g, 'v'],
  [/([a-z])\1/g, '$1'],
  [/([a-z]{2})[sx](?![a-z0-9])/g, '$1'],
  [/([a-z]{2})e(?![a-z0-9])/g, '$1'],
]
