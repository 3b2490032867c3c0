import type { Line } from '../letter.ts'
import { isDirectAsk } from '../questions/asks.ts'
import { type Label, readLabel } from './labels.ts'

/**
 * «1 How many claims …» «2 Proportion of claims …» «3 How do …»: numbers without a mark are labels where they count, from one on,
 * at the head of lines that begin with a capital. One alone may be an amount: «2 Council officers attended».
 */
export function countedLabels(lines: readonly Line[]): ReadonlyMap<number, Label> {
  const labels = new Map<number, Label>()
  const parts = lettered(lines)
  let run: Counted[] = []
  let since = 0
  const finish = () => {
    const numbers = new Set(run.map(({ number }) => number))
    if (numbers.size >= 3 || run.some(({ letter }) => letter !== '')) {
      for (const { line, number, letter, length } of run)
        labels.set(line.start, { number: `${number}${letter}`, style: 'number', length, look: '1' })
    }
    run = []
  }
  for (const line of lines) {
    since += 1
    const match = line.block?.kind === 'table' || readLabel(line.text) ? null : unmarked.exec(line.text)
    if (since > farthest) finish()
    if (!match?.groups) continue
    const number = Number(match.groups.number)
    const letter = match.groups.letter ?? ''
    if (letter !== '' && !parts.has(`${number}${letter}`)) continue
    const last = run.at(-1)
    const goesOn = letter !== '' && letter !== 'a' && number === last?.number && follows(last.letter, letter)
    if (number === 1 && !goesOn) finish()
    if (goesOn || (number === (run.at(-1)?.number ?? 0) + 1 && (letter === '' || letter === 'a'))) {
      run.push({ line, number, letter, length: match[0].length })
      since = 0
    }
  }
  finish()
  for (const [start, label] of countedOn(lines)) if (!labels.has(start)) labels.set(start, label)
  return labels
}

/** «6  What does it cost?» below «4. …» and «5. …»: a point that lost its mark goes on with the list, where it asks. */
function countedOn(lines: readonly Line[]): ReadonlyMap<number, Label> {
  const labels = new Map<number, Label>()
  let reached = 0
  let together = 0
  for (const line of lines) {
    const label = readLabel(line.text)
    const groups = label || line.block?.kind === 'table' ? undefined : unmarked.exec(line.text)?.groups
    const number =
      label?.style === 'number' ? Number(label.number) : groups && !groups.letter ? Number(groups.number) : 0
    if (!Number.isInteger(number) || number === 0) continue
    const goesOn = number === reached + 1
    const length = groups ? (unmarked.exec(line.text)?.[0].length ?? 0) : 0
    if (groups && !(goesOn && together > 1 && isDirectAsk(line.text.slice(length)))) continue
    if (groups) labels.set(line.start, { number: `${number}`, style: 'number', length, look: '1.' })
    together = goesOn ? together + 1 : 1
    reached = number
  }
  return labels
}

interface Counted {
  readonly line: Line
  readonly number: number
  readonly letter: string
  readonly length: number
}

function follows(one: string, other: string): boolean {
  return one !== '' && other.charCodeAt(0) === one.charCodeAt(0) + 1
}

/** «1a How many …» counts where «1b» heads a line too: one alone may be a size, or a house. */
function lettered(lines: readonly Line[]): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { text } of lines) {
    const { number, letter } = unmarked.exec(text)?.groups ?? {}
    if (letter) found.add(`${number}${letter}`)
  }
  return new Set(
    [...found].filter((each) => {
      const number = each.slice(0, -1)
      return found.has(`${number}a`) && found.has(`${number}b`)
    }),
  )
}

/**
 * «1 - 168», «2 - 24» below the questions «1. …», «2. …»: numbers that count the questions through again, whatever parts them from the
 * figures behind them. So does «Question 2 – 24» in a letter of three questions: it cannot mean the second to the twenty-fourth. Where the
 * reply numbers its answers in another way, «1 - 168» is a row of one of them: families with one child.
 */
