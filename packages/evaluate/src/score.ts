import type { Reading } from '@disclosed/classify'
import { register } from '@disclosed/reference'
import type { Gold } from './gold.ts'
import { isCondition, referenceKey, rowKeys } from './keys.ts'
import { type Pair, pairQuestions } from './match.ts'
import type { Measures } from './measures.ts'
import { showsItsNumber } from './proof.ts'
import { Sheet } from './sheet.ts'
import { against, hit } from './tally.ts'
import { scoreValues } from './values.ts'
import { plain, wordCount } from './words.ts'

/** One letter scored: its counts for each measure, and a line for each error. */
export interface Score {
  readonly measures: Measures
  readonly errors: readonly string[]
}

/** Lays a reading beside the labels of its letter. Without a reading everything that is labelled is missed. */
export function scoreLetter(gold: Gold, reading: Reading | null): Score {
  const sheet = new Sheet()
  const pairs = pairQuestions(gold.questions, reading?.questions ?? [])
  scoreWhole(sheet, gold, reading)
  scoreQuestions(sheet, gold, reading, pairs)
  scoreValues(sheet, gold, reading, pairs)
  for (const { number, evidence } of [reading, ...(reading?.questions ?? [])].flatMap((place) => place?.values ?? [])) {
    if (number !== null)
      sheet.hit(
        'evidence of values',
        showsItsNumber({ number, evidence }),
        `the quote does not show ${number}: ${evidence[0]?.quote}`,
      )
  }
  scoreExemptions(sheet, gold, reading)
  scoreTables(sheet, gold, reading)
  return sheet
}

function scoreWhole(sheet: Sheet, gold: Gold, reading: Reading | null): void {
  if (gold.outcome && gold.questions.length === 0) {
    const read = reading?.outcome ?? null
    sheet.hit('outcome', isOutcome(gold, read), `outcome of the whole ${read} != ${gold.outcome}`)
  }
  const kind = reading?.kind ?? null
  sheet.hit('kind', isKind(gold, kind), `kind ${kind} != ${gold.kind}`)
  const name = reading?.authority?.name ?? null
  scoreTold(sheet, 'authority', gold.authority, name, isAuthority(gold, name))
  for (const field of ['reference', 'received', 'responded'] as const) {
    const read = reading?.[field]?.value ?? null
    scoreTold(sheet, field, gold[field], read, isTold(gold, field, read))
  }
  sheet.add('regimes', against(gold.regimes, reading?.regimes ?? []))
}

/** A field that letters may have or not: silence about nothing counts nowhere. */
function scoreTold(
  sheet: Sheet,
  field: 'authority' | 'reference' | 'received' | 'responded',
  label: string | null,
  read: string | null,
  isRight: boolean,
): void {
  if (!label && !read) return
  sheet.add(field, isRight ? hit(true) : { right: 0, invented: read ? 1 : 0, missed: label ? 1 : 0 })
  if (!isRight) sheet.errors.push(`${field} ${shown(read)} != ${shown(label)}`)
}

/** Kinds that labels do not tell apart. */
const finerKinds: Readonly<Record<string, readonly string[]>> = {
  other: ['request', 'enclosure', 'regulator_decision'],
  foi_response: ['internal_review'],
}

export function isKind(gold: Gold, kind: string | null): boolean {
  const labels = [gold.kind, gold.kind_also].flatMap((label) => (label ? [label, ...(finerKinds[label] ?? [])] : []))
  return labels.some((label) => label === kind)
}

export function isAuthority(gold: Gold, name: string | null): boolean {
  const labels = 'authority_also' in gold ? [gold.authority, gold.authority_also] : [gold.authority]
  return labels.some((label) => plain(label) === plain(name))
}

/** Whose letter it is, however its name is spelled: what the register knows by the label's name is the same body. */
export function isSameAuthority(gold: Gold, { id, name }: NonNullable<Reading['authority']>): boolean {
  if (isAuthority(gold, name)) return true
  const labels = [gold.authority, gold.authority_also].filter((label) => typeof label === 'string')
  return labels.some((label) =>
    register()
      .named(label)
      .some((each) => each.id === id),
  )
}

