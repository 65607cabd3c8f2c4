import type { Component } from 'vue'
import IconHammer from '~icons/ph/hammer'
import IconTeam from '~icons/ph/users-three'
import IconDeal from '~icons/ph/handshake'
import IconTalk from '~icons/ph/chats-circle'
import IconService from '~icons/ph/buildings'
import IconDetail from '~icons/ph/magnifying-glass'
import IconDraw from '~icons/ph/pencil-simple-line'
import IconSpeak from '~icons/ph/megaphone'
import IconNature from '~icons/ph/tree'
import IconDiscover from '~icons/ph/binoculars'
import IconRules from '~icons/ph/scales'
import IconWords from '~icons/ph/book-open-text'
import IconMove from '~icons/ph/person-simple-run'
import IconHands from '~icons/ph/hand'
import IconNumbers from '~icons/ph/calculator'
import IconTravel from '~icons/ph/suitcase-rolling'
import IconAnimals from '~icons/ph/paw-print'
import IconPlan from '~icons/ph/calendar-check'
import IconDrive from '~icons/ph/steering-wheel'
import IconPlanet from '~icons/ph/globe-hemisphere-west'
import IconChildren from '~icons/ph/baby'
import IconCare from '~icons/ph/heartbeat'
import IconRescue from '~icons/ph/lifebuoy'
import IconTeach from '~icons/ph/chalkboard-teacher'
import IconThrill from '~icons/ph/lightning'
import IconBehind from '~icons/ph/mask-happy'
import IconCook from '~icons/ph/cooking-pot'
import IconCultures from '~icons/ph/translate'
import IconTech from '~icons/ph/robot'
import IconArt from '~icons/ph/paint-brush'

/** One drawing per interest centre of ROME 4.0, in the order of their numbers (from 1). */
export const INTEREST_ICONS: readonly Component[] = [
  IconHammer,
  IconTeam,
  IconDeal,
  IconTalk,
  IconService,
  IconDetail,
  IconDraw,
  IconSpeak,
  IconNature,
  IconDiscover,
  IconRules,
  IconWords,
  IconMove,
  IconHands,
  IconNumbers,
  IconTravel,
  IconAnimals,
  IconPlan,
  IconDrive,
  IconPlanet,
  IconChildren,
  IconCare,
  IconRescue,
  IconTeach,
  IconThrill,
  IconBehind,
  IconCook,
  IconCultures,
  IconTech,
  IconArt,
]
