/** What is asked of a voice of the browser: the fields of `SpeechSynthesisVoice` that matter here. */
export interface Voice {
  /** A language tag; Android writes `fr_FR`. */
  lang: string
  /** Says whether the words stay on the device. */
  localService: boolean
  /** The one that the user of the device has chosen. */
  default: boolean
}

/**
 * The French voice that reads aloud: only one that works without the network, since the words of a learner must not
 * leave the device. The voice that the user has chosen comes first, then one of France.
 * @returns undefined when the device has none
 */
export function frenchVoice<V extends Voice>(voices: readonly V[]): V | undefined {
  const french = voices.filter(
    ({ lang, localService }) => localService && /^fr(?:[-_]|$)/i.test(lang),
  )
  return (
    french.find((voice) => voice.default) ??
    french.find(({ lang }) => /^fr[-_]fr/i.test(lang)) ??
    french[0]
  )
}
