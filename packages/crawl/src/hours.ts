import { day, minute } from './clock.ts'
import type { Hours } from './source.ts'

const ukTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** May the source be asked at this time (milliseconds)? Its hours are those of the United Kingdom, and may go over midnight. */
export function isWithinHours(hours: Hours | null, time: number): boolean {
  if (hours === null) return true
  const now = ukTime.format(time)
  const { from, to } = hours
  return from <= to ? from <= now && now < to : now >= from || now < to
}

const step = 10 * minute

/** The first time from then on, to ten minutes, at which the source may be asked. */
export function opensAt(hours: Hours | null, time: number): number {
  for (let at = time; at < time + day; at += step) if (isWithinHours(hours, at)) return at
  return time
}
