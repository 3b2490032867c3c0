import { findPeriods } from '../periods/index.ts'
import type { QuantityKind } from '../reading.ts'

/** What the head of a column says of the figures below it. */
export interface FigureHead {
  /** What is counted: "incidents", "£", "%"; null where the head does not tell. */
  readonly unit: string | null
  /** Null where the head leaves it to the cell. */
  readonly quantity: QuantityKind | null
  /** Are the figures thousands or millions of what they look like? Then they are not taken for values. */
  readonly isScaled: boolean
}

const nothing: FigureHead = { unit: null, quantity: null, isScaled: false }

/** "Number of incidents" → incidents; "Cost (£)" → £; "% upheld" → %. To be asked of a head that names what is counted, not of a group. */
export function figureHeadOf(head: string): FigureHead {
  const text = withoutPeriod(head)
  if (/£ ?(?:0{3}|k|m|bn)\b|£?'?000s?\b|\(£m\)|\bthousands?\b|\bmillions?\b/i.test(text))
    return { ...nothing, isScaled: true }
  if (/%|\bpercent(?:age)?\b|\bpct\b|\bper cent\b|\bproportion\b/i.test(text))
    return { unit: '%', quantity: 'percent', isScaled: false }
  if (
    /£|\b(?:costs?|spend|spent|spending|expenditure|compensation|damages|fees?|price|income)\b/i.test(text) &&
    !/\bnumber of\b|\bno\.? of\b|\b(?:claims|cases|requests|applications|claimants)(?: \w{1,20})?$/i.test(text)
  )
    return { unit: '£', quantity: 'money', isScaled: false }
  const lasts =
    /\((?<unit>days|hours|weeks|months|minutes)\)$|^(?:(?:total |overall )?sum of|(?:total )?(?:average|mean|median)) (?:number of )?(?<counted>(?:working )?(?:days|hours|weeks|months|minutes))\b/i.exec(
      text,
    )
  const unit = lasts?.groups?.unit ?? lasts?.groups?.counted
  if (unit) return { unit: unit.toLowerCase(), quantity: 'duration', isScaled: false }
  if (/^(?:average|mean|median|rate)\b/i.test(text)) return { ...nothing, isScaled: true }
  return { ...nothing, unit: countedIn(text) }
}

/** "Total number of fires attended" → "fires attended"; "Breaches" → "breaches" */
function countedIn(text: string): string | null {
  const named =
    /^(?:the )?(?:total |recorded )?(?:number|numbers|no\.?|nos\.?|count|volume|quantity)s? of (?<unit>[^()[\]:;]{2,60})/i
      .exec(text)
      ?.groups?.unit?.trim()
  if (named) return lowered(named.replace(/ (?:by|per|in|during|for|between|from|since) .{0,60}$/i, ''))
  const thing = /^(?:total )?(?<unit>[a-z][a-z ]{2,40})$/i.exec(text)?.groups?.unit
  const isPlural = thing !== undefined && /(?:[^s]s|people|staff|children|headcount|fte)$/i.test(thing)
  return isPlural && thing.split(' ').length <= 4 && !/\b(?:numbers?|totals?|figures?|counts?|yes)$/i.test(thing)
    ? lowered(thing)
    : null
}

/** A capital at the start of a head is no part of the word; "FOI" and "ICO" are. */
function lowered(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

function withoutPeriod(head: string): string {
  if (!/\d/.test(head)) return head.trim()
  const [told, ...others] = findPeriods(head, { requestDate: null })
  if (!told || others.length > 0) return head.trim()
  return `${head.slice(0, told.span.start)} ${head.slice(told.span.end)}`
    .replace(/\(\s{0,4}\)|\s(?:in|for|during)?\s{0,4}$/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
