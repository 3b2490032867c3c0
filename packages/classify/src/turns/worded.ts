import type { Line } from '../letter.ts'
import { readLabel } from '../passages/labels.ts'
import { partOf, type Turn, type Turned } from './turn.ts'

/**
 * «Q. Breakdown by cause» over «A. E-mail – 33», «You asked: …» over «We answer: …»: marks without numbers that take turns. What follows a
 * colon alone is told by the words that head parts of a letter.
 */
export function wordedTurns(lines: readonly Line[]): readonly Turned[] {
  const numbered = numberedTurns(lines)
  if (numbered.length > 0) return numbered
  for (const [asks, answers] of marks) {
    const found = lines.flatMap((line): readonly Found[] => {
      const question = asks.exec(line.text)
      if (question) return [{ line, by: 'question', length: question[0].length }]
      const answer = answers.exec(line.text)
      return answer ? [{ line, by: 'answer', length: answer[0].length }] : []
    })
    const questions = found.filter(({ by }) => by === 'question').length
    const inTurn = found.filter(({ by }, at) => by === 'question' && found[at + 1]?.by === 'answer').length
    if (inTurn < 2 || inTurn * 10 < questions * 8) continue
    return found.map(({ line, by, length }) => {
      const turn: Turn = { by, number: null, length }
      return { index: line.index, lines: [{ ...line, turn }] }
    })
  }
  const headed = headedTurns(lines)
  return headed.length > 0 ? headed : askedUnderMark(lines)
}

/** «Your point: Phones lost, by year» over figures, «Your point: …» over the next: what is asked has the mark, and its answer none. */
function askedUnderMark(lines: readonly Line[]): readonly Turned[] {
  const found = lines.flatMap((line) => {
    const length = yours.exec(line.text)?.[0].length ?? 0
    return length > 0 ? [{ line, length }] : []
  })
  const isAnswered = ({ line }: { readonly line: Line }) => lines[line.index + 1] !== undefined
  const areApart = found.every(({ line }, at) => line.gap && (found[at + 1]?.line.index ?? Infinity) > line.index + 1)
  if (found.length < 2 || !areApart || !found.every(isAnswered)) return []
  return found.map(({ line, length }) => {
    const turn: Turn = { by: 'question', number: null, length }
    return { index: line.index, lines: [{ ...line, turn }] }
  })
}

const yours = /^your (?:point|question|query|enquiry)\s?[:–-]\s{1,4}(?=\S)/i

/** «Question:» alone over one paragraph, «Answer:» alone over the next, twice or more: each paragraph is one question, whatever it asks. */
function headedTurns(lines: readonly Line[]): readonly Turned[] {
  const heads = lines.flatMap((line): readonly { readonly line: Line; readonly by: Turn['by'] }[] =>
    asksAlone.test(line.text)
      ? [{ line, by: 'question' }]
      : answersAlone.test(line.text)
        ? [{ line, by: 'answer' }]
        : [],
  )
  const isInTurn = heads.every(({ by }, at) => by === (at % 2 === 0 ? 'question' : 'answer'))
  if (heads.length < 4 || heads.length % 2 !== 0 || !isInTurn) return []
  const parts = heads.map(({ line, by }, at) => {
    const end = heads[at + 1]?.line.index ?? lines.length
    return { line, by, below: lines.slice(line.index + 1, end) }
  })
  const areWhole = parts.every(
    ({ by, below }) =>
      below.length > 0 &&
      (by === 'answer' || below.slice(1).every(({ gap, text }) => !gap && readLabel(text) === null)),
  )
  if (!areWhole) return []
  return parts.flatMap(({ line, by, below }): readonly Turned[] => {
    const [first] = below
    if (!first) return []
    const turn: Turn = { by, number: null, length: 0 }
    const opening =
      by === 'question' || readLabel(first.text) === null ? [partOf(first, 0, first.text.length, turn)] : [first]
    return [
      { index: line.index, lines: [] },
      { index: first.index, lines: opening },
    ]
  })
}

const asksAlone = /^(?:(?:your|the) )?question(?: asked)?\s?:?$/i
const answersAlone = /^(?:(?:our|the) )?(?:answer|response|reply)\s?:?$/i

/** «Request (1): …» over «Our reply (1): …»: both count, and each answer stands right below its question. */
function numberedTurns(lines: readonly Line[]): readonly Turned[] {
  const found = lines.flatMap((line) => {
    const label = readLabel(line.text)
    const marks = (label?.style === 'word' || label?.style === 'answer') && label.length < line.text.length
    return label && marks ? [{ line, label }] : []
  })
  const pairs = found.filter(({ label }, at) => {
    const next = found[at + 1]?.label
    return label.style === 'word' && next?.style === 'answer' && next.number === label.number
  })
  if (pairs.length < 2 || found.length !== pairs.length * 2) return []
  return found.map(({ line, label: { number, style, length } }) => {
    const turn: Turn = {
      by: style === 'word' ? 'question' : 'answer',
      number: style === 'word' ? number : null,
      length,
    }
    return { index: line.index, lines: [{ ...line, turn }] }
  })
}

interface Found {
  readonly line: Line
  readonly by: Turn['by']
  readonly length: number
}

const marks: readonly (readonly [asks: RegExp, answers: RegExp])[] = [
  [
    /^Q(?:uestion|UESTION)?\s?(?:[.)]|\s[–-])\s{1,4}(?=\S)/,
    /^A(?:ns(?:wer)?|NS(?:WER)?)?\s?(?:[.)]|\s[–-])\s{1,4}(?=\S)/,
  ],
  [
    /^(?:you (?:have )?asked|your question|question asked)\s?[:–-]\s{1,4}(?=\S)/i,
    /^(?:we (?:answer|reply|say|said|respond)|(?:our|the council[’']?s?) (?:answer|reply|response)|answer|response|reply)\s?[:–-]\s{1,4}(?=\S)/i,
  ],
]
