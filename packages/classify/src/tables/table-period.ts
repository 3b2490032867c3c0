import type { Letter, Line } from '../letter.ts'
import { findPeriods } from '../periods/index.ts'
import { sentencesOf } from '../sentences.ts'
import type { FoundTable, TablePeriod } from './found-table.ts'
import type { Label } from './grid.ts'
import { isPeriodLabel } from './period-labels.ts'

/**
 * The days that all figures of a table are about: told by its title, by a line above it that names nothing else, or by the sentence that leads to it
 * ("Since 1 May 2020 … the results are given below:"). Null where neither tells exactly one period.
 */
export function periodAbove(
  letter: Letter,
  lines: readonly Line[],
  first: number,
  title: FoundTable['title'],
  caption: Label | null,
): TablePeriod | null {
  const heading = caption ?? (title && { text: title.text, start: title.span.start })
  if (heading) {
    const told = onlyPeriod(heading.text, heading.start)
    if (told) return { ...told, basis: 'heading' }
  }
  const above = lines[first - 1]
  let last = title && above && above.start === title.span.start ? first - 2 : first - 1
  for (let skipped = 0; skipped < 4 && isCorner.test(lines[last]?.text ?? 'none'); skipped += 1) last -= 1
  const alone = lines[last]
  const told = alone && isPeriodLabel(alone.text) ? onlyPeriod(alone.text, alone.start) : null
  if (told) return { ...told, basis: 'heading' }
  return periodOfSentence(sentenceThatEnds(letter, lines, last))
}

/** The same for a table that begins in the middle of a line: the sentence before it leads to it. */
export function periodBefore(letter: Letter, line: Line | undefined, start: number): TablePeriod | null {
  const from = Math.max(line?.start ?? start, start - longestSentence)
  const sentence = sentencesOf(letter.text, { start: from, end: start }).at(-1)
  return periodOfSentence(
    sentence ? { text: letter.text.slice(sentence.start, sentence.end), start: sentence.start } : null,
  )
}

function periodOfSentence(sentence: { readonly text: string; readonly start: number } | null): TablePeriod | null {
  if (!sentence || !leads.test(sentence.text) || asks.test(sentence.text)) return null
  const told = onlyPeriod(sentence.text, sentence.start)
  return told && { ...told, basis: 'answer' }
}

const leads =
  /:$|\b(?:table|tables|below|follows|following|underneath|beneath|overleaf|breakdown|broken down|set out)\b|^(?:this|the|these|our) (?:data|figures?|information|numbers) (?:is|are|covers?|relates?|runs?) (?:to |for )?(?:from|between|since|the period)\b/i
const asks = /\?$|^(?:please|how (?:many|much)|what|can you|could you|i would like|you asked)\b/i

function onlyPeriod(text: string, offset: number): Omit<TablePeriod, 'basis'> | null {
  const [told, ...others] = findPeriods(text, { requestDate: null })
  if (!told || others.length > 0) return null
  const { from, to, timing, each } = told.value
  if ((from === null && to === null) || each !== null) return null
  return { from, to, timing, span: { start: offset + told.span.start, end: offset + told.span.end } }
}

/** A stroke, or the head of the labels, which a table without rules leaves above its first figures. */
const isCorner = /^(?:\W{1,8}|\W{0,4}(?:(?:financial |calendar )?years?|months?|quarters?|periods?|dates?)\W{0,4})$/i

/** How many lines back a sentence is followed. */
const reach = 8
const longestSentence = 1_200

/** The sentence whose last words stand on a line. */
function sentenceThatEnds(
  letter: Letter,
  lines: readonly Line[],
  last: number,
): { readonly text: string; readonly start: number } | null {
  const end = lines[last]
  if (!end) return null
  let first = last
  while (first > 0 && first > last - reach && !lines[first]?.gap) first -= 1
  const start = Math.max(lines[first]?.start ?? end.start, end.end - longestSentence)
  const sentence = sentencesOf(letter.text, { start, end: end.end }).at(-1)
  return sentence ? { text: letter.text.slice(sentence.start, sentence.end), start: sentence.start } : null
}
