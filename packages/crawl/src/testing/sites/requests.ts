import type { Answer, Asked, ExpectedItem, SiteState } from '../site.ts'

/** A made-up request, as every kind of site shows it in its own way. */
export interface MadeUp {
  readonly number: number
  readonly reference: string
  readonly title: string
  readonly slug: string
  /** ISO days. */
  readonly received: string
  readonly responded: string
  readonly request: string
  readonly response: string
  /** Every second has a file. */
  readonly hasFile: boolean
}

const first = 7
/** While a list is read for the first time, one more is put before all others, after so many requests. */
const movesAfter = 2

/** The newest first. Each day brings two, and the answer to the third is corrected. */
export function requestsOf({ day, served }: SiteState): readonly MadeUp[] {
  const late = day === 0 && served >= movesAfter ? 1 : 0
  const count = first + 2 * day + (day > 0 ? 1 : 0) + late
  return Array.from({ length: count }, (_, index) => madeUp(count - index, day))
}

function madeUp(number: number, day: number): MadeUp {
  const corrected = number === 3 && day > 0 ? ` This was corrected on day ${day}.` : ''
  const at = (days: number) => new Date(Date.UTC(2023, 0, 10 + 11 * number + days)).toISOString().slice(0, 10)
  return {
    number,
    reference: `FOI ${9800 + number}`,
    title: `Skips in ward ${number}`,
    slug: `skips-in-ward-${number}`,
    received: at(0),
    responded: at(17),
    request: `How many skips were hired in ward ${number} in 2022?`,
    response: `The council hired ${40 + number} skips in ward ${number} in 2022.${corrected}`,
    hasFile: number % 2 === 0,
  }
}

/** What a crawl that began with this state must bring home; what came while it went may be missing. */
export function expectedOf(
  state: SiteState,
  key: (each: MadeUp) => string,
  file: (each: MadeUp) => string,
): readonly ExpectedItem[] {
  return requestsOf({ ...state, served: 0 }).map((each) => ({
    itemKey: key(each),
    attachments: each.hasFile ? [file(each)] : [],
  }))
}

/** One page of a list. */
export function slice(all: readonly MadeUp[], page: number, perPage = 3): readonly MadeUp[] {
  return all.slice((page - 1) * perPage, page * perPage)
}

export function british(day: string): string {
  return day.split('-').toReversed().join('/')
}

const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',')

export function inWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${months[(month ?? 1) - 1]} ${year}`
}

/** A page with all that stands around the matter of a real one, and something that is never the same twice. */
export function page(title: string, main: string, { served }: SiteState): Answer {
  const body = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title} - Amblethorpe</title></head><body>
<header><nav><a href="/">Home</a> <a href="/bins">Bins</a></nav></header><main><h1>${title}</h1>
${main}
</main><footer><p>You are visitor ${served}.</p><a href="/privacy.pdf">Privacy</a></footer></body></html>`
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body }
}

export function json(value: unknown, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(value) }
}

/** As much of a PDF as tells that it is one. */
export function pdf({ number, response }: MadeUp): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'application/pdf' },
    body: `%PDF-1.4\n% ${number} ${response}\n%%EOF\n`,
  }
}

export const absent: Answer = {
  status: 404,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>Page not found</title><h1>Page not found</h1>',
}

/** The request whose number, slug or reference the path ends in. */
export function named(path: string, pattern: RegExp, state: SiteState, of: (each: MadeUp) => string): MadeUp | null {
  const name = pattern.exec(path)?.[1]
  return name === undefined ? null : (requestsOf(state).find((each) => of(each) === name) ?? null)
}

export function pageNumber({ query }: Asked, param = 'page', from = 1): number {
  return Number(query.get(param) ?? from) + 1 - from
}
