let audio: AudioContext | undefined

/** Says « seen » with a short high note and a vibration, or « no » with a low one. Silent where neither is possible. */
export function signal(kind: 'yes' | 'no', sound: boolean): void {
  navigator.vibrate?.(kind === 'yes' ? 60 : [40, 60, 40])
  if (!sound || !('AudioContext' in globalThis)) return
  audio ??= new AudioContext()
  const note = audio.createOscillator()
  const volume = audio.createGain()
  const now = audio.currentTime
  note.frequency.value = kind === 'yes' ? 1200 : 300
  volume.gain.setValueAtTime(0.2, now)
  volume.gain.exponentialRampToValueAtTime(0.001, now + 0.18)
  note.connect(volume).connect(audio.destination)
  note.start(now)
  note.stop(now + 0.2)
}
