import { type CellObject, SSF } from '@e965/xlsx'

/**
 * A cell's words as its office sees them. Excel's standard date follows the reader's country: the file says "m/d/yy"
 * and a British screen shows 31/03/2020, so that is what is written.
 */
export function shownText(cell: CellObject): string {
  if (cell.t === 'd' && cell.v instanceof Date && localDate.test(String(cell.z ?? '')))
    return inBritain(cell.v, String(cell.z))
  // A formula whose result was never stored comes as a stub with a zero that nobody wrote.
  if (cell.t === 'z') return ''
  if (cell.w !== undefined) return cell.w
  if (cell.v === undefined) return ''
  if (cell.v instanceof Date) return inBritain(cell.v, '')
  return typeof cell.v === 'number' ? inFormat(cell.v, String(cell.z ?? 'General')) : String(cell.v)
}

/** Has it a formula, and no result to show? */
export function isUnsolved(cell: CellObject): boolean {
  return cell.f !== undefined && (cell.t === 'z' || cell.v === undefined)
}

/** The library gives up at a pound sign that stands in a format without quotation marks, as "£#,##0.00" has it. */
function inFormat(number: number, format: string): string {
  for (const each of [format, format.replace(/[£€¥]/g, '"$&"')])
    try {
      return String(SSF.format(each, number))
    } catch {
      // Then with the sign in quotation marks.
    }
  return String(number)
}

/** The standard formats 14 and 22, as the library spells them. */
const localDate = /^m\/d\/(?:yy|yyyy)(?: h:mm)?$/

/** 31/03/2020, or 31/03/2020 14:05 where the format has hours. */
export function inBritain(date: Date, format: string): string {
  const two = (number: number) => String(number).padStart(2, '0')
  const day = `${two(date.getUTCDate())}/${two(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`
  return format.includes('h') ? `${day} ${two(date.getUTCHours())}:${two(date.getUTCMinutes())}` : day
}
