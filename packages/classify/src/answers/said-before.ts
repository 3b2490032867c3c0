import type { Finding } from '../finding.ts'
import type { Quantity } from '../quantities/index.ts'

/** «11 were paid more than £100,000»: beside an answer, what the question said itself answers nothing. */
export function withoutTheirs(
  found: readonly Finding<Quantity>[],
  words: string,
  asked: string,
): readonly Finding<Quantity>[] {
  if (found.length < 2) return found
  const own = found.filter(({ span }) => {
    const figure = /£?\d[\d,.]*\d|£?\d/.exec(words.slice(span.start, span.end))?.[0]
    return figure === undefined || !standsIn(asked, figure)
  })
  return own.length > 0 ? own : found
}

/** Is this figure in the words, as a whole and not as a part of another? */
function standsIn(words: string, figure: string): boolean {
  for (let at = words.indexOf(figure); at !== -1; at = words.indexOf(figure, at + 1)) {
    const end = at + figure.length
    if (!/[\d,.]/.test(words.slice(Math.max(0, at - 1), at)) && !/^,?\d/.test(words.slice(end, end + 2))) return true
  }
  return false
}

/** «Of the 82 cases, 80 were in the Tay catchment»: beside others, a figure that only points back to one that was told. */
export function withoutThoseBefore(found: readonly Finding<Quantity>[], words: string): readonly Finding<Quantity>[] {
  const own = found.filter(({ span }) => !pointsBack.test(words.slice(Math.max(0, span.start - 30), span.start)))
  return own.length > 0 ? own : found
}

const pointsBack = /\b(?:of the|the (?:above|same)|out of(?: the)?) $/i
