import type { Question, Reading, ReadTable, Value } from '@disclosed/classify'

/** What a careful person says a document says: a `gold.json` of the corpus. */
export interface Gold {
  readonly kind: string
  /** The finer kind, where the labels have one word for several. */
  readonly kind_in_full?: string
  readonly authority: string | null
  readonly reference: string | null
  readonly received: string | null
  readonly responded: string | null
  readonly regimes: readonly string[]
  readonly period?: { readonly from: string; readonly to: string }
  /** A report's or an enclosure's own figures. */
  readonly values?: readonly GoldValue[]
  readonly questions: readonly GoldQuestion[]
  readonly exemptions: readonly GoldExemption[]
  readonly tables: readonly GoldTable[]
}

interface GoldQuestion {
  readonly number: string | null
  readonly starts: string
  readonly outcome: string
  readonly outcome_also?: string
  readonly values: readonly GoldValue[]
  readonly exemptions: readonly string[]
}

interface GoldValue {
  readonly number: number | readonly number[]
  readonly relation: string
  readonly from: string | null
  readonly to: string | null
  readonly category: string | null
  /** A reading may have it or not. */
  readonly optional?: boolean
}

interface GoldExemption {
  readonly cite: string
  readonly role: string
  readonly optional?: boolean
}

interface GoldTable {
  readonly kind: string
  readonly header: readonly string[]
  readonly rows: readonly (readonly (string | number)[])[]
}

/** Where a reading and the labels differ, a line each; nothing where the document was read right. */
export function differences(gold: Gold, reading: Reading): readonly string[] {
  return [
    ...unlike('kind', gold.kind_in_full ?? gold.kind, reading.kind),
    ...unlike('authority', gold.authority, reading.authority?.name ?? null),
    ...unlike('reference', plainReference(gold.reference), plainReference(reading.reference?.value)),
    ...unlike('received', gold.received, reading.received?.value ?? null),
    ...unlike('responded', gold.responded, reading.responded?.value ?? null),
    ...unlikeLists('regimes', gold.regimes, reading.regimes),
    ...(gold.period ? unlike('period', shownPeriod(gold.period), shownPeriod(reading.period)) : []),
    ...unlike('number of questions', gold.questions.length, reading.questions.length),
    ...gold.questions.flatMap((question, index) => inQuestion(question, reading.questions[index])),
    ...inValues('own values', gold.values ?? [], ownValues(reading)),
    ...inExemptions(gold.exemptions, reading),
    ...unlike('number of tables', gold.tables.length, reading.tables.length),
    ...gold.tables.flatMap((table, index) => inTable(`table ${index + 1}`, table, reading.tables[index])),
  ]
}

/** What a reading says, without where it stands: the same for one letter in every format. */
export function gist(reading: Reading): object {
  return {
    kind: reading.kind,
    authority: reading.authority?.name ?? null,
    reference: reading.reference?.value ?? null,
    received: reading.received?.value ?? null,
    responded: reading.responded?.value ?? null,
    regimes: reading.regimes,
    outcome: reading.outcome,
    questions: reading.questions.map((question) => ({
      number: question.number,
      text: plain(question.text),
      outcome: question.answer.outcome,
      sameAs: question.answer.sameAs,
      yesNo: question.answer.yesNo,
      values: question.values.map(gistOfValue),
      exemptions: question.exemptions,
    })),
    values: reading.values.map(gistOfValue),
    exemptions: reading.exemptions.map(({ cite, role, repaired }) => ({ cite, role, repaired })),
    tables: reading.tables.map(({ kind, header, rows }) => ({ kind, header, rows })),
    incidents: reading.incidents.length,
    discrepancies: reading.discrepancies.map(({ code }) => code),
  }
}

function gistOfValue(value: Value): string {
  return `${shownValue(value)} ${value.measure} ${value.state} (period: ${value.basis.period})${value.sure ? '' : ', not sure'}`
}

