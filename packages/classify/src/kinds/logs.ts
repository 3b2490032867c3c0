import type { Letter } from '../letter.ts'
import type { Look } from './look.ts'

const logColumns: readonly RegExp[] = [
  /^(?:foi |request |case |our )?(?:ref(?:erence)?|id|number|no\.?)(?: (?:no|number|id))?\.?$/i,
  /^(?:date )?(?:received|of request|requested|request received|logged|opened)$|^(?:request |received )date$/i,
  /^(?:request|subject|title|summary|description|topic|case label|details?|information requested|request (?:text|details|summary|subject|title)|summary of request|question)$/i,
  /^(?:date )?(?:closed|responded|completed|answered|of response|sent|replied|response sent)$|^(?:response|closed|reply|completion) date$/i,
  /^(?:status|outcome|decision|result|response|exemptions?(?: (?:applied|used))?|information (?:released|disclosed)|disclosed|scheme|legislation|act)$/i,
  /^(?:requester|applicant)(?: (?:type|category))?$/i,
]

const logDates = [logColumns[1], logColumns[3]].flatMap((column) => column ?? [])

/** A head whose columns are those of a log, with requests below it; or one request after another, each with its reference. */
export function listsRequests({ letter }: Look): boolean {
  const hasHead = letter.lines.slice(0, 40).some(({ text, index }) => {
    const cells = text
      .slice(0, 1000)
      .split(/\t|\s?\|\s?|,/)
      .map((cell) => cell.replace(/^["\s*]{1,20}|["\s*:]{1,20}$/g, ''))
    const known = logColumns.filter((column) => cells.some((cell) => column.test(cell)))
    // "No. | Question | Response" heads the answers to one request; a log says when requests came or went.
    const tellsWhen = logDates.some((column) => known.includes(column)) || known.length >= 4
    return cells.length >= 3 && known.length >= 3 && tellsWhen && letter.lines.length > index + 3
  })
  if (hasHead) return true
  const references = new Set(
    letter.lines
      .slice(0, 3000)
      .flatMap(
        ({ text }) =>
          /^(?:foi|eir|request|case|our)?\s?(?:ref(?:erence)?|id|number)(?: (?:no|number))?\.?\s?[:#-]?\s?((?:[A-Z]{1,6}[\s/-]{0,3})?\d[\w/-]{2,20})$/i.exec(
            text.slice(0, 80),
          )?.[1] ?? [],
      ),
  )
  return references.size >= 5 || listsDatedRequests(letter) || isTitledLog(letter)
}

/** "Disclosure log" at the head, and below it entry upon entry, each with its day. */
function isTitledLog({ lines }: Letter): boolean {
  if (
    !lines
      .slice(0, 6)
      .some(({ text }) =>
        /\b(?:disclosure log|log of (?:foi|freedom of information|eir)? ?requests)\b/i.test(text.slice(0, 300)),
      )
  )
    return false
  const entries = lines.slice(0, 3000).filter(({ text }) => entryDay.test(text.slice(0, 80)))
  return entries.length >= 3
}

/** "Published: 8 May 2025", or the days of an entry grown together: "8 April 20107 May 2010". */
const entryDay =
  /^\s{0,8}(?:(?:published|date published|date received|released|responded)\s?:?\s\d{1,2} [A-Z][a-z]{2,8} \d{4}\s{0,4}$|\d{1,2} [A-Z][a-z]{2,8} \d{4}\s{0,4}\d{1,2} [A-Z][a-z]{2,8} \d{4})/i

/** "FOI 24-097 03/06/2024 21/06/2024 Swans": one entry a line, where a page has lost its columns. */
function listsDatedRequests({ lines }: Letter): boolean {
  const entry =
    /^(?:(?:FOI|EIR|FOISA|RFI|Ref|Request|Case)\b[\s:./#-]{0,3})(?:[A-Z]{1,6}[\s/-]{0,2})?(\d[\w/-]{1,14})\s{1,4}(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})\b/
  return new Set(lines.slice(0, 3000).flatMap(({ text }) => entry.exec(text.slice(0, 80))?.[1] ?? [])).size >= 4
}
