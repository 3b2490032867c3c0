import type { FoundWord } from './hocr.ts'

/** How sure a postcode is at most that was put right. */
const putRight = 0.7

/**
 * Puts right letters where a postcode has figures: "SK9 SAF" is "SK9 5AF" and "SOS0 9YN" "SO50 9YN", for the second half always begins
 * with a figure, and the first has no more than two letters before its own.
 */
export function withPostcodes(words: readonly FoundWord[]): readonly FoundWord[] {
  return words.map((word, index) => {
    const [before, next] = [words[index - 1], words[index + 1]]
    const text =
      before?.line === word.line && isFirstHalf.test(before.text)
        ? word.text.replace(/^[BGIOQSZ](?=[A-Z]{2}[.,;]?$)/, figureOf)
        : next?.line === word.line && isSecondHalf.test(next.text)
          ? word.text.replace(/(?<=^[A-Z]{2})[BGIOQSZ](?=\d$)/, figureOf)
          : word.text
    return text === word.text ? word : { ...word, text, confidence: Math.min(word.confidence, putRight) }
  })
}

/** None begins with Q, as questions do. */
const isFirstHalf = /^[A-PR-UWYZ][A-Z]?\d{1,2}[A-Z]?$/
const isSecondHalf = /^\d[A-Z]{2}[.,;]?$/

/** The figure that a letter looks like. */
function figureOf(letter: string): string {
  return lookalikes[letter] ?? letter
}

const lookalikes: Readonly<Record<string, string>> = { B: '8', G: '6', I: '1', O: '0', Q: '0', S: '5', Z: '2' }
