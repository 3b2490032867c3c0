import { createRequire } from 'node:module'
import { covers, type Span } from '@disclosed/document'
import type PorterStemmer from 'natural/lib/natural/stemmers/porter_stemmer.js'
import { findQuantities } from '../quantities/index.ts'
import type { Asked } from '../questions/index.ts'
import { remembered } from '../remembered.ts'
import { sentencesOf } from '../sentences.ts'
import type { Segment } from './pairing.ts'

/**
 * One text below a few questions may speak of each in turn: «580 staff worked here. One contractor had access.»
 * A sentence goes to the question whose own words it uses, those that the others lack; one without any goes on with
 * the last. Only a share that leaves no question empty is believed, for a refusal names the subject of one and means all.
 */
export function sharedOut(text: string, segments: readonly Segment[], questions: readonly Asked[]): readonly Segment[] {
  const runs = new Map<string, Segment[]>()
  for (const segment of segments) {
    if (segment.how !== 'run' || segment.questions.length < 2 || segment.questions.length > most) continue
    const key = segment.questions.join()
    runs.set(key, [...(runs.get(key) ?? []), segment])
  }
  let shared = segments
  for (const run of runs.values()) {
    const sentences = run.map((segment) =>
      sentencesOf(text, segment.span).map((span): Segment => ({ ...segment, span })),
    )
    const given = give(text, sentences.flat(), questions, run)
    if (!given) continue
    shared = shared.flatMap((segment) => {
      const at = run.indexOf(segment)
      return at === -1 ? segment : (sentences[at] ?? []).map((sentence) => given.get(sentence) ?? sentence)
    })
  }
  return shared
}

/** Of more questions than these one text says too little of each. */
const most = 4

function give(
  text: string,
  run: readonly Segment[],
  questions: readonly Asked[],
  paragraphs: readonly Segment[],
): ReadonlyMap<Segment, Segment> | null {
  const indexes = run[0]?.questions ?? []
  const own = ownWords(indexes.map((index) => questions[index]?.words ?? ''))
  const given = new Map<Segment, Segment>()
  const served = new Set<number>()
  const named: Segment[] = []
  let last: number | null = null
  for (const segment of run) {
    const stems = new Set(stemsOf(text.slice(segment.span.start, segment.span.end)))
    const scores = own.map((words) => words.filter((word) => stems.has(word)).length)
    const best = Math.max(...scores)
    const winners = scores.flatMap((score, at) => (score === best && best > 0 ? at : []))
    const [winner] = winners
    if (winners.length === 1 && winner !== undefined) {
      last = indexes[winner] ?? last
      named.push(segment)
    }
    if (last === null) continue
    served.add(last)
    given.set(segment, { ...segment, questions: [last], how: 'run' })
  }
  const [first] = indexes
  const opening = run.slice(
    0,
    run.findIndex((segment) => given.has(segment)),
  )
  // «We lost eleven in 2016 and 14 in 2017. Five of these …»: in one paragraph, what speaks of none of the
  // others, before them, is the first one's. Where questions are numbered their answers mostly are, too.
  const isPlain =
    paragraphs.some(({ span }) => [...opening, ...named].every((each) => covers(span, each.span))) &&
    !indexes.some((index) => /\d/.test(questions[index]?.number ?? ''))
  if (first !== undefined && isPlain && !served.has(first) && opening.some(({ span }) => givesFigure(text, span))) {
    served.add(first)
    for (const segment of opening) given.set(segment, { ...segment, questions: [first], how: 'run' })
  }
  return served.size === indexes.length ? given : null
}

/** A sentence that says a number of something: a lone «0.» may be anybody's. */
function givesFigure(text: string, span: Span): boolean {
  const said = text.slice(span.start, span.end)
  return said.split(/\s+/).length >= fewestWords && findQuantities(said).some(({ value }) => value.number !== null)
}

const fewestWords = 5

/** Of some wordings those whose own words a sentence uses. */
export function speaksOf(said: string, own: readonly (readonly string[])[]): readonly number[] {
  const stems = new Set(stemsOf(said))
  return own.flatMap((words, at) => (words.some((word) => stems.has(word)) ? [at] : []))
}

/** For each wording the stems that no other has. */
export function ownWords(wordings: readonly string[]): readonly (readonly string[])[] {
  const stems = wordings.map((words) => [...new Set(stemsOf(words))])
  return stems.map((mine, at) =>
    mine.filter((stem) => stems.every((others, other) => other === at || !others.includes(stem))),
  )
}

/** How many of some wordings use a stem. */
export function rarityOf(wordings: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const rarity = new Map<string, number>()
  for (const stems of wordings) for (const stem of stems) rarity.set(stem, (rarity.get(stem) ?? 0) + 1)
  return rarity
}

export const stemsOf: (words: string) => readonly string[] = remembered((words) => {
  return (words.toLowerCase().match(/[a-z]{4,}/g) ?? []).filter((word) => !common.has(word)).map(stemOf)
})

function stemOf(word: string): string {
  const before = stems.get(word)
  if (before !== undefined) return before
  const stem = stemmer().stem(word)
  if (stems.size >= mostStems) stems.clear()
  stems.set(word, stem)
  return stem
}

/** Letters share their words. */
const stems = new Map<string, string>()
const mostStems = 5_000

const common = new Set(
  'this that these those with from have been were will would could should please provide information your their there which what when where many much number total each year years such also only into than then them they some other about under over between during please give tell keep kept hold held record records recorded know long able make made take taken used using council trust force authority department organisation public request requested question answer response section freedom exempt exemption'.split(
    ' ',
  ),
)

let known: typeof PorterStemmer | undefined

/** Few letters need it, and it comes with a whole toolbox: it is loaded when it is first asked. */
function stemmer(): typeof PorterStemmer {
  known ??= createRequire(import.meta.url)('natural/lib/natural/stemmers/porter_stemmer.js') as typeof PorterStemmer
  return known
}
