import { namesLike, plainName } from '@disclosed/reference'
import type { Store } from '@disclosed/store'
import { groupOfWording, measuresIn, questionsIn, questionsInWords, type Row, type Subject } from './rows.ts'

export interface CompareOptions {
  /** A measure, by code or name. */
  readonly measure?: string
  /** A group of questions, by id or by words of its wording. */
  readonly question?: string
  /** Ids or names; all where empty. */
  readonly authorities?: readonly string[]
  /** Only authorities of this type, nation or region: "district", "Wales", "South East". */
  readonly type?: string
  readonly nation?: string
  readonly region?: string
  /** First and last year, both shown; a financial year counts by the year it begins in. */
  readonly years?: { readonly from: number; readonly to: number }
  /** Show counts for so many residents each. */
  readonly per?: number
  /** Take figures into the columns that count something not quite the same. */
  readonly anyDefinition?: boolean
  /** Order authorities by their figures; refused where caveats forbid it. */
  readonly rank?: boolean
}

/** What was asked for is not in the dataset; the sentence says what is. */
export class CompareError extends Error {
  override readonly name = 'CompareError'
}

/** The measure or question that is meant; the main measure where none is named, null where there is nothing at all. */
export function subjectOf(store: Store, { measure, question }: CompareOptions): Subject | null {
  if (question !== undefined) {
    const known = questionsIn(store)
    const name = groupOfWording(store, question) ?? question
    const [worded] = meantBy(known, name).length > 0 ? [] : meantBy(questionsInWords(store), name)
    if (worded) {
      throw new CompareError(
        `"${shortened(worded.label)}" is answered in words, or with yes and no, and makes no table of years: disclosed query "SELECT authority, yes_no, outcome, answer, link FROM answer_list WHERE question_group = '${worded.code}'" lists the answers.`,
      )
    }
    return namedIn(known, name, 'question', question)
  }
  const known = measuresIn(store)
  if (measure !== undefined) return namedIn(known, measure, 'measure', measure)
  return known[0] ?? questionsIn(store)[0] ?? null
}

/** Where several questions have the words that were typed: those that are not shown. */
export function alsoMeant(store: Store, typed: string, shown: Subject): readonly string[] {
  const others = meantBy(questionsIn(store), typed).filter(({ code }) => code !== shown.code)
  if (groupOfWording(store, typed) !== null || others.length === 0) return []
  const few = others.slice(0, 3).map(({ code, label }) => `${code} (${shortened(label)})`)
  const more = others.length > few.length ? ` and ${others.length - few.length} more` : ''
  return [`Other questions have these words, too: ${few.join(', ')}${more}. Name one by its id.`]
}

/** By its code or its name the one; else all that have the words typed, in their order or, failing that, in any. */
function meantBy(known: readonly Subject[], name: string): readonly Subject[] {
  const plain = plainName(name.replaceAll('_', ' '))
  const words = plain.split(' ').filter(Boolean)
  const exact = known.filter(({ code, label }) => code === name || plainName(label) === plain)
  if (exact.length > 0) return exact.slice(0, 1)
  const inOrder = known.filter(({ label }) => plain !== '' && plainName(label).includes(plain))
  if (inOrder.length > 0 || words.length < 2) return inOrder
  return known.filter(({ label }) => {
    const there = new Set(plainName(label).split(' '))
    return words.every((word) => there.has(word))
  })
}

/** By its code, by its name, by words of it, of which all must be there. */
function namedIn(known: readonly Subject[], name: string, what: string, typed: string): Subject {
  const [found] = meantBy(known, name)
  if (found) return found
  if (known.length === 0) {
    throw new CompareError(`There is no ${what} to compare: the dataset holds no figure or refusal for any.`)
  }
  const named = ({ kind, code, label }: Subject) => (kind === 'measure' ? code : `${code} (${shortened(label)})`)
  const like = new Set(
    namesLike(
      typed,
      known.flatMap(({ code, label }) => [code, label]),
    ),
  )
  const meant = known.filter(({ code, label }) => like.has(code) || like.has(label))
  const hint = meant.length > 0 ? ` Did you mean ${meant.slice(0, 3).map(named).join(' or ')}?` : ''
  throw new CompareError(
    `The dataset has no figure or refusal for the ${what} "${typed}".${hint} It has some for: ${known.slice(0, 8).map(named).join(', ')}${known.length > 8 ? ' …' : '.'}`,
  )
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ')
  return line.length <= 90 ? line : `${line.slice(0, 89)}…`
}

/** Whose a row is. */
export type Whose = Pick<Row, 'authority' | 'nation' | 'region'> & {
  readonly name: string | null
  readonly type: string | null
}

/** Which rows are asked for. A name, type, nation or region that nobody has is no empty table but a sentence. */
export function wantedBy(
  { authorities = [], type, nation, region }: CompareOptions,
  all: readonly Whose[],
): (row: Whose) => boolean {
  const names = authorities.map(plainName)
  const isNamed = ({ authority, name }: Whose, plain: string) =>
    plainName(authority ?? '') === plain || plainName(name ?? '') === plain
  const missing = authorities.filter((_, index) => !all.some((row) => isNamed(row, names[index] ?? '')))
  if (missing.length > 0) {
    const there = new Map(all.flatMap(({ authority, name }) => (authority ? [[authority, name ?? authority]] : [])))
    const like = missing.flatMap((each) => namesLike(each, [...there.keys(), ...there.values()], 2))
    const hint = like.length > 0 ? ` Did you mean ${[...new Set(like)].join(' or ')}?` : ''
    throw new CompareError(
      `The dataset has nothing on this from ${missing.map((name) => `"${name}"`).join(', ')}.${hint} It has something from: ${[...there.keys()].slice(0, 8).join(', ')}${there.size > 8 ? ' …' : '.'}`,
    )
  }
  const kinds = (['type', 'nation', 'region'] as const).flatMap((kind) => {
    const typed = { type, nation, region }[kind]
    return typed === undefined ? [] : [{ kind, value: plainValueOf(kind, typed, all) }]
  })
  return (row) =>
    (names.length === 0 || names.some((plain) => isNamed(row, plain))) &&
    kinds.every(({ kind, value }) => plainName((row[kind] ?? '').replaceAll('_', ' ')) === value)
}

function plainValueOf(kind: 'type' | 'nation' | 'region', typed: string, all: readonly Whose[]): string {
  const plain = plainName(typed.replaceAll('_', ' '))
  const there = [...new Set(all.flatMap((row) => row[kind] ?? []))].toSorted()
  if (there.some((each) => plainName(each.replaceAll('_', ' ')) === plain)) return plain
  throw new CompareError(
    `The dataset has nothing on this from the ${kind} "${typed}". It has something from: ${there.join(', ')}.`,
  )
}
