import type { Line } from '../letter.ts'
import { readLabel } from '../passages/labels.ts'
import type { Turn, Turned } from './turn.ts'

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
  return []
}

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
