import { defineAsyncComponent, type Component } from 'vue'
import type { Step } from '../../core/scenario'
import ChoiceList from './ChoiceList.vue'
import NextView from './NextView.vue'

const load = {
  ending: () => import('./EndingView.vue'),
  feedback: () => import('./FeedbackSheet.vue'),
  model: () => import('./ModelView.vue'),
  order: () => import('./OrderView.vue'),
  pick: () => import('./PickView.vue'),
  place: () => import('./PlacePicture.vue'),
  say: () => import('./SayView.vue'),
  sensitive: () => import('./SensitiveView.vue'),
  term: () => import('./TermDialog.vue'),
  write: () => import('./WriteView.vue'),
}

/** How each kind of step is played. Automatic steps are passed by the machine and never shown. */
const views: Record<Exclude<Step['kind'], 'draw' | 'branch'>, Component> = {
  lines: NextView,
  decision: ChoiceList,
  ending: defineAsyncComponent(load.ending),
  model: defineAsyncComponent(load.model),
  order: defineAsyncComponent(load.order),
  pick: defineAsyncComponent(load.pick),
  say: defineAsyncComponent(load.say),
  sensitive: defineAsyncComponent(load.sensitive),
  write: defineAsyncComponent(load.write),
}

/** What follows a move; like the rarer views, it comes right after the first screen. */
export const FeedbackSheet = defineAsyncComponent(load.feedback)

/** Where the scene is, when nobody is in sight. */
export const PlacePicture = defineAsyncComponent(load.place)

/** The definition of a touched word. */
export const TermDialog = defineAsyncComponent(load.term)

/** The component that plays a step. */
export function viewOf(step: Step): Component | undefined {
  return step.kind === 'draw' || step.kind === 'branch' ? undefined : views[step.kind]
}

/** Brings every view, so that no later step waits for the network. */
export async function warmViews(): Promise<void> {
  await Promise.all(Object.values(load).map((view) => view()))
}
