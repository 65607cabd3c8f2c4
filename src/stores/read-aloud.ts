import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { readTexts, watchVoice } from '../data/speech'

/** Reading aloud, with a voice of the device. One reading at a time, and never by itself. */
export const useReadAloud = defineStore('read-aloud', () => {
  /** None: this device cannot read aloud without the network. */
  const voice = shallowRef<SpeechSynthesisVoice>()
  watchVoice((found) => (voice.value = found))

  const isReading = shallowRef(false)
  /** The index of the text that is being said. */
  const at = shallowRef<number>()
  const failed = shallowRef(false)
  let stopNow: (() => void) | undefined

  function start(texts: readonly string[]): void {
    stop()
    if (!voice.value) return
    isReading.value = true
    stopNow = readTexts(texts, voice.value, {
      onText: (index) => (at.value = index),
      onEnd: (hasFailed) => {
        stop()
        failed.value = hasFailed
      },
    })
  }

  function stop(): void {
    stopNow?.()
    stopNow = undefined
    isReading.value = false
    failed.value = false
    at.value = undefined
  }

  addEventListener('pagehide', stop)
  document.addEventListener('visibilitychange', () => document.hidden && stop())

  return { voice, isReading, at, failed, start, stop }
})
