import type { Options } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { columnName } from './sheet.ts'

/** What a sheet carries beside what it shows, or shows in place of values. Rows and columns count from 0. */
export interface SeenOnSheet {
  readonly name: string
  readonly hiddenRows: readonly number[]
  readonly hiddenColumns: readonly number[]
  /** Formulas without a result. */
  readonly unsolved: number
  readonly errors: number
  /** The addresses of cells with comments. */
  readonly commented: readonly string[]
}

/** Says that a sheet is hidden; `isDeep` where no menu of Excel shows it. */
export function noteHiddenSheet(
  {
    name,
    rows,
    range,
    isDeep,
  }: { readonly name: string; readonly rows: number; readonly range: string; readonly isDeep: boolean },
  writer: Writer,
  options: Options,
): void {
  const how = isDeep ? 'hidden sheet (no menu of Excel shows it)' : 'hidden sheet'
  writer.note('hidden-sheet', `The ${how} “${name}” with ${rows} rows was ${fateOf(options)}.`, {
    place: { kind: 'sheet', sheet: name, range },
  })
}

export function leaveNotes(seen: SeenOnSheet, options: Options, writer: Writer): void {
  const { name, hiddenRows, hiddenColumns, unsolved, errors, commented } = seen
  const on = `sheet “${name}”`
  const at = (range: string | undefined) => ({ place: { kind: 'sheet', sheet: name, range: range ?? 'A1' } }) as const
  const [firstRows] = runsOf(hiddenRows, (row) => String(row + 1))
  const [firstColumns] = runsOf(hiddenColumns, columnName)
  if (hiddenRows.length > 0)
    writer.note('hidden-rows', `${hiddenRows.length} hidden rows of ${on} were ${fateOf(options)}.`, at(firstRows))
  if (hiddenColumns.length > 0)
    writer.note(
      'hidden-columns',
      `${hiddenColumns.length} hidden columns of ${on} were ${fateOf(options)}.`,
      at(firstColumns),
    )
  if (unsolved > 0) writer.note('formula-without-value', `${unsolved} formulas on ${on} have no stored result.`)
  if (errors > 0) writer.note('error-value', `${errors} cells on ${on} show an error in place of a value.`)
  if (commented.length > 0)
    writer.note('comments', `Comments on ${commented.length} cells of ${on} were left out.`, at(commented[0]))
}

/** Numbers that follow each other as "5:7"; one alone as "5:5", as Excel writes whole rows and columns. */
function runsOf(numbers: readonly number[], write: (number: number) => string): readonly string[] {
  const runs: { readonly first: number; last: number }[] = []
  for (const number of numbers) {
    const run = runs.at(-1)
    if (run && run.last + 1 === number) run.last = number
    else runs.push({ first: number, last: number })
  }
  return runs.map(({ first, last }) => `${write(first)}:${write(last)}`)
}

function fateOf({ includeHidden }: Options): string {
  return includeHidden ? 'read too, as was asked' : 'left out'
}
