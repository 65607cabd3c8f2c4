import type { Download } from '@playwright/test'
import ICAL from 'ical.js'
import { readFile } from 'node:fs/promises'

/** What a calendar program makes of a downloaded file. */
export interface OpenedEvent {
  uid: string
  sequence: number
  title: string
  notes: string
  zone: string
  /** Milliseconds since 1970. */
  at: number
  /** Seconds from the event to its alarm; undefined without one. */
  alarm: number | undefined
}

/** Opens a calendar file with a real parser and the time zone the file carries. */
export async function openedEvent(download: Download): Promise<OpenedEvent> {
  const text = await readFile(await download.path(), 'utf8')
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[])
  const zone = calendar.getFirstSubcomponent('vtimezone')
  const component = calendar.getFirstSubcomponent('vevent')
  if (!component || !zone) throw new Error('The file holds no event, or no time zone.')
  const event = new ICAL.Event(component)
  const start = event.startDate.clone()
  start.zone = new ICAL.Timezone(zone)
  const trigger = component.getFirstSubcomponent('valarm')?.getFirstPropertyValue('trigger')
  return {
    uid: event.uid,
    sequence: Number(event.sequence),
    title: event.summary,
    notes: event.description,
    zone: start.zone.tzid,
    at: start.convertToZone(ICAL.Timezone.utcTimezone).toUnixTime() * 1000,
    alarm: trigger instanceof ICAL.Duration ? trigger.toSeconds() : undefined,
  }
}
