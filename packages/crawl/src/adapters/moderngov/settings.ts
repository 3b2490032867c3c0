import { z } from 'zod'

export const modernGovSettings = z.strictObject({
  /** Words that the site's own search is asked for. */
  search: z.array(z.string().min(1).max(100)).max(10).default([]),
  /** Committees by number, all of whose meetings are read. */
  committees: z.array(z.number().int().positive()).max(200).default([]),
  /** Reads meetings from the XML service, where the site has it switched on; these days, as 2024-01-31. */
  service: z.strictObject({ from: z.iso.date(), to: z.iso.date() }).optional(),
  /** Agenda items with one of these words are kept; all where none is named. */
  agenda: z
    .array(z.string().min(1).max(100))
    .max(50)
    .default([
      'freedom of information',
      'information governance',
      'information request',
      'data breach',
      'data protection',
      'information security',
    ]),
})
