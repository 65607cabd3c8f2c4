import { shallowRef } from 'vue'

/** How far a finger goes before it counts, in pixels. */
const FAR = 70

/**
 * A card that follows a finger to one side. Only an extra: buttons must do the same.
 * @param onSwipe called once the finger leaves, when it went far enough
 */
export function useSwipe(onSwipe: (way: 'left' | 'right') => void) {
  const offset = shallowRef(0)
  let from: number | undefined

  function start(event: PointerEvent): void {
    from = event.clientX
    // The card keeps a mouse that leaves it, as it does a finger.
    if (event.currentTarget instanceof Element)
      event.currentTarget.setPointerCapture(event.pointerId)
  }

  function move(event: PointerEvent): void {
    if (from !== undefined) offset.value = event.clientX - from
  }

  function end(event: PointerEvent): void {
    const far = event.type === 'pointerup' && Math.abs(offset.value) > FAR
    const way = offset.value > 0 ? 'right' : 'left'
    from = undefined
    offset.value = 0
    if (far) onSwipe(way)
  }

  return { offset, start, move, end }
}
