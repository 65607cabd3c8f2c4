import { h, type FunctionalComponent, type VNode } from 'vue'

/** A drawn shape as data: tag, attributes, shapes inside. */
type Drawn = ['path' | 'g', Record<string, string>, Drawn[]?]

/** The layers of a drawn person, from back to front, on 704 × 704. Decorative: the emotion is said in words. */
export const FaceDrawing: FunctionalComponent<{ layers: readonly (readonly Drawn[])[] }> = (
  props,
) =>
  h(
    'svg',
    { viewBox: '0 0 704 704', 'aria-hidden': 'true', focusable: 'false' },
    props.layers.flatMap((layer) => layer.map(toNode)),
  )
FaceDrawing.props = ['layers']

function toNode([tag, attributes, inside]: Drawn): VNode {
  return h(tag, attributes, inside?.map(toNode))
}
