import type { Span } from '@disclosed/document'
import { findPeriods } from '../periods/index.ts'
import { sentencesOf } from '../sentences.ts'
import type { FoundValue, ReadPeriod } from './found-value.ts'

/**
 * «2020/21: 90 (to 31 December)», «2021: 14 fines so far»: a remark behind a figure cuts the year before it. Where its days can be read
 * they are the figure's; where it only says that they are fewer, the figure is never sure.
 */
export function withPartRemarks(values: readonly FoundValue[], text: string): readonly FoundValue[] {
  return values.map((value): FoundValue => {
    const year = yearInWords(value.period)
    const remark = year && behind.exec(text.slice(value.span.end, value.span.end + longest))?.groups?.remark
    if (!year || !remark || !cuts.test(remark)) return value
    return ofPart(value, `${year} ${remark}`)
  })
}

/** The value of the days that its year and what cuts it tell together. */
function ofPart(value: FoundValue, words: string): FoundValue {
  const [days, ...others] = findPeriods(words, { requestDate: null }).map((each) => each.value)
  const isPart = days !== undefined && others.length === 0 && isInside(days, value.period)
  return isPart
    ? { ...value, period: { ...value.period, from: days.from, to: days.to } }
    : { ...value, doubt: 'part-of-its-year' }
}

/**
 * «Please note that 2020/21 only runs to 31 December»: a sentence of the answer that tells no figure and cuts a year; «90*» above a line
 * that begins with its star. Which figures it cuts, and how, is for people to say: those of such a year are not sure. «2017/18*» with
 * «* figures to 31 January 2018» says both. Nor is a figure sure whose label is a year that nobody could tell the days of.
 */
export function withNotesOf(
  values: readonly FoundValue[],
  places: readonly Span[],
  text: string,
): readonly FoundValue[] {
  if (values.length === 0) return values
  const notes = places.flatMap((place) => sentencesOf(text, place)).filter((sentence) => isNote(sentence, values, text))
  const named = notes.flatMap(({ start, end }) =>
    findPeriods(text.slice(start, end), { requestDate: null }).map((each) => each.value),
  )
  return values.map((value): FoundValue => {
    if (value.doubt) return value
    if (value.period.basis === null && value.category !== null && /^\W{0,2}(?:19|20)\d\d\b/.test(value.category))
      return { ...value, doubt: 'year-for-a-label' }
    // «(Jan-Jun)» stands below the head of the last year, and not beside these figures.
    if (value.category !== null && /^\(.*\)$/.test(value.category) && cuts.test(value.category))
      return { ...value, category: null, doubt: 'part-of-its-year' }
    const year = yearInWords(value.period)
    const note = year === null ? null : noteOfYear(value, text)
    const remark = note?.replace(whatIsNoted, '') ?? ''
    if (cuts.test(remark) && isOnlyTime(`${year} (${remark})`)) return ofPart(value, `${year} (${remark})`)
    const isCut = year !== null && named.some((each) => isOfYear(each, value.period))
    return isCut || note !== null || noteAt(value.span.end, text) !== null ? { ...value, doubt: 'noted' } : value
  })
}

/** «to 31 January 2018»; «up to June are in the annual report» says something else of these months. */
function isOnlyTime(words: string): boolean {
  const last = findPeriods(words, { requestDate: null }).at(-1)
  return last !== undefined && /^ ?(?:only|inclusive)?[.);\]]{0,4}$/i.test(words.slice(last.span.end))
}

/** What the star behind the words of its year stands for. */
function noteOfYear({ leansOn }: FoundValue, text: string): string | null {
  const ends = leansOn.map(({ start, end }) => start + text.slice(start, end).replace(/[*†‡]{1,3}$/, '').length)
  return ends.map((end) => noteAt(end, text)).find((note) => note !== null) ?? null
}

function isOfYear({ from, to }: Pick<ReadPeriod, 'from' | 'to'>, year: ReadPeriod): boolean {
  if (from === year.from && to === year.to) return true
  const last = to ?? from
  return last !== null && (year.from ?? '') <= last && last < (year.to ?? '')
}

/** A star stands here, and a line that begins with it says what it means: these words. */
function noteAt(end: number, text: string): string | null {
  const mark = /^ ?([*†‡]{1,3})(?![*†‡])/.exec(text.slice(end, end + 5))?.[1]
  if (mark === undefined) return null
  for (let at = text.indexOf(`\n${mark}`); at !== -1; at = text.indexOf(`\n${mark}`, at + 1)) {
    const note = /^ {0,3}([a-z\d][^\n]{2,200})/i.exec(text.slice(at + 1 + mark.length, at + 204 + mark.length))?.[1]
    if (note !== undefined) return note
  }
  return null
}

function isNote({ start, end }: Span, values: readonly FoundValue[], text: string): boolean {
  const tellsFigure = values.some(({ span }) => start <= span.start && span.end <= end)
  return !tellsFigure && says.test(text.slice(start, end))
}

const says =
  /\bonly (?:runs?|covers?|goes|includes?|up)\b|\bpart[- ](?:of the )?year\b|\bincomplete\b|\b(?:so far|year to date|to date)\b|\bup (?:to|until)\b|\bruns? (?:to|until)\b/i

/** «2017/18 figures are only to …», «This year covers …»: what a note says before it says how far. */
const whatIsNoted =
  /^(?:(?:the|figures?|data|numbers?|totals?|this|it|for|year|(?:20)?\d\d[/–-](?:20)?\d\d|20\d\d|is|are|covers?|runs?|goes|includes?|only|correct|shown)[ ,:]{1,3}){1,8}/i

const longest = 140

/** In brackets, or in so many words; what is counted may stand between. */
const behind =
  /^(?:%|\*{1,2})?(?: [a-z-]{2,20}){0,3}(?:[ ]{0,2}(?<remark>[([][^()[\]\n]{1,80}[)\]]|,? ?(?:to date|so far|year to date)\b))/i

/** What says that a year is not whole; «(provisional)», «(of which 3 in May)» and «(from 12 wards)» say no such thing. */
const cuts =
  /^[([, ]{0,3}(?:(?:figures? |data )?(?:up )?(?:to|until|till|as at|as of)\b|so far|year to date|ytd\b|part\b|partial|incomplete|(?:from|since) (?:the )?(?:\d{1,2}|[a-z]{3,9})(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|20\d\d)|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? ?(?:to|[-–])|(?:only|first|\d{1,2}|three|six|nine) (?:\d{1,2} |three |six |nine )?months|q[1-4]\b)/i

/** A whole calendar or financial year as letters write it; null for other days. */
export function yearInWords({ from, to }: ReadPeriod): string | null {
  if (!from || !to) return null
  const year = Number(from.slice(0, 4))
  if (from === `${year}-01-01` && to === `${year}-12-31`) return `${year}`
  if (from === `${year}-04-01` && to === `${year + 1}-03-31`)
    return `${year}/${String((year + 1) % 100).padStart(2, '0')}`
  return null
}

function isInside(days: Pick<ReadPeriod, 'from' | 'to'>, year: ReadPeriod): boolean {
  const isOther = days.from !== year.from || days.to !== year.to
  return (
    isOther &&
    days.from !== null &&
    days.from >= (year.from ?? '') &&
    days.from <= (year.to ?? '') &&
    (days.to === null || days.to <= (year.to ?? ''))
  )
}
