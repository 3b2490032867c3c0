import { load } from 'cheerio'
import { z } from 'zod'
import { mostWildcards } from '../../parsing/addresses.ts'
import { fieldNames } from '../../parsing/labels.ts'

const words = z.string().trim().min(1).max(500)
const selector = words.refine(isSelector, 'is no CSS selector that can be used')
const pattern = words
  .refine((value) => value.startsWith('/') || value.startsWith('*') || value.startsWith('?'), 'is to begin with / or *')
  .refine(
    (value) => (value.match(/\*|\{key\}/g) ?? []).length <= mostWildcards,
    `may have ${mostWildcards} wildcards at most`,
  )
const oneOrMore = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.union([schema.transform((one): string[] => [one]), z.array(schema).max(50)])
const column = z.union([z.number().int().min(1).max(50), words])

/**
 * What the configurable engine is told of a disclosure log. Everything may be left out: then labels as councils write them, the
 * page's own main part, and links to a next page are looked for.
 */
export const logSettings = z.strictObject({
  /** Links to items on a list: `.list--record a`. */
  items: selector.optional(),
  /** Addresses of items; `{key}` is what names one: `/directory-record/{key}/*`. */
  itemUrls: oneOrMore(pattern).default([]),
  /** The attribute of the link that has the title, where its words do not. */
  titleFrom: words.optional(),
  /** An element for each item, with its link and whatever else the list tells of it. */
  rows: selector.optional(),
  /** In a table: which column tells what, by its number from 1 or by its head. */
  columns: z.partialRecord(z.enum(fieldNames), column).default({}),
  /** An empty cell of these columns means the one above. */
  carryDown: z.array(z.enum(fieldNames)).default([]),
  /** Rows without a page of their own are items. */
  rowsAreItems: z.boolean().default(false),
  /** Links to further lists (years, months, categories): by selector, by address. */
  lists: selector.optional(),
  listUrls: oneOrMore(pattern).default([]),
  next: z
    .union([
      z.literal('auto'),
      z.literal('none'),
      z.strictObject({ link: selector }),
      z.strictObject({
        param: words,
        from: z.number().int().min(0).default(1),
        step: z.number().int().min(1).default(1),
      }),
      z.strictObject({
        path: words.refine((value) => value.includes('{n}'), 'is to hold {n} where the number stands'),
      }),
    ])
    .default('auto'),
  /** Words by which a list says that it is empty. */
  emptySays: oneOrMore(words).default([]),
  /** The page itself holds many requests: each begins at a line with such a label, or is an element. */
  split: z.union([z.strictObject({ label: oneOrMore(words) }), z.strictObject({ each: selector })]).optional(),
  /** A page of links to files, each an item: the nearest heading is its category. */
  documents: z.boolean().default(false),
  /** Where an item's own words stand; the page's main part where nothing is said. */
  main: selector.optional(),
  without: z.array(selector).max(50).default([]),
  /** The heading that is the title; the first `h1` where nothing is said. */
  title: selector.optional(),
  titleDrops: oneOrMore(words).default([]),
  /** More labels, before the usual ones. */
  labels: z.partialRecord(z.enum(fieldNames), oneOrMore(words)).default({}),
  /** Elements that hold a field, where it has no label. */
  fields: z.partialRecord(z.enum(fieldNames), selector).default({}),
  blocks: z
    .strictObject({ request: oneOrMore(words), response: oneOrMore(words), end: oneOrMore(words) })
    .partial()
    .default({}),
  requestFollowsFields: z.boolean().default(false),
  /** The key in the address is the authority's reference. */
  keyIsReference: z.boolean().default(false),
  /** Addresses of files that do not end in a name of one. */
  downloads: oneOrMore(pattern).default([]),
})

export type LogSettings = z.infer<typeof logSettings>

/** Selectors go to a parser of their own, which throws at what it cannot read. */
function isSelector(value: string): boolean {
  if (value.trim().startsWith('<')) return false
  try {
    load('<p>')(value)
    return true
  } catch {
    return false
  }
}
