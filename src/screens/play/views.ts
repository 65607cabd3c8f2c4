import { defineAsyncComponent, type Component } from 'vue'
import type { Step } from '../../core/scenario'
import { loadTexts } from '../../i18n/i18n'
import { painted } from '../../stores/painted'
import ChoiceList from './ChoiceList.vue'
import NextView from './NextView.vue'

/** A view that comes after the first screen, with its words. */
function later<T>(view: () => Promise<T>, texts = 'gesture'): () => Promise<T> {
  return async () => (await Promise.all([view(), loadTexts(texts)]))[0]
}

const load = {
  ending: later(() => import('./EndingView.vue')),
  feedback: later(() => import('./FeedbackSheet.vue')),
  help: later(() => import('./HelpDoor.vue')),
  listen: later(() => import('./ListenButton.vue')),
  meter: later(() => import('./MeterPill.vue')),
  model: later(() => import('./ModelView.vue')),
  notice: later(() => import('./NoticeLine.vue'), 'trouble'),
  order: later(() => import('./OrderView.vue')),
  pick: later(() => import('./PickView.vue')),
  place: later(() => import('./PlacePicture.vue')),
  say: later(() => import('./SayView.vue')),
  sensitive: later(() => import('./SensitiveView.vue')),
  term: later(() => import('./TermDialog.vue')),
  write: later(() => import('./WriteView.vue')),
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

/** Who can help, in a module with a sensitive scene. Comes after the first step. */
export const HelpDoor = defineAsyncComponent(() => painted().then(load.help))

/** Reads the scene aloud. Comes after the first step. */
export const ListenButton = defineAsyncComponent(() => painted().then(load.listen))

/** What the learner must know about the storage of this run. */
export const NoticeLine = defineAsyncComponent(load.notice)

/** A meter; none is shown at a first try, so it may come right after the first screen. */
export const MeterPill = defineAsyncComponent(load.meter)

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
