import { covers } from '@disclosed/document'
import type { Letter } from '../letter.ts'
import type { Part } from '../partition/index.ts'
import { speaksAsAsker } from '../partition/voice.ts'
import type { FoundTable } from './found-table.ts'

/** Lines above a table in which its words may say that it is an example. */
const reach = 3

/**
 * Does the requester show how the figures should be set out: "A table like this would do: …"? Its figures are made up. Both the place,
 * or an asker who goes on below it, and the words must say so, for a reply that follows the request without a heading looks as if it stood in it.
 */
export function isRequestersExample(letter: Letter, parts: readonly Part[], { span }: FoundTable): boolean {
  const first = letter.lines.findIndex((line) => line.end > span.start)
  const below = letter.lines.find((line) => line.start >= span.end)
  const isAskers = below !== undefined && speaksAsAsker(below.text.slice(0, 400))
  if (!isAskers && !parts.some((part) => part.role === 'request' && covers(part.span, span))) return false
  return letter.lines.slice(Math.max(0, first - reach), first).some(({ text }) => shows.test(text))
}

const shows =
  /\b(?:for example|for instance|e\.?g\b|examples?|such as|(?:look )?like th(?:is|ese|at)|as follows|templates?|(?:this|the following|table|tabular|spreadsheet|below) (?:format|form|layout|style)|set out like|laid out)\b/i
