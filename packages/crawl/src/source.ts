import { z } from 'zod'

/** A source as a run uses it: one entry of `sources.yaml`, checked, with what it leaves out filled in. */
export interface Source {
  /** A short name that never changes: `hastings`. It names the source in journals, reports and commands. */
  readonly id: string
  readonly name: string
  /** Its kind of site: the name of an adapter. */
  readonly adapter: string
  /** Whose replies they are, where all are of one authority: a name or an id of the register. */
  readonly authority: string | null
  readonly on: boolean
  readonly start: readonly string[]
  /** Hosts beside those of `start` from which attachments may be fetched. */
  readonly attachmentHosts: readonly string[]
  readonly pace: Pace
  readonly hours: Hours | null
  readonly budget: Budget
  readonly licence: Licence | null
  readonly robotsException: RobotsException | null
  /** What its adapter is told; checked against `Adapter.settings`. */
  readonly read: unknown
}

export interface Pace {
  /** Seconds between two requests to one host, at least; robots.txt can only make it longer. */
  readonly delaySeconds: number
  /** When it is due, as a line of cron; null: whenever a run is started. */
  readonly schedule: string | null
}

/** The hours in which a run may ask, in the time of the United Kingdom; from may be later than to ("22:00" to "06:00"). */
export interface Hours {
  readonly from: string
  readonly to: string
}

/** What a run may take from this source; the rest waits for the next run. */
export interface Budget {
  readonly requests: number
  readonly megabytes: number
  readonly minutes: number
  readonly items: number
}

export interface Licence {
  readonly text: string
  readonly url: string | null
}

/** Leave of the site's operator to fetch what its robots.txt forbids. */
export interface RobotsException {
  /** The URLs that it covers: `/api/3/`. */
  readonly pathPrefix: string
  /** What the leave rests on: a sentence. */
  readonly basis: string
  /** Where that can be looked up. */
  readonly evidenceUrl: string
  readonly agreedBy: string
  /** The day of the leave: `2026-05-31`. */
  readonly date: string
}

const line = z.string().trim().min(1)
const webAddress = line.refine(isWebAddress, 'is no web address (http or https)')
const hour = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'is no time of day as "22:00"')
const upTo = (most: number) => z.number().int().min(1).max(most)

/** The entry itself, before its adapter looks at `read`. Keys that are not known are refused, so that a typing error is seen. */
export const sourceEntry = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'is to be a short name of small letters, digits and hyphens: hastings-council'),
  name: line.optional(),
  use: line.optional(),
  adapter: line.optional(),
  authority: line.nullable().optional(),
  on: z.boolean().optional(),
  start: z.union([webAddress.transform((one) => [one]), z.array(webAddress).min(1).max(500)]).optional(),
  attachmentHosts: z.array(line).max(50).optional(),
  pace: z
    .strictObject({ delaySeconds: z.number().min(1).max(300).optional(), schedule: line.nullable().optional() })
    .optional(),
  hours: z.strictObject({ from: hour, to: hour }).nullable().optional(),
  budget: z
    .strictObject({ requests: upTo(100_000), megabytes: upTo(100_000), minutes: upTo(1_440), items: upTo(1_000_000) })
    .partial()
    .optional(),
  licence: z
    .strictObject({ text: line, url: webAddress.nullable().default(null) })
    .nullable()
    .optional(),
  robotsException: z
    .strictObject({
      pathPrefix: z.string().startsWith('/', 'is to begin with /'),
      basis: line,
      evidenceUrl: webAddress,
      agreedBy: line,
      date: z.iso.date('is no day as 2026-05-31'),
    })
    .nullable()
    .optional(),
  read: z.record(z.string(), z.unknown()).optional(),
})

export type SourceEntry = z.infer<typeof sourceEntry>

export const usualPace: Pace = { delaySeconds: 5, schedule: null }
export const usualBudget: Budget = { requests: 300, megabytes: 300, minutes: 60, items: 2_000 }

function isWebAddress(value: string): boolean {
  const url = URL.parse(value)
  return url?.protocol === 'http:' || url?.protocol === 'https:'
}
