import { frenchVoice } from '../core/french-voice'

/** What happens while texts are read. */
export interface Listener {
  /** The text at this index begins. */
  onText: (index: number) => void
  /** Everything is said, or the device could not (`failed`). Not called after a stop. */
  onEnd: (failed: boolean) => void
}

/**
 * Tells which French voice this device has, now and each time its list of voices changes: browsers give it late.
 * Android WebView has no speech at all.
 */
export function watchVoice(tell: (voice: SpeechSynthesisVoice | undefined) => void): void {
  if (!('speechSynthesis' in window)) return
  const look = () => tell(frenchVoice(speechSynthesis.getVoices()))
  speechSynthesis.onvoiceschanged = look
  look()
}

/**
 * Reads texts aloud, one after the other.
 * @returns what stops the reading
 */
export function readTexts(
  texts: readonly string[],
  voice: SpeechSynthesisVoice,
  { onText, onEnd }: Listener,
): () => void {
  let isStopped = false

  function say(index: number): void {
    const text = texts[index]
    if (isStopped) return
    if (text === undefined) return onEnd(false)
    const utterance = new SpeechSynthesisUtterance(text)
    utterance.voice = voice
    utterance.lang = voice.lang.replace('_', '-')
    utterance.onstart = () => !isStopped && onText(index)
    utterance.onend = () => say(index + 1)
    utterance.onerror = () => !isStopped && onEnd(true)
    speechSynthesis.speak(utterance)
  }

  speechSynthesis.cancel()
  say(0)
  return () => {
    isStopped = true
    speechSynthesis.cancel()
  }
}
