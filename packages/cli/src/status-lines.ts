import { outcomes } from '@disclosed/reference'
import type { Status, Store } from '@disclosed/store'
import { type Hiding, hidingLine } from './hidden.ts'
import { type Io, oneLine } from './io.ts'

/** So many files are named one by one; of a longer list it is said how many more there are. */
const mostNamed = 20

/** What was read imperfectly, by its code, and in how many documents. */
export interface Noted {
  readonly code: string
  readonly documents: number
}

/** What is noted of the documents of a dataset, the most frequent first. */
export function notesIn(store: Store): readonly Noted[] {
  return store.select(notedSql) as readonly Noted[]
}

const notedSql = `SELECT code, count(DISTINCT document) AS documents FROM note GROUP BY code ORDER BY documents DESC, code`

/** What is in a dataset, for people. */
export function statusLines(
  status: Status,
  { notes, hiding }: { readonly notes: readonly Noted[]; readonly hiding: readonly Hiding[] },
  style: Io['style'],
): string {
  const { documents, kinds, responses, authorities, failed, nameless } = status
  const facts: readonly (readonly [what: string, count: number, more?: string])[] = [
    [
      'documents',
      documents,
      Object.entries(kinds)
        .map(([kind, count]) => `${count} ${kind}`)
        .join(', '),
    ],
    ['responses', responses, joinedBy(status)],
    ['authorities', authorities],
    ['questions', status.questions],
    ['figures', status.values, `${status.sure.toLocaleString('en-GB')} of them sure`],
    ['refusals', refused(status), refusalsByKind(status)],
    ['tables', status.tables],
    ['incidents', status.incidents],
    ['enclosures', status.enclosures.mentioned, missingIn(status)],
    ['contradictions', status.discrepancies, status.discrepancies > 0 ? 'SELECT * FROM discrepancy shows them' : ''],
  ]
  const width = Math.max(...facts.map(([, count]) => count.toLocaleString('en-GB').length))
  return [
    ...facts.map(
      ([what, count, more]) =>
        `${what.padEnd(15)}${count.toLocaleString('en-GB').padStart(width)}${more ? `   ${style('dim', more)}` : ''}`,
    ),
    ...listed(
      'Noted',
      style,
      notes.map(({ code, documents: noted }) => `${code} in ${noted} ${noted === 1 ? 'document' : 'documents'}`),
    ),
    ...listed('Carry what they do not show', style, hiding.map(hidingLine).map(oneLine)),
    ...(status.withHidden > 0
      ? ['', `${status.withHidden} of the documents were read with what they hide (--include-hidden).`]
      : []),
    ...listed(
      'Enclosed, and not at hand',
      style,
      status.enclosures.missing.map(({ link, name }) => `${oneLine(name)}, says ${oneLine(link)}`),
    ),
    ...listed(
      'Not read',
      style,
      failed.map(({ message }) => oneLine(message)),
    ),
    ...listed(
      'Whose it is, nobody knows',
      style,
      nameless.map(({ link }) => oneLine(link)),
    ),
    '',
  ].join('\n')
}

/** Refusals by their kind, in words: "withheld 4, neither confirmed nor denied 1". */
export function refusalsByKind({ refusals }: Status): string {
  const labels = new Map(outcomes().map(({ code, label }) => [code, label]))
  return refusals.map(({ outcome, count }) => `${count} ${labels.get(outcome) ?? outcome}`).join(', ')
}

/** "joined: 3 by container, 1 by folder". */
function joinedBy({ joined }: Status): string {
  const by = joined.map(({ rule, documents }) => `${documents} by ${rule}`)
  return by.length === 0 ? '' : `documents together: ${by.join(', ')}`
}

function missingIn({ enclosures: { missing } }: Status): string {
  return missing.length === 0 ? '' : `${missing.length.toLocaleString('en-GB')} of them not at hand`
}

function refused({ refusals }: Status): number {
  return refusals.reduce((sum, { count }) => sum + count, 0)
}

function listed(title: string, style: Io['style'], lines: readonly string[]): readonly string[] {
  if (lines.length === 0) return []
  const more = lines.length - mostNamed
  return [
    '',
    style('bold', `${title} (${lines.length.toLocaleString('en-GB')})`),
    ...lines.slice(0, mostNamed).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${more.toLocaleString('en-GB')} more: disclosed status --format json names them all`] : []),
  ]
}
