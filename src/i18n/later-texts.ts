/** The texts of the screens that come later, by file; each is loaded with its screen. */
export const laterTexts = import.meta.glob<{ default: object }>([
  './*/*.json',
  '!./fr/{common,play}.json',
])
