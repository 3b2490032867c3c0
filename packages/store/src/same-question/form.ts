import {
  askedBodies,
  bodyKinds,
  courtesies,
  coveringWords,
  generalWords,
  headNouns,
  idleWords,
  ofBodies,
  pointers,
  quantityWords,
  shortened,
  wholeSubjects,
  yourBodies,
} from './idle.ts'
import { isPeriodWord, withoutPeriods } from './periods.ts'
import { plainForm, wordsIn } from './words.ts'

/** What a question is about, without the ways of putting it. */
export interface Form {
  /** The words that carry matter, in their order: potholes, repaired. */
  readonly words: readonly string[]
  /** What is wanted: many, much, percent, yes_no, when, who …, parted by spaces. */
  readonly wanted: string
  /** Does it tell too little to be a question by itself? */
  readonly depends: boolean
  /** Does it point to what was asked before it? "How many of these …" */
  readonly points: boolean
}

/** Stands where words were left out that say when, or who is asked. */
const left = '·'

/** `own` are the names of the authority that is asked; they are nobody's subject. */
export function formOf(question: string, own: readonly string[] = []): Form {
  const all = withoutNumber(wordsIn(question))
  const spoken = without(all, byFirst, null)
  const wanted = wantedBy(spoken)
  const named = without(spoken, byFirstWord(own.map(wordsIn)), left)
  const timed = withoutPeriods(withoutAsked(named), left)
  const words = bound(
    shorten(timed.map((word) => (idleWords.has(word) ? word : plainForm(word)))),
    wanted.includes('much'),
  )
  const points = pointsBack(timed)
  const isTooLittle = tellingIn(words) < 2 && !tellsOfWhat(timed)
  return { words, wanted, points, depends: points || isTooLittle || isHeadless(timed) }
}

/** The same of words that stand above questions, without those that only lead to them. */
export function formAbove({ words, ...form }: Form): Form {
  const kept = words.filter((word) => !coveringWords.has(bare(word)))
  return { ...form, words: kept, depends: form.depends || tellingIn(kept) < 2 }
}

/** "from:pound" is about a pound. */
function bare(word: string): string {
  return word.slice(word.indexOf(':') + 1)
}

/** "incidents of flytipping" tells as much as "flytipping incidents". */
function tellsOfWhat(words: readonly string[]): boolean {
  return words.some((word, at) => {
    if (!headNouns.has(plainForm(word)) || !/^(?:of|about|for|involving|regarding)$/.test(words[at + 1] ?? ''))
      return false
    const what = words[at + 2] ?? ''
    return tellingIn(bound([plainForm(/^(?:the|a|an|any)$/.test(what) ? (words[at + 3] ?? '') : what)])) > 0
  })
}

/** How many words tell a subject; "planning applications" tell as much as two. */
export function tellingIn(words: readonly string[]): number {
  const isTelling = (word: string) => word !== '|' && !generalWords.has(bare(word))
  const telling = new Set(words.filter(isTelling))
  const isWhole = words.some(
    (word, at) => wholeSubjects.has(word) || (isTelling(word) && headNouns.has(words[at + 1] ?? '')),
  )
  return isWhole ? Math.max(telling.size, 2) : telling.size
}

/** Does it point to something before it has named its own subject? "Of these, how many were upheld?" */
function pointsBack(words: readonly string[]): boolean {
  // "If question 2 was answered yes, could you give its name?"
  if (words.some((word, at) => word === 'question' && /^\d{1,2}[a-z]?$/.test(words[at + 1] ?? ''))) return true
  const pointer = words.findIndex((word, at) => pointers.has(word) && !isIdlePointer(words, at))
  return pointer !== -1 && tellingIn(bound(words.slice(0, pointer).map(plainForm))) < 2
}

/** "Q.11 Is a private company", "3a. How many". */
function withoutNumber(words: readonly string[]): readonly string[] {
  const first = words[0] ?? ''
  if (/^(?:question|q)$/.test(first) && /^\d{1,2}[a-z]?$/.test(words[1] ?? '')) return words.slice(2)
  return words.length > 3 && /^(?:q?\d{1,2}[a-z]?|[b-hj-z])$/.test(first) && !isPeriodWord(words[1] ?? '')
    ? words.slice(1)
    : words
}

function without(words: readonly string[], phrases: PhrasesByFirst, mark: string | null): readonly string[] {
  const kept: string[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at] ?? ''
    const phrase = phrases.get(word)?.find((each) => each.every((own, index) => words[at + index] === own))
    if (!phrase) {
      kept.push(word)
      at += 1
    } else {
      if (mark !== null) kept.push(mark)
      at += phrase.length
    }
  }
  return kept
}

/** Phrases by their first word, in their order: few of them begin with the word at hand. */
type PhrasesByFirst = ReadonlyMap<string, readonly (readonly string[])[]>

function byFirstWord(phrases: readonly (readonly string[])[]): PhrasesByFirst {
  return Map.groupBy(
    phrases.filter(({ length }) => length > 0),
    ([first = '']) => first,
  )
}

const byFirst = byFirstWord(courtesies)
const briefly = shortened.map(([phrase, one]) => [byFirstWord([phrase]), one] as const)

