/** Words whose spelling misleads the rules; initials are spelled out. */
const EXCEPTIONS: Readonly<Record<string, number>> = {
  août: 1,
  paysage: 3,
  pays: 2,
  poêle: 1,
  second: 2,
  web: 1,
  mail: 1,
  cfa: 3,
  cv: 2,
  sms: 3,
}

/** Endings in -ent of nouns, adjectives and adverbs, where it is heard: souvent, argent, moment. */
const HEARD_ENT = /(?:[cdglmrstv]|i|qu)ent$/u

/** Verbs of the third person plural that end like them: parlent, demandent, restent. */
const MUTE_ENT =
  /(?:parl|appell|rappell|travaill|demand|descend|rend|attend|perd|vend|répond|regard|aid|gard|montr|entr|rentr|ouvr|offr|dur|préfèr|préf|fer|rest|écout|compt|port|sort|part|mett|exist|not|visit|pass|laiss|pens|dis|lis|connaiss|finiss|choisiss|puiss|fass|utilis|propos|pos|refus|ss|doiv|suiv|viv|sav|écriv|reçoiv|arriv|trouv|commenc|chang|mang|manqu|expliqu|aim|form|dorm|oubli|étudi|tienn|vienn|prenn|peuv|veul)ent$/u

const VOWELS = 'aeiouyàâäéèêëîïôöùûüÿ'
const GROUP = new RegExp(`[${VOWELS}]+`, 'gu')
const MUTE_E = new RegExp(`(?<=[${VOWELS}].*[^${VOWELS}])es?$`, 'u')

/**
 * How many syllables a French word is spoken with, by rules of spelling (no dictionary).
 * Elided words (l', qu') add none; a digit counts one; a mute final e, es or ent none.
 */
export function syllables(word: string): number {
  return word
    .toLowerCase()
    .normalize('NFC')
    .replace(/œ/g, 'e')
    .replace(/æ/g, 'é')
    .replace(/(?<!\p{L})(?:[cdjlmnst]|qu)['’]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .reduce((sum, part) => sum + partSyllables(part), 0)
}

function partSyllables(part: string): number {
  if (!part) return 0
  const digits = part.match(/\d/gu)?.length
  return EXCEPTIONS[part] ?? digits ?? Math.max(1, split(heard(part)).match(GROUP)?.length ?? 0)
}

/** The letters that are heard: no mute ending, no u after q, no u or e that only shapes a g. */
function heard(word: string): string {
  const letters = word
    .replace(/ge(?=[aoâô])/gu, 'g')
    .replace(/qu/gu, 'q')
    .replace(/gu(?=[eéèêi])/gu, 'g')
  if (word.length > 4 && word.endsWith('ent') && (MUTE_ENT.test(word) || !HEARD_ENT.test(word)))
    return letters.slice(0, -3)
  return letters.replace(MUTE_E, '')
}

/** Cuts groups of vowels that are two syllables: vo-yage, ca-na-ï, ré-a-lité, ou-bli-er, nu-age, jou-er. */
function split(letters: string): string {
  return letters
    .replace(/([aeouâéèêî])y(?=[aeiouâéèêô])/gu, '$1-')
    .replace(/(?<=[aeiouyâéèêîôû])(?=[ïëü])/gu, '-')
    .replace(/é(?=[aiouâèêôû])/gu, 'é-')
    .replace(/([bcdfgptv][lr](?:i|u|ou))(?=[aeoéèêâô])/gu, '$1-')
    .replace(/([^aeoqg]u)(?=[aoéèêâ]|e[lrztx])/gu, '$1-')
    .replace(/ou(?=é|er|ez|a)/gu, 'ou-')
    .replace(/([oa])(?=é)/gu, '$1-')
    .replace(/o(?=[aè])/gu, 'o-')
    .replace(/a(?=o)/gu, 'a-')
}