export function isTold(gold: Gold, field: 'reference' | 'received' | 'responded', read: string | null): boolean {
  if (plain(gold[field]) === plain(read)) return true
  return field === 'reference' && referenceKey(read) !== '' && referenceKey(gold[field]) === referenceKey(read)
}

export function isOutcome(label: Pick<Gold, 'outcome' | 'outcome_also'>, read: Reading['outcome']): boolean {
  return read === (label.outcome ?? null) || (label.outcome_also !== undefined && read === label.outcome_also)
}

function scoreQuestions(sheet: Sheet, gold: Gold, reading: Reading | null, pairs: readonly Pair[]): void {
  const read = reading?.questions ?? []
  sheet.add('questions', {
    right: pairs.length,
    invented: read.length - pairs.length,
    missed: gold.questions.length - pairs.length,
  })
  for (const [index, { starts }] of gold.questions.entries())
    if (!pairs.some(({ label }) => label === index)) sheet.errors.push(`question missed: ${shown(starts.slice(0, 60))}`)
  for (const [index, { text }] of read.entries())
    if (!pairs.some((pair) => pair.read === index)) sheet.errors.push(`question invented: ${shown(text.slice(0, 60))}`)
  for (const pair of pairs) {
    const label = gold.questions[pair.label]
    const question = read[pair.read]
    if (!label || !question) continue
    const begins = shown(label.starts.slice(0, 50))
    if (wordCount(question.text) > 80 + 3 * wordCount(label.starts)) {
      sheet.add('questions', { right: 0, invented: 1, missed: 0 })
      sheet.errors.push(`question swallows its surroundings: ${begins}`)
    }
    const { outcome } = question.answer
    sheet.hit('outcome', isOutcome(label, outcome), `outcome ${outcome} != ${label.outcome} for ${begins}`)
    const listed = (cites: readonly string[]) => cites.filter((cite) => !isCondition(cite))
    sheet.add('question exemptions', against(listed(label.exemptions), listed(question.exemptions)))
  }
}

function scoreExemptions(sheet: Sheet, gold: Gold, reading: Reading | null): void {
  const labels = gold.exemptions.filter(({ cite }) => isScoredCite(gold, cite))
  const read = (reading?.exemptions ?? []).filter(({ cite, told }) => told === 'number' && isScoredCite(gold, cite))
  const cites = (list: readonly { readonly cite: string }[]) => list.map(({ cite }) => cite)
  const tally = against(cites(labels), cites(read))
  sheet.add('exemptions: citation', tally)
  if (tally.invented + tally.missed > 0)
    sheet.errors.push(`exemptions ${cites(read).toSorted().join(', ')} != ${cites(labels).toSorted().join(', ')}`)
  const withRole = (list: readonly { readonly cite: string; readonly role: string }[]) =>
    list.map(({ cite, role }) => `${cite} ${role}`)
  sheet.add('exemptions: citation+role', against(withRole(labels), withRole(read)))
}

/** An optional label neither helps nor hurts. */
export function isScoredCite(gold: Gold, cite: string): boolean {
  return !isCondition(cite) && !gold.exemptions.some((label) => label.optional && label.cite === cite)
}

function scoreTables(sheet: Sheet, gold: Gold, reading: Reading | null): void {
  const read = reading?.tables ?? []
  const tally = against(gold.tables.flatMap(rowKeys), read.flatMap(rowKeys))
  sheet.add('table rows', tally)
  if (tally.invented + tally.missed > 0)
    sheet.errors.push(`table rows: ${tally.right} right, ${tally.invented} invented, ${tally.missed} missed`)
  sheet.add('table count', {
    right: Math.min(gold.tables.length, read.length),
    invented: Math.max(0, read.length - gold.tables.length),
    missed: Math.max(0, gold.tables.length - read.length),
  })
}

function shown(words: string | null): string {
  return words === null ? 'null' : JSON.stringify(words)
}
