import type { Letter } from '../letter.ts'
import type { Look } from './look.ts'

const logColumns: readonly RegExp[] = [
  /^(?:foi |request |case |our )?(?:ref(?:erence)?|id|number|no\.?)(?: (?:no|number|id))?\.?$/i,
  /^(?:date )?(?:received|of request|requested|request received|logged|opened)$|^(?:request |received )date$/i,
  /^(?:request|subject|title|summary|description|topic|case label|details?(?: of (?:the )?request)?|information requested|request (?:text|details|summary|subject|title)|summary of (?:the |information )?request|question)$/i,
  /^(?:date )?(?:closed|responded|completed|answered|of response|sent|replied|response sent)$|^(?:response|closed|reply|completion) date$/i,
  /^(?:status|outcome|decision|result|response|exemptions?(?: (?:applied|used))?|information (?:released|disclosed)|disclosed|scheme|legislation|act)$/i,
  /^(?:requester|applicant)(?: (?:type|category))?$|^(?:request )?category$/i,
]

const logDates = [logColumns[1], logColumns[3]].flatMap((column) => column ?? [])

/** A head whose columns are those of a log, with requests below it; or one request after another, each with its reference. */
export function listsRequests({ letter }: Look): boolean {
  const hasHead = letter.lines.slice(0, 40).some(({ text, index }) => {
    // "Date Request ReceivedSubjectDetails of Request": a page has grown its columns together.
    const pieces = text
      .slice(0, 1000)
      .replace(/([a-z?])(?=[A-Z])/g, '$1|')
      .split(/\t|\s?\|\s?|,/)
    if (pieces.length < 3) return false
    const cells = pieces.map((cell) => cell.replace(/^["\s*]{1,20}|["\s*:]{1,20}$/g, ''))
    const known = logColumns.filter((column) => cells.some((cell) => column.test(cell)))
    // "No. | Question | Response" heads the answers to one request; a log says when requests came or went.
    const tellsWhen = logDates.some((column) => known.includes(column)) || known.length >= 4
    return known.length >= 3 && tellsWhen && letter.lines.length > index + 3
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
  return (
    references.size >= 5 ||
    (references.size >= 2 && letter.lines.slice(0, 6).some(({ text }) => titlesLog.test(text.slice(0, 300)))) ||
    listsDatedRequests(letter) ||
    isTitledLog(letter) ||
    countsRequests(letter) ||
    listsPublished(letter)
  )
}

/** "Disclosure log", "Freedom of Information Responses" at the head, and below it "FOI/20/001 …", "FOI/20/002 …": its entries count on. */
function countsRequests({ lines }: Letter): boolean {
  const head = lines.slice(0, 12).map(({ text }) => text.slice(0, 300))
  if (head.some((text) => saysMonthOfLog.test(text))) return true
  if (!head.some((text) => /\b(?:disclosure log|(?:FOI|freedom of information) (?:requests|responses))\b/i.test(text)))
    return false
  const counts = lines.slice(0, 3000).flatMap(({ text }) => {
    const found = /^(?:(?:FOI|EIR|RFI)[\s/-]?)?\d{2,4}[/-](?<count>\d{1,4})(?=\s?[A-Z])/.exec(text.slice(0, 80))
    return found ? [Number(found.groups?.count)] : []
  })
  return counts.filter((count, at) => at > 0 && Math.abs(count - (counts[at - 1] ?? 0)) === 1).length >= 3
}

/** "RESPONSES MADE IN FEBRUARY 2012" */
const saysMonthOfLog = /^(?:FOI |EIR )?responses (?:made|issued|sent|given) (?:in|during) [A-Z][a-z]{2,8} \d{4}$/i

const titlesLog = /\b(?:disclosure log|log of (?:foi|freedom of information|eir)? ?requests)\b/i

/** "Disclosure log" at the head, and below it entry upon entry, each with its day. */
function isTitledLog({ lines }: Letter): boolean {
  if (!lines.slice(0, 6).some(({ text }) => titlesLog.test(text.slice(0, 300)))) return false
  return countDays(lines) >= 3
}

/** "FOI 5645 Closed wards" over "Published: 18 December 2017", and more of the kind. */
function listsPublished({ lines }: Letter): boolean {
  const numbers = lines.slice(0, 3000).flatMap(({ text }) => /^(?:FOI|EIR) ?(\d{3,6}) (?=[A-Z])/.exec(text)?.[1] ?? [])
  return new Set(numbers).size >= 4 && countDays(lines) >= 4
}

function countDays(lines: Letter['lines']): number {
  return lines.slice(0, 3000).filter(({ text }) => entryDay.test(text.slice(0, 80))).length
}

/** "Published: 8 May 2025", or the days of an entry grown together: "8 April 20107 May 2010". */
const entryDay =
  /^\s{0,8}(?:(?:published|date published|date received|released|responded)\s?:?\s(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2}),? \d{4}\s{0,4}$|\d{1,2} [A-Z][a-z]{2,8} \d{4}\s{0,4}\d{1,2} [A-Z][a-z]{2,8} \d{4})/i

/** "FOI 24-097 03/06/2024 21/06/2024 Swans": one entry a line, where a page has lost its columns. */
function listsDatedRequests({ lines }: Letter): boolean {
  const entry =
    /^(?:(?:FOI|EIR|FOISA|RFI|Ref|Request|Case)\b[\s:./#-]{0,3})(?:[A-Z]{1,6}[\s/-]{0,2})?(\d[\w/-]{1,14})\s{1,4}(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})\b/
  return new Set(lines.slice(0, 3000).flatMap(({ text }) => entry.exec(text.slice(0, 80))?.[1] ?? [])).size >= 4
}