function inQuestion(gold: GoldQuestion, read: Question | undefined): readonly string[] {
  const at = `question ${gold.number ?? `"${gold.starts}"`}`
  if (!read) return [`${at}: missed`]
  const outcomes = [gold.outcome, gold.outcome_also]
  return [
    ...unlike(`${at}: number`, gold.number, read.number),
    ...(plain(read.text).startsWith(plain(gold.starts)) ? [] : [`${at}: read "${read.text.slice(0, 60)}"`]),
    ...(outcomes.includes(read.answer.outcome) ? [] : unlike(`${at}: outcome`, gold.outcome, read.answer.outcome)),
    ...inValues(at, gold.values, read.values),
    ...unlikeLists(`${at}: exemptions`, gold.exemptions, read.exemptions),
  ]
}

function inValues(at: string, gold: readonly GoldValue[], read: readonly Value[]): readonly string[] {
  const wanted = gold.filter(({ optional }) => !optional).map(shownValue)
  const allowed = gold.filter(({ optional }) => optional).map(shownValue)
  const invented = without(read.map(shownValue), wanted)
  return [
    ...without(wanted, read.map(shownValue)).map((each) => `${at}: missed ${each}`),
    ...invented.filter((each) => !allowed.includes(each)).map((each) => `${at}: invented ${each}`),
  ]
}

function inExemptions(gold: readonly GoldExemption[], { exemptions }: Reading): readonly string[] {
  const free = gold.filter(({ optional }) => optional).map(({ cite }) => cite)
  const shown = ({ cite, role }: { readonly cite: string; readonly role: string }) => `${cite} ${role}`
  const read = exemptions.filter(({ cite, told }) => told === 'number' && !free.includes(cite))
  return unlikeLists('exemptions', gold.filter(({ optional }) => !optional).map(shown), read.map(shown))
}

function inTable(at: string, gold: GoldTable, read: ReadTable | undefined): readonly string[] {
  if (!read) return [`${at}: missed`]
  const shown = (row: readonly (string | number)[]) => row.map((cell) => plain(String(cell))).join(' | ')
  return [
    ...unlike(`${at}: kind`, gold.kind, read.kind),
    ...unlike(`${at}: head`, shown(gold.header), shown(read.header)),
    ...unlikeLists(`${at}: rows`, gold.rows.map(shown), read.rows.map(shown)),
  ]
}

/** The cells of a report's crosstabs stand in its tables and are compared there. */
function ownValues({ kind, values, tables }: Reading): readonly Value[] {
  if (kind !== 'incident_report') return values
  const crosstabs = tables.filter((table) => table.kind === 'crosstab').flatMap(({ evidence }) => evidence)
  return values.filter(
    ({ evidence: [own] }) =>
      !crosstabs.some(
        (table) =>
          own !== undefined && 'start' in own && 'start' in table && table.start <= own.start && own.end <= table.end,
      ),
  )
}

function shownValue(value: Omit<GoldValue, 'number'> & { readonly number: GoldValue['number'] | null }): string {
  const { number, relation, from, to, category } = value
  return `${relation}${String(number)} from ${from} to ${to}${category === null ? '' : ` "${plain(category)}"`}`
}

function shownPeriod(period: { readonly from: string | null; readonly to: string | null } | null): string {
  return period ? `${period.from} to ${period.to}` : 'none'
}

function unlike(what: string, gold: string | number | null, read: string | number | null): readonly string[] {
  return gold === read ? [] : [`${what}: ${read}, and not ${gold}`]
}

function unlikeLists(what: string, gold: readonly string[], read: readonly string[]): readonly string[] {
  return [
    ...without(gold, read).map((each) => `${what}: missed ${each}`),
    ...without(read, gold).map((each) => `${what}: invented ${each}`),
  ]
}

/** What is in the one list and not in the other; a thing that stands twice counts twice. */
function without(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other]
  return list.filter((each) => {
    const at = left.indexOf(each)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
}

/** "FOI 4471" and "4471" are one reference. */
function plainReference(reference: string | null | undefined): string | null {
  if (reference === null || reference === undefined) return null
  return plain(reference.replace(/^(?:foia?|eir|ref(?:erence)?)[\s:/.#-]+/i, '')).replaceAll(' ', '')
}

function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9%£<>]+/g, ' ')
    .trim()
}
