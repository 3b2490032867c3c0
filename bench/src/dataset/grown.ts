import { createHash } from 'node:crypto'
import type { Reading, Value } from '@disclosed/classify'
import { type Authority, register } from '@disclosed/reference'
import type { Entry } from '@disclosed/store'

/**
 * Letters as the corpus has them, as many as are wanted: each of another council, of other years, with other figures and
 * words of its own, so that nothing in the dataset is found more often than in letters of real councils.
 */
export function* grown(corpus: readonly Entry[], observations: number): Generator<Entry> {
  const councils = register().all.filter(({ type, end }) => councilTypes.has(type) && end === null)
  const random = numbers(1)
  let made = 0
  for (let nth = 0; made < observations; nth += 1) {
    const entry = corpus[nth % corpus.length]
    const council = councils[Math.floor(nth / corpus.length) % councils.length]
    if (!entry || !council) throw new Error('There are no letters to grow from')
    const copy = Math.floor(nth / corpus.length)
    const letter = letterOf(entry, { nth, copy, council, later: Math.floor(copy / councils.length), random })
    made += figuresIn(letter.reading)
    yield letter
  }
}

const councilTypes: ReadonlySet<string> = new Set([
  'district',
  'unitary',
  'metropolitan_district',
  'county',
  'scottish',
  'london_borough',
  'welsh',
])

export function figuresIn({ questions, values }: Reading): number {
  return values.length + questions.reduce((sum, question) => sum + question.values.length, 0)
}

interface Copy {
  readonly nth: number
  readonly copy: number
  readonly council: Authority
  /** So many years later than the letter it is made of. */
  readonly later: number
  /** The next of numbers that are the same in every run: below the limit. */
  readonly random: (limit: number) => number
}

function letterOf({ document, reading, source }: Entry, copy: Copy): Entry {
  const { nth, council, random } = copy
  const ownWords = Array.from({ length: 40 }, () => word(Math.floor(random(commonest) ** 2 / commonest))).join(' ')
  const text = `${document.text}\n\n${council.name}: ${ownWords}.`
  const id = `sha256:${createHash('sha256').update(`${document.id} ${nth}`).digest('hex')}` as const
  const path = `grown/${copy.copy}/${nth}${document.part === null ? '' : '.eml'}`
  const isTheirs = reading.authority !== null
  return {
    document: { ...document, id, text },
    reading: {
      ...reading,
      document: { ...reading.document, id, path, text: { ...reading.document.text, length: text.length } },
      authority: reading.authority && { ...reading.authority, id: council.id, name: council.name, sure: true },
      reference: isTheirs && reading.reference ? { ...reading.reference, value: `FOI ${nth}` } : reading.reference,
      received: moved(reading.received, copy),
      responded: moved(reading.responded, copy),
      questions: reading.questions.map((question) => ({
        ...question,
        // One in five councils is asked something of its own.
        text: copy.copy % 5 === 0 ? `${question.text} Concerning ${word(copy.copy % 997)}.` : question.text,
        asks: question.asks.map((ask) => ({ ...ask, from: later(ask.from, copy), to: later(ask.to, copy) })),
        values: question.values.map((value) => figureOf(value, copy)),
      })),
      values: reading.values.map((value) => figureOf(value, copy)),
    },
    source: { ...source, path, url: null, site: null },
    size: document.bytes,
    mtime: 1_700_000_000_000 + nth,
  }
}

function figureOf(value: Value, copy: Copy): Value {
  const isSure = copy.random(10) < 7
  const changed = {
    from: later(value.from, copy),
    to: later(value.to, copy),
    sure: isSure,
    confidence: isSure ? 0.995 : value.confidence,
  }
  if (typeof value.number !== 'number' || value.relation !== '=') return { ...value, ...changed }
  const number = value.number + copy.random(20)
  return { ...value, ...changed, number, evidence: value.evidence.map((words) => withFigure(words, number)) }
}

function withFigure<Words extends Value['evidence'][number]>(words: Words, number: number): Words {
  return 'start' in words && /^\d+$/.test(words.quote) ? { ...words, quote: String(number) } : words
}

function moved<Told extends { readonly value: string } | null>(told: Told, copy: Copy): Told {
  return told === null ? told : { ...told, value: later(told.value, copy) ?? told.value }
}

function later(day: string | null, copy: Copy): string | null {
  if (day === null || copy.later === 0) return day
  const year = Number(day.slice(0, 4)) + copy.later
  const rest = day.slice(4)
  return `${year}${rest === '-02-29' ? '-02-28' : rest}`
}

const commonest = 20_000

/** A word that no language has: the same for the same number. */
function word(nth: number): string {
  let rest = nth + 37
  let letters = ''
  while (rest > 0) {
    letters += `${'bcdfghklmnprstv'[rest % 15]}${'aeiou'[rest % 5]}`
    rest = Math.floor(rest / 15)
  }
  return `${letters}x`
}

/** Numbers that look drawn by lot and are the same in every run (mulberry32). */
function numbers(seed: number): (limit: number) => number {
  let state = seed
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit)
  }
}
