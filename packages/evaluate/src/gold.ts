import { outcomeCodes } from '@disclosed/reference'
import { z } from 'zod'

/** What a careful person says that a letter says: a `gold.json`. */

const day = z.iso.date()
const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).readonly()

const kind = z.enum([
  'foi_response',
  'foi_acknowledgement',
  'request',
  'enclosure',
  'internal_review',
  'regulator_decision',
  'incident_report',
  'disclosure_log',
  'other',
])
const outcome = z.enum(outcomeCodes)
const cite = z.string().regex(/^(?:FOIA|EIR|FOISA|EISR|DPA|GDPR) \d/, 'a citation such as "FOIA 31(1)(a)"')
const cell = z.union([z.number(), z.string()]).nullable()

const value = z.object({
  number: z.union([z.number(), z.tuple([z.number(), z.number()]).readonly()]).nullable(),
  relation: z.enum(['=', '<', '<=', '>', '>=', '~', 'range']),
  unit: z.string().nullish(),
  from: day.nullable(),
  to: day.nullable(),
  category: z.string().nullable(),
})

const question = z.object({
  number: z.string().nullable(),
  starts: z.string().min(1),
  outcome,
  /** A second reading that is right too. */
  outcome_also: outcome.nullable().optional(),
  values: list(value),
  exemptions: list(cite),
})

const goldSchema = z.object({
  kind,
  kind_also: kind.nullable().optional(),
  authority: z.string().nullable(),
  authority_also: z.string().nullable().optional(),
  reference: z.string().nullable(),
  received: day.nullable(),
  responded: day.nullable(),
  regimes: list(z.enum(['FOIA', 'EIR', 'FOISA', 'EISR', 'DPA', 'GDPR'])),
  /** Of the whole, where no question is on the page. */
  outcome: outcome.optional(),
  outcome_also: outcome.nullable().optional(),
  questions: list(question),
  /** Figures that answer no question: a report's own. */
  values: list(value).optional(),
  exemptions: list(
    z.object({ cite, role: z.enum(['engaged', 'ncnd', 'mentioned']), optional: z.boolean().optional() }),
  ),
  tables: list(
    z.object({
      title: z.string().nullish(),
      kind: z.enum(['breakdown', 'crosstab', 'series', 'register', 'other']),
      header: list(cell),
      rows: list(list(cell)),
    }),
  ),
})

export type Gold = z.infer<typeof goldSchema>
export type GoldQuestion = Gold['questions'][number]
export type GoldValue = z.infer<typeof value>
export type GoldTable = Gold['tables'][number]

/** The labels, or what is wrong with them: a sentence for each field, with what was expected there. */
export type ReadGold =
  | { readonly kind: 'labels'; readonly gold: Gold }
  | { readonly kind: 'wrong'; readonly sentences: readonly string[] }

/** Reads a label file. `path` is how its sentences name it. */
export function readGold(json: string, path: string): ReadGold {
  let told: unknown
  try {
    told = JSON.parse(json)
  } catch (error) {
    const seen = error instanceof Error ? error.message : String(error)
    return { kind: 'wrong', sentences: [`${path} is no JSON: ${seen}.`] }
  }
  const { success, data, error } = goldSchema.safeParse(told)
  if (success) return { kind: 'labels', gold: data }
  return { kind: 'wrong', sentences: error.issues.map((issue) => sentence(issue, told, path)) }
}

function sentence(issue: z.core.$ZodIssue, told: unknown, path: string): string {
  const field = shownPath(issue.path)
  const seen = at(told, issue.path)
  const found = seen === undefined ? 'it is missing' : `it is ${shortened(JSON.stringify(seen))}`
  return `${path}: ${field === '' ? 'the labels' : field} should be ${expected(issue)}; ${found}.`
}

/** "questions[2].values[0].from", counted from 0 as programs do. */
function shownPath(path: readonly PropertyKey[]): string {
  return path
    .map((step, depth) => (typeof step === 'number' ? `[${step}]` : `${depth > 0 ? '.' : ''}${String(step)}`))
    .join('')
}

function at(told: unknown, path: readonly PropertyKey[]): unknown {
  let here = told
  for (const step of path) {
    if (typeof here !== 'object' || here === null) return undefined
    here = Reflect.get(here, step)
  }
  return here
}

function expected(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_value':
      return issue.values.length > 1 ? `one of ${issue.values.join(', ')}` : String(issue.values[0])
    case 'invalid_type':
      return `${names[issue.expected] ?? `a ${issue.expected}`}${isOftenUntold(issue.path.at(-1)) ? ', or null where the letter does not tell' : ''}`
    case 'invalid_union':
      return 'a number, a text, or two numbers in a list where it is a range'
    case 'invalid_format':
      return issue.format === 'date' ? 'a day such as "2019-04-01"' : issue.message
    case 'too_small':
      return 'the first words, as the letter has them'
    default:
      return issue.message
  }
}

/** A letter need not tell these, and labels then say so. */
function isOftenUntold(field: PropertyKey | undefined): boolean {
  return ['authority', 'reference', 'received', 'responded', 'number', 'from', 'to', 'category'].includes(String(field))
}

const names: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object with fields',
  string: 'a text in quotes',
  number: 'a number',
  boolean: 'true or false',
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
