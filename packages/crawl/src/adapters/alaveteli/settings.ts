import { z } from 'zod'

/** Words that a name or tag may have here. */
const slug = z.string().regex(/^[a-z0-9_.:-]{1,200}$/i, 'is no name as it stands in an address')

export const alaveteliSettings = z.strictObject({
  /** Authorities, as they stand behind /body/. */
  bodies: z.array(slug).max(2000).default([]),
  /** Reads the list of all authorities first, and then the requests of those with one of these tags. */
  tags: z.array(slug).max(50).default([]),
  /** Which list of each authority. */
  status: z.enum(['all', 'successful', 'unsuccessful', 'awaiting']).default('all'),
})

export function bodyList(address: string, name: string, status: string): string {
  return new URL(`/body/${name}${status === 'all' ? '' : `/${status}`}?page=1`, address).href
}