export function countedAnswers(lines: readonly Line[]): ReadonlyMap<number, Label> {
  const labels = new Map<number, Label>()
  const asked = numbersAsked(lines)
  if (asked < 2) return labels
  const anew = isNumberedAnew(lines)
  let run: { readonly line: Line; readonly length: number }[] = []
  for (const line of lines) {
    const named = rangeOrAnswer.exec(line.text)
    if (named && Number(named[4]) > asked && !readLabel(line.text))
      labels.set(line.start, { number: named[2] ?? null, style: 'word', length: named[1]?.length ?? 0, look: 'q' })
    const known = readLabel(line.text)
    const isOther = known !== null && !/^1[–—-]$/.test(known.look)
    const match = line.block?.kind === 'table' || isOther ? null : beforeFigure.exec(line.text)
    if (!match) continue
    if (Number(match[1]) === 1) run = []
    if (Number(match[1]) === run.length + 1) run.push({ line, length: match[0].length })
    if (run.length === asked && !anew)
      for (const [at, each] of run.entries())
        labels.set(each.line.start, { number: `${at + 1}`, style: 'number', length: each.length, look: '1-' })
  }
  return labels
}

/**
 * «1 31», «2 E-mail: 21, post: 8», «2a⇥None» below questions that count without a mark: each of their numbers comes again, in order, or,
 * where letters tell them from amounts, any of them.
 */
export function repeatedLabels(lines: readonly Line[], asked: ReadonlyMap<number, Label>): ReadonlyMap<number, Label> {
  const open: string[] = []
  const found: (readonly [Line, number, string])[] = []
  for (const line of lines) {
    const label = asked.get(line.start)
    if (label?.number) open.push(label.number)
    const { number = '', gap = '' } = label ? {} : (bareAtHead.exec(line.text)?.groups ?? {})
    if (!open.includes(number) || found.some(([, , other]) => other === number)) continue
    found.push([line, number.length + gap.length, number])
  }
  const plain = open.filter((number) => /^\d+$/.test(number))
  const again = found.filter(([, , number]) => /^\d+$/.test(number)).map(([, , number]) => number)
  const counts = plain.length > 1 && again.length === plain.length && again.every((number, at) => number === plain[at])
  return new Map(
    found
      .filter(([, , number]) => counts || /[a-h]$/.test(number))
      .map(([line, length, number]) => [line.start, { number, style: 'answer', length, look: 'bare' }]),
  )
}

const bareAtHead = /^(?<number>\d{1,2}[a-h]?)(?<gap>[ \t]{1,3})(?=\S)/

/** Does the first number stand at the head of more than one line, set in the way that labels are? */
function isNumberedAnew(lines: readonly Line[]): boolean {
  const firsts = lines.filter(({ text }) => {
    const label = readLabel(text)
    return label?.number === '1' && !/^1[–—-]$/.test(label.look)
  })
  return firsts.length > 1
}

/** How far questions are numbered, from one on without a gap; 0 where they are not, or do not ask. */
function numbersAsked(lines: readonly Line[]): number {
  let last = 0
  for (const { text } of lines) {
    const label = readLabel(text)
    if (label?.number === `${last + 1}` && label.style !== 'answer' && /[a-z]{3}/i.test(text.slice(label.length)))
      last += 1
  }
  return last
}

const beforeFigure =
  /^(\d{1,2})(?:[ \t]{0,2}[–—-][ \t]{1,3}(?=\S)|[ \t]{1,3}(?=(?:[£<>~] ?)?(?:\d[\d,.]{0,14}%?|nil|none|zero|yes|no|n\/a)\.?$))/i

const rangeOrAnswer =
  /^((?:q|question|point|part|item)[ .]{0,2}(\d{1,2})[ \t]{0,2}([–—-])[ \t]{1,3})(\d{1,2})(?![\d/–-]|[.,]\d)/i

/** So many lines may one point fill. */
const farthest = 12

const unmarked =
  /^(?<number>\d{1,2})(?:[ \t]{1,3}|(?<letter>[a-h])(?:[ \t]{1,3}|\t))(?=["“]?[A-Z][a-z]{1,20}(?:,? [a-zA-Z(]|\?|$))/
