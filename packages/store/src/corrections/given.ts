import { incidentTypes, measures, namesLike, outcomeCodes, plainName, type Register } from '@disclosed/reference'
import type { Database } from '../database.ts'
import { StoreError } from '../errors.ts'
import type { Claim } from './claim.ts'
import type { Finding } from './finding.ts'
import { dayOf, readTypedPeriod, readTypedValue } from './typed.ts'

export type Given = Readonly<Partial<Record<GivenField, string>>>
export type GivenField = (typeof givenFields)[number]

/** What can be given instead of what was read, as people name it. */
export const givenFields = [
  'value',
  'unit',
  'period',
  'measure',
  'category',
  'question',
  'outcome',
  'yes_no',
  'authority',
  'received',
  'responded',
] as const

/** The fields of the claim that what was typed stands for. */
export function givenOf(
  db: Database,
  register: Register,
  { claim, document }: Pick<Finding, 'claim' | 'document'>,
  given: Given,
): Claim {
  const fields: Record<string, string | number | null> = {}
  const quantity =
    claim.quantity === 'money' || claim.quantity === 'percent' || claim.quantity === 'duration'
      ? claim.quantity
      : 'count'
  for (const [field, typed = ''] of Object.entries(given)) {
    const read = readers[field as GivenField]({ typed: typed.trim(), db, register, document, quantity })
    if (read === null) throw wrong(`${field.replace('_', ' ')} "${typed}" is ${notUnderstood[field as GivenField]}`)
    if (typeof read === 'string') throw wrong(read)
    Object.assign(fields, read)
  }
  return fields
}

interface Typed {
  readonly typed: string
  readonly db: Database
  readonly register: Register
  readonly document: string
  readonly quantity: 'count' | 'money' | 'percent' | 'duration'
}

/** What each field stands for; null where it is not understood, a sentence where it names nothing. */
const readers: Readonly<Record<GivenField, (typed: Typed) => Claim | string | null>> = {
  value: ({ typed, quantity }) => readTypedValue(typed, quantity) as Claim | null,
  unit: ({ typed }) => ({ unit: typed === 'none' ? null : typed }),
  period: ({ typed }) => readTypedPeriod(typed) as Claim | null,
  measure: ({ typed }) => {
    if (typed === 'none') return { measure: null }
    const plain = plainName(typed.replaceAll('_', ' '))
    const found = measures().find(({ code, label }) => code === typed || plainName(label) === plain)
    if (found) return { measure: found.code }
    return `there is no measure "${typed}"${meant(
      typed,
      measures().map(({ code }) => code),
    )}`
  },
  category: ({ typed }) => {
    if (typed === 'none') return { category: null, incident_type: null }
    const type = incidentTypes().find(({ code, label }) => code === typed || plainName(label) === plainName(typed))
    return { category: type?.label ?? typed, incident_type: type?.code ?? null }
  },
  question: ({ typed, db, document }) => {
    if (typed === 'none') return { question: null }
    const found = db.all(
      `SELECT q.id FROM question q JOIN document d ON d.id = q.document
       WHERE q.id = @typed OR (q.number = @typed AND (d.id = @document
         OR d.response = (SELECT response FROM document WHERE id = @document)))`,
      { typed, document },
    ) as { id: string }[]
    const [only, ...others] = found
    if (only && others.length === 0) return { question: only.id }
    return only
      ? `several questions have the number ${typed}: name the one by its id, as answer_list.question shows it`
      : `there is no question ${typed} in this response: name it by its number there, or by its id`
  },
  outcome: ({ typed }) => {
    const code = outcomeCodes.find((each) => each === typed.toLowerCase().replaceAll(' ', '_'))
    return code === undefined
      ? `there is no outcome "${typed}": it is one of ${outcomeCodes.join(', ')}`
      : { outcome: code }
  },
  yes_no: ({ typed }) =>
    ['yes', 'no'].includes(typed.toLowerCase())
      ? { yes_no: typed.toLowerCase() }
      : typed === 'none'
        ? { yes_no: null }
        : null,
  authority: ({ typed, register }) => {
    const known = register.byId(typed)
    const [one, ...others] = known ? [known] : register.named(typed)
    if (one && others.length === 0) return { authority: one.id }
    if (one) return `several authorities go by "${typed}": ${[one, ...others].map(({ id }) => id).join(', ')}`
    return `nobody known goes by "${typed}"${meant(
      typed,
      register.all.map(({ name }) => name),
    )}`
  },
  received: ({ typed }) => givenDay('received', typed),
  responded: ({ typed }) => givenDay('responded', typed),
}

function givenDay(field: string, typed: string): Claim | null {
  if (typed === 'none') return { [field]: null }
  const day = dayOf(typed)
  return day === null ? null : { [field]: day }
}

const notUnderstood: Readonly<Record<GivenField, string>> = {
  value: 'no figure as 12, 1,204, £1,200.50, 12%, <5, >=3, ~40, 5-10, none or suppressed',
  period: 'no period as 2019, 2019/20, academic 2019/20, 2019-04, 2019-04-01 to 2019-09-30, as at 2020-03-31 or none',
  yes_no: 'neither yes nor no nor none',
  received: 'no day as 2020-03-31 or none',
  responded: 'no day as 2020-03-31 or none',
  ...{ unit: '', measure: '', category: '', question: '', outcome: '', authority: '' },
}

function meant(typed: string, names: readonly string[]): string {
  const like = namesLike(typed, names)
  return like.length === 0 ? '' : `. Did you mean ${like.join(' or ')}?`
}

/** Why something that a person said cannot be kept, as a sentence. */
export function wrong(why: string): StoreError {
  return new StoreError('bad_correction', `Cannot keep what was said: ${why}${/[.?]$/.test(why) ? '' : '.'}`)
}
