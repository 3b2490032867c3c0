import type { Report, SetReport } from '@disclosed/evaluate'
import { printRows, type Row } from './rows.ts'

export type ReportFormat = 'table' | 'json' | 'csv'

/** What came of labelled letters, for people, for programs, for a spreadsheet. */
export function printReport(report: Report, format: ReportFormat): string {
  switch (format) {
    case 'table':
      return asTables(report)
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`
    case 'csv':
      return printRows(['set', 'part', 'name', 'figure', 'value'], asRows(report), 'csv')
    default:
      return format satisfies never
  }
}

function asTables({ sets, all, worst }: Report): string {
  const parts = [...sets, all].map(tablesOf)
  const errors = worst.map(
    ({ letter, errors }) =>
      `${letter}: ${counted(errors.length, 'error')}\n${errors.map((each) => `  ${each}\n`).join('')}`,
  )
  return [...parts, ...errors].join('\n')
}

function tablesOf({ name, letters, unread, fields, sure, bands }: SetReport): string {
  const title = `${name}: ${counted(letters, 'labelled letter')}${unread > 0 ? `, ${unread} of them not readable` : ''}`
  const scores = fields.map((row) => [
    row.field,
    share(row.precision),
    share(row.recall),
    share(row.f1),
    row.right,
    row.invented,
    row.missed,
  ])
  const sureRows = sure.map((row) => [
    row.finding,
    row.sure,
    row.right,
    share(row.share),
    share(row.atLeast),
    row.lettersWithError,
    row.rightInAll,
    share(row.ofRightSure),
  ])
  const bandRows = bands
    .filter(({ findings }) => findings > 0)
    .map(({ from, to, findings, claimed, seen }) => [`${from} to ${to}`, findings, share(claimed), share(seen)])
  return [
    `${title}\n\n`,
    printRows(['field', 'precision', 'recall', 'F1', 'right', 'invented', 'missed'], scores, 'table'),
    '\nMarked sure\n\n',
    printRows(
      ['finding', 'sure', 'right', 'share', 'at least', 'letters with error', 'right in all', 'of these sure'],
      sureRows,
      'table',
    ),
    'at least: with 95 % certainty, after Clopper and Pearson, findings taken as independent\n',
    '\nConfidence, claimed and seen\n\n',
    printRows(['claimed', 'findings', 'mean claimed', 'right'], bandRows, 'table'),
  ].join('')
}

/** Every figure a row of its own, so that one sheet holds them all. */
function asRows({ sets, all }: Report): readonly Row[] {
  return [...sets, all].flatMap((set) => [
    [set.name, 'letters', 'all', 'letters', set.letters],
    [set.name, 'letters', 'all', 'unread', set.unread],
    ...set.fields.flatMap(({ field, ...figures }) => rowsOf([set.name, 'field', field], figures)),
    ...set.sure.flatMap(({ finding, ...figures }) => rowsOf([set.name, 'sure', finding], figures)),
    ...set.bands.flatMap(({ from, to, ...figures }) => rowsOf([set.name, 'band', `${from} to ${to}`], figures)),
  ])
}

function rowsOf(head: Row, figures: Readonly<Record<string, number | null>>): readonly Row[] {
  return Object.entries(figures).map(([name, figure]) => [...head, name, figure])
}

/** Never rounded up: 0.9999 is no 1. */
function share(part: number | null): string | null {
  return part === null ? null : (Math.floor(part * 1000 + 1e-9) / 1000).toFixed(3)
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
