import { onBeforeUnmount, onMounted } from 'vue'
import { keepScreenOn } from '../data/wake-lock'

/** Keeps the screen of the device on as long as the component that asks for it is shown. To call in its setup. */
export function useAwake(): void {
  let sleepAgain: (() => void) | undefined
  onMounted(() => (sleepAgain = keepScreenOn()))
  onBeforeUnmount(() => sleepAgain?.())
}
