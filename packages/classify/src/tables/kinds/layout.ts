import { isSentence, isTotal } from '../cells.ts'
import { isHeadOfFigures } from '../headings.ts'
import { isPeriodLabel } from '../period-labels.ts'
import type { Shape } from '../shape.ts'
import type { KindOfTable } from './kind.ts'

/** A grid that sets words beside each other and tabulates nothing: a cover's "Our ref: …", addresses, a question beside its answer. */
export const layout: KindOfTable = {
  kind: 'other',
  about: 'Contact details, covers and questions with their answers, set in columns.',
  is: (shape) =>
    isCover(shape) || isQuestionAndAnswer(shape) || isProse(shape) || isPointList(shape) || isUnparted(shape),
}

const particulars =
  /^(?:(?:our|your|foi|request|case|document|invoice) )?(?:ref|reference|tel|telephone|phone|mobile|fax|e-?mail|web(?:site)?|www|address|post ?code|contact|date|dated|from|to|cc|bcc|sent|subject|re|title|author|version|owner|status|published|topic|classification|requester|applicant|received|responded|due)\b(?: (?:no|number|name|address|date|details|received|of (?:request|response|issue|decision)|responded))?\.?:?$/i

/** Half of its labels are those of a letter's head. A head of its own, with figures below, makes it a table after all. */
function isCover({ body, labels, figures, columns, header }: Shape): boolean {
  const [first] = labels
  if (first === undefined || (header.some((head) => head !== '') && figures.length > 0)) return false
  if (columns.filter((column) => column !== 'empty').length > 2)
    return body.every((row) => row.some((cell) => /@|www\.|https?:/.test(cell.text)))
  const names = body
    .map((row) => row[first]?.text ?? '')
    .concat(header[first] ?? '')
    .filter((name) => name !== '')
  const known = names.filter((name) => particulars.test(name)).length
  return known * 2 >= names.length || names.filter((name) => name.endsWith(':')).length * 2 > names.length
}

const asks =
  /\?["'”’)]?$|^(?:(?:q(?:uestion)? ?)?\d{1,2}[a-z]?[.):]? )?(?:how (?:many|much|often)|please|what|which|when|do you|does|has|have|can you|could you|i would like)\b/i

/** Questions down one column and one column of answers: the questions are read as such, with their answers. */
function isQuestionAndAnswer({ body, columns, header }: Shape): boolean {
  const words = columns.flatMap((column, at) => (column === 'empty' ? [] : at))
  if (words.length > 3) return false
  const isNamed =
    header.some((head) => /^(?:your )?(?:questions?|requests?|query|information requested)\b/i.test(head)) &&
    header.some((head) => /^(?:our |council )?(?:answers?|response|reply|comments?)\b/i.test(head))
  const isAsked = words.some((at) => {
    const cells = body.map((row) => row[at]?.text ?? '').filter((cell) => cell !== '')
    return cells.filter((cell) => asks.test(cell.slice(0, 400)) && cell.length > 20).length * 2 > cells.length
  })
  const figureHeads = header.filter((head) => isPeriodLabel(head)).length
  return (isNamed || isAsked) && figureHeads === 0
}

/** Whole paragraphs in cells and no column that says what they are. */
function isProse({ body, figures, columns, header }: Shape): boolean {
  if (figures.length > 0 || columns.includes('references') || columns.includes('periods') || columns.includes('days'))
    return false
  const cells = body.flatMap((row) => row.filter((cell) => cell.text !== ''))
  const long = cells.filter((cell) => cell.text.length > 200 || (isSentence(cell.text) && cell.text.length > 80)).length
  return header.every((head) => head === '') || long * 3 > cells.length * 2
}

/** "1.", "(a)", "•" down the first column: points of a list that were set with a tab. */
function isPointList({ body, columns, header }: Shape): boolean {
  const first = body.map((row) => row[0]?.text ?? '')
  const isPoints = first.every((text) =>
    /^(?:[-•·*o–]|[([]?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]{1,4})[.)\]]{1,2}|q\d{1,2}[.:)]?)$/i.test(text),
  )
  const others = columns.slice(1).filter((column) => column !== 'empty')
  const isTabulated = header.some(
    (head) => isHeadOfFigures(head) || isTotal(head) || isPeriodLabel(head) || /^quarter/i.test(head),
  )
  return isPoints && others.length === 1 && !isTabulated
}

/** Cells that hold whole columns ("25 26 27 28 29"): the grid was not found, and its figures would be read in the wrong places. */
function isUnparted({ body }: Shape): boolean {
  return body.some((row) =>
    row.some(({ text }) => {
      const words = text.slice(0, 600).split(/\s+/)
      const numbers = words.filter((word) => /^£?\d[\d,.]*$/.test(word)).length
      return numbers >= 5 && numbers * 3 > words.length && !/^[\d ]{9,14}$/.test(text)
    }),
  )
}
