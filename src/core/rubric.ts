import { access } from './rubric/access'
import { beforeAndAfter, realLifeEnd, reviewCards, teacherKit } from './rubric/afterwards'
import { castLedger } from './rubric/cast'
import { endingsReached, notGuessable, playsEnd } from './rubric/chance'
import { duration } from './rubric/duration'
import { hygiene } from './rubric/hygiene'
import {
  endingsExplained,
  examplesAndRules,
  misconceptionsRefuted,
  objectivesPractised,
} from './rubric/learning'
import { textLengths } from './rubric/lengths'
import { materialOf, type Shelf } from './rubric/material'
import { choicesExplained, notesOnTheAct } from './rubric/notes'
import { defensibleMiddle, optionsAlike } from './rubric/options'
import { originality } from './rubric/originality'
import { manyPlays } from './rubric/plays'
import { readability, sentenceLengths } from './rubric/readability'
import { repairPossible } from './rubric/repair'
import type { Row } from './rubric/row'
import { sensitiveScenes } from './rubric/scenes'
import { factsSourced, figuresSourced } from './rubric/sources'
import { choicesMatter, decisionCounts, optionCounts, variantsDiffer } from './rubric/structure'
import { vocabulary } from './rubric/vocabulary'
import type { Scenario } from './scenario'

/**
 * Measures a module on every row of the rubric that a machine can read (`reference/pedagogy.md` §5).
 * The module must have no blocking diagnostic. The same arguments always give the same figures.
 */
export function rubric(scenario: Scenario, shelf: Shelf): Row[] {
  const material = materialOf(scenario, shelf)
  const plays = manyPlays(material)
  return [
    decisionCounts(material),
    optionCounts(material),
    playsEnd(material, plays),
    endingsReached(material, plays),
    choicesMatter(material),
    notGuessable(material, plays),
    repairPossible(material),
    variantsDiffer(material),
    objectivesPractised(material),
    misconceptionsRefuted(material),
    choicesExplained(material),
    notesOnTheAct(material),
    optionsAlike(material),
    defensibleMiddle(material),
    endingsExplained(material),
    examplesAndRules(material, plays),
    reviewCards(material),
    realLifeEnd(material),
    beforeAndAfter(material),
    factsSourced(material),
    figuresSourced(material),
    readability(material),
    sentenceLengths(material),
    textLengths(material, plays),
    vocabulary(material),
    hygiene(material),
    duration(material, plays),
    access(material),
    castLedger([scenario]),
    sensitiveScenes(material),
    originality(material),
    teacherKit(material),
  ].filter((row) => row !== undefined)
}
