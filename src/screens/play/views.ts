import type { Component } from 'vue'
import type { Step } from '../../core/scenario'
import ChoiceList from './ChoiceList.vue'
import EndingView from './EndingView.vue'
import ModelView from './ModelView.vue'
import NextView from './NextView.vue'
import OrderView from './OrderView.vue'
import PickView from './PickView.vue'
import SayView from './SayView.vue'
import SensitiveView from './SensitiveView.vue'
import WriteView from './WriteView.vue'

/** How each kind of step is played. Automatic steps are passed by the machine and never shown. */
const views: Record<Exclude<Step['kind'], 'draw' | 'branch'>, Component> = {
  lines: NextView,
  decision: ChoiceList,
  write: WriteView,
  pick: PickView,
  order: OrderView,
  say: SayView,
  model: ModelView,
  sensitive: SensitiveView,
  ending: EndingView,
}

/** The component that plays a step. */
export function viewOf(step: Step): Component | undefined {
  return step.kind === 'draw' || step.kind === 'branch' ? undefined : views[step.kind]
}