/** "your council", "the local authority", "this NHS trust"; not "the council tax". */
function withoutAsked(words: readonly string[]): readonly string[] {
  const kept: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? ''
    const end = /^(?:your|our|the|this|each|my)$/.test(word)
      ? endOfBody(words, at + 1, /^(?:your|our|my)$/.test(word))
      : at
    if (end === at) kept.push(word)
    else {
      kept.push(left)
      at = end
    }
  }
  return kept
}

/** The place of the last word of the body named after "your", or that before `from` where there is none. */
function endOfBody(words: readonly string[], from: number, isYour: boolean): number {
  let last = from - 1
  for (let at = from; at < from + 5; at += 1) {
    const word = words[at] ?? ''
    if (
      (askedBodies.has(word) || (yourBodies.has(word) && (isYour || last >= from))) &&
      !ofBodies.has(words[at + 1] ?? '')
    )
      last = at
    else if (!bodyKinds.has(word)) break
  }
  return last
}

function shorten(words: readonly string[]): readonly string[] {
  return briefly.reduce<readonly string[]>(
    (all, [phrases, one]) => (all.some((word) => phrases.has(word)) ? without(all, phrases, one) : all),
    words,
  )
}

/** Drops what is idle; "by", "from" and "against" stay with the word they lead to. */
function bound(words: readonly string[], isMoney = false): readonly string[] {
  const kept: string[] = []
  let leading = ''
  for (const [at, word] of words.entries()) {
    if (word === 'known' && words.slice(at + 1, at + 3).includes(left)) continue
    if (/^(?:by|from|against)$/.test(word)) leading = `${word}:`
    else if (word === left || /^(?:you|us|me|them|whom|which)$/.test(word)) leading = ''
    else if (/^(?:over|under|above|below)$/.test(word) && /^[£\d]/.test(words[at + 1] ?? '')) kept.push(word)
    else if (word === 'over' && !/^[£\d]/.test(words[at - 1] ?? words[at - 2] ?? '')) continue
    else if (/^numbers?$/.test(word) && !isCounting(words, at)) kept.push(plainForm(word))
    else if (isMoney && /^received?$/.test(word)) kept.push('receive')
    else if (!idleWords.has(word) && !quantityWords.has(word)) {
      kept.push(leading + word)
      leading = ''
    }
  }
  return kept
}

/** "the number of vehicles", and not "the registration number". */
function isCounting(words: readonly string[], at: number): boolean {
  return /^(?:of|and)$/.test(words[at + 1] ?? '') || /^(?:total|overall|the|what|in)$/.test(words[at - 1] ?? 'the')
}

/** "How many were sent to a rescue centre?" does not say what: it was said before. */
function isHeadless(words: readonly string[]): boolean {
  const at = words.findIndex((word, index) => word === 'how' && words[index + 1] === 'many')
  if (at === -1 || !verbs.has(words[at + 2] ?? '')) return false
  return tellingIn(bound(words.slice(0, at).map(plainForm))) < 2
}

const verbs: ReadonlySet<string> = new Set(
  'were are was is have has had did do does could can would will resulted led went ended got came received took'.split(
    ' ',
  ),
)

/** "this council", "these years", "that are", "such as" point to nothing. */
function isIdlePointer(words: readonly string[], at: number): boolean {
  const next = words[at + 1] ?? ''
  switch (words[at]) {
    case 'that':
      return true
    case 'so':
    case 'yes':
      return at > 2
    case 'such':
      return next === 'as'
    case 'it':
      return at > 5 || /^(?:costs?|takes?|took)$/.test(next)
    default:
      return next === left || next === 'information' || next === 'request' || next === 'data'
  }
}

function wantedBy(words: readonly string[]): string {
  const text = ` ${words.join(' ')} `
  const found = wants.flatMap(([want, signs]) => (signs.some((sign) => text.includes(` ${sign} `)) ? [want] : []))
  if (found.length > 0) return found.join(' ')
  const first = words.find((word) => !/^(?:and|also|if|so|yes|then|please)$/.test(word)) ?? ''
  if (yesNo.has(first)) return 'yes_no'
  return /^(?:when|who|why|where|how)$/.test(first) ? first : ''
}

const wants: readonly (readonly [string, readonly string[]])[] = [
  [
    'many',
    [
      'how many',
      'number of',
      'numbers of',
      'total number',
      'overall number',
      'number and',
      'how often',
      'quantity of',
      'count of',
      'many times',
    ],
  ],
  [
    'much',
    [
      'how much',
      'cost',
      'costs',
      'amount',
      'amounts',
      'money',
      'sum',
      'spend',
      'spent',
      'expenditure',
      'value',
      'budget',
      'paid',
      'revenue',
      'income',
      'price',
    ],
  ],
  ['percent', ['percentage', 'percentages', 'proportion', 'per cent', 'percent', '%']],
  ['average', ['average', 'mean', 'median']],
  ['copy', ['copy of', 'copies of']],
]

const yesNo: ReadonlySet<string> = new Set(
  'do does did is are was were has have had can will would should if whether'.split(' '),
)
