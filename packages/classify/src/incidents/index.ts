import type { Span } from '@disclosed/document'
import type { RuleId } from '../finding.ts'
import { incidentTypeOf } from '../measures/index.ts'
import { findDays } from '../periods/index.ts'
import { readCell } from '../quantities/index.ts'
import type { Incident } from '../reading.ts'
import type { FoundCell, FoundTable } from '../tables/index.ts'
import { fieldOf, type IncidentField } from './fields.ts'
import { peopleIn } from './people-in-description.ts'

/** One row of a register of incidents. `row` is counted from 1, below the head. */
export interface FoundIncident extends Omit<Incident, 'table' | 'confidence' | 'sure' | 'evidence'> {
  /** The whole row. */
  readonly span: Span
  readonly rule: RuleId
}

/** The incidents of a register, a row each; none where the register lists something else (requests, contracts). */
export function findIncidents(table: FoundTable): readonly FoundIncident[] {
  if (table.rowCount > table.rows.length) return []
  if (!isOfIncidents(table)) return []
  const columns = columnsOf(table.header)
  return table.rows.map((cells, at) => incidentAt(cells, at, columns, table.header))
}

const names = /\b(?:breach(?:es)?|incidents?|near[- ]miss(?:es)?|data loss(?:es)?|loss(?:es)?|lost|stolen|theft)\b/i

/** Its title or one of its headings speaks of breaches or incidents, and no heading of requests. */
function isOfIncidents({ kind, title, header }: FoundTable): boolean {
  if (
    kind !== 'register' ||
    header.some((head) => /^(?:foi )?requests?\b|\bexemptions?\b|\brequester\b|^applicant\b/i.test(head))
  )
    return false
  const fields = new Set(header.flatMap((head) => fieldOf(head) ?? []))
  return (
    fields.has('reportedToIco') ||
    (fields.size >= 2 && [title?.text ?? '', ...header].some((words) => names.test(words)))
  )
}

type Columns = ReadonlyMap<IncidentField, number>

/** The first column for each field; further ones of the same kind keep their cells as they are. */
function columnsOf(header: readonly string[]): Columns {
  const columns = new Map<IncidentField, number>()
  header.forEach((head, column) => {
    const field = fieldOf(head)
    if (field && !columns.has(field)) columns.set(field, column)
  })
  return columns
}

function incidentAt(
  cells: readonly FoundCell[],
  at: number,
  columns: Columns,
  header: readonly string[],
): FoundIncident {
  const textOf = (field: IncidentField): string | null => {
    const column = columns.get(field)
    // A merged cell speaks for every row it reaches over.
    return (column === undefined ? null : cells[column]?.under) || null
  }
  const used = new Set(columns.values())
  const typeAsWritten = textOf('type')
  const first = cells.find((cell) => cell.text !== '') ?? cells[0]
  return {
    reference: textOf('reference'),
    row: at + 1,
    date: dayIn(textOf('date')),
    department: textOf('department'),
    type: typeAsWritten === null ? null : incidentTypeOf(typeAsWritten),
    typeAsWritten,
    cause: textOf('cause'),
    medium: textOf('medium'),
    action: textOf('action'),
    reportedToIco: yesOrNo(textOf('reportedToIco')),
    peopleAffected: peopleOf(textOf('peopleAffected'), columns.has('peopleAffected'), cells, used),
    other: othersOf(cells, header, used),
    span: { start: first?.span.start ?? 0, end: cells.at(-1)?.span.end ?? 0 },
    rule: 'incidents/register',
  }
}

function dayIn(text: string | null): string | null {
  const [day, ...others] = text === null ? [] : findDays(text)
  return day && others.length === 0 ? day.value : null
}

/** "Y", "Yes - 4 May", "Not reported"; null where neither can be told. */
function yesOrNo(text: string | null): boolean | null {
  if (text === null) return null
  if (/^(?:y|yes|reported)\b/i.test(text)) return true
  return /^(?:n|no|not reported|none)(?=$|[\s,.;:(–-])(?! (?:known|sure|decision))/i.test(text) ? false : null
}

/** From the column for it; where the register has none, from the longest words of the row. */
function peopleOf(
  text: string | null,
  hasColumn: boolean,
  cells: readonly FoundCell[],
  used: ReadonlySet<number>,
): FoundIncident['peopleAffected'] {
  if (hasColumn) {
    const read = text === null ? null : readCell(text)
    return read && typeof read.number === 'number' && read.quantity === 'count'
      ? { number: read.number, relation: read.relation, basis: 'column' }
      : null
  }
  const descriptions = cells.filter((cell, column) => !used.has(column) && cell.text.length > 30)
  const longest = descriptions.toSorted((one, other) => other.text.length - one.text.length)[0]
  const number = longest ? peopleIn(longest.text) : null
  return number === null ? null : { number, relation: '=', basis: 'description' }
}

function othersOf(
  cells: readonly FoundCell[],
  header: readonly string[],
  used: ReadonlySet<number>,
): Readonly<Record<string, string>> {
  const others: Record<string, string> = {}
  cells.forEach((cell, column) => {
    const head = header[column]
    if (used.has(column) || !head || cell.under === '') return
    others[head in others ? `${head} (${column + 1})` : head] = cell.under
  })
  return others
}
