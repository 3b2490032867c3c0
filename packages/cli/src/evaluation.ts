import type { CalibratedSet, CalibrationReport, Report, SetReport } from '@disclosed/evaluate'
import { printRows, type Row } from './rows.ts'
import { counted, share } from './share.ts'

export type ReportFormat = 'table' | 'json' | 'csv'

/** What came of labelled letters, for people, for programs, for a spreadsheet. */
export function printReport(report: Report, calibrated: CalibrationReport | null, format: ReportFormat): string {
  switch (format) {
    case 'table':
      return asTables(report, calibrated)
    case 'json':
      return `${JSON.stringify(calibrated ? { ...report, calibrated } : report, null, 2)}\n`
    case 'csv':
      return printRows(['set', 'part', 'name', 'figure', 'value'], asRows(report, calibrated), 'csv')
    default:
      return format satisfies never
  }
}

function asTables({ sets, all, worst }: Report, calibrated: CalibrationReport | null): string {
  const parts = [...sets, all].map(tablesOf)
  const errors = worst.map(
    ({ letter, errors }) =>
      `${letter}: ${counted(errors.length, 'error')}\n${errors.map((each) => `  ${each}\n`).join('')}`,
  )
  const measured = calibrated ? [...calibrated.sets, calibrated.all].map(calibratedTable) : []
  return [...parts, ...errors, ...measured].join('\n')
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
function asRows({ sets, all }: Report, calibrated: CalibrationReport | null): readonly Row[] {
  const measured = calibrated ? [...calibrated.sets, calibrated.all] : []
  const scores = [...sets, all].flatMap((set) => [
    [set.name, 'letters', 'all', 'letters', set.letters],
    [set.name, 'letters', 'all', 'unread', set.unread],
    ...set.fields.flatMap(({ field, ...figures }) => rowsOf([set.name, 'field', field], figures)),
    ...set.sure.flatMap((row) => rowsOf([set.name, 'sure', row.finding], figuresOf(row))),
    ...set.bands.flatMap(({ from, to, ...figures }) => rowsOf([set.name, 'band', `${from} to ${to}`], figures)),
  ])
  const held = measured.flatMap(({ name, sure }) =>
    sure.flatMap(({ finding, open, heldBack }) => [
      ...rowsOf([name, 'sure, measured on all', finding], figuresOf(open)),
      ...rowsOf([name, 'sure, held back', finding], figuresOf(heldBack)),
    ]),
  )
  return [...scores, ...held]
}

function rowsOf(head: Row, figures: Readonly<Record<string, number | null>>): readonly Row[] {
  return Object.entries(figures).map(([name, figure]) => [...head, name, figure])
}

function figuresOf({ finding: _, ...figures }: SetReport['sure'][number]): Readonly<Record<string, number | null>> {
  return figures
}

/** What the new table is worth: on the letters it was measured on, and on letters held back. */
function calibratedTable({ name, letters, sure }: CalibratedSet): string {
  const rows = sure.map(({ finding, cut, open, heldBack, lostShare, lostSure }) => [
    finding,
    cut,
    `${open.right} of ${open.sure}`,
    share(open.ofRightSure),
    `${heldBack.right} of ${heldBack.sure}`,
    share(heldBack.share),
    share(heldBack.atLeast),
    heldBack.lettersWithError,
    share(heldBack.ofRightSure),
    signed(lostShare),
    signed(lostSure),
  ])
  const columns = [
    'finding',
    'cut',
    'open: right of sure',
    'of right sure',
    'held back: right of sure',
    'share',
    'at least',
    'letters with error',
    'of right sure',
    'share lost',
    'sure lost',
  ]
  return `${name}: measured anew on ${counted(letters, 'letter')}, and each held back in turn\n\n${printRows(columns, rows, 'table')}`
}

function signed(difference: number | null): string | null {
  return difference === null ? null : difference.toFixed(3)
}
