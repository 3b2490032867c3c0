import { z } from 'zod'
import { type Page, PageError } from '../adapter.ts'
import { textOf } from './decode.ts'

/** Reads JSON of the shape that is looked for; what else stands in it is let be. Throws a `PageError` that says what was missing. */
export function jsonOf<Schema extends z.ZodType>(page: Page, schema: Schema, what: string): z.infer<Schema> {
  const shaped = schema.safeParse(anyJson(page, what))
  if (shaped.success) return shaped.data
  const issue = shaped.error.issues[0]
  const place = issue?.path.map(String).join('.') || 'the top'
  throw new PageError(
    'layout',
    `${page.url} was to be ${what}; at ${place} it is not: ${issue?.message ?? 'another shape'}.`,
  )
}

export function anyJson(page: Page, what: string): unknown {
  const text = textOf(page, 50 * 1024 * 1024)
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    const seen = /^\s{0,200}</.test(text) ? 'a web page' : text.trim() === '' ? 'nothing' : 'no JSON'
    throw new PageError(seen === 'nothing' ? 'empty' : 'not_this_kind', `${page.url} was to be ${what} and is ${seen}.`)
  }
}

/** Is the page JSON, by its declared type or its first character? */
export function isJson(page: Page): boolean {
  return (
    /\bjson\b/i.test(page.mediaType ?? '') ||
    /^\s{0,100}[[{]/.test(Buffer.from(page.bytes.subarray(0, 200)).toString('latin1'))
  )
}

/** A text or null where something else, or nothing, stands. */
export const textOrNull = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() !== '' ? value : null),
  z.string().nullable(),
)
