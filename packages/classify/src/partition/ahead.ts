import type { Letter } from '../letter.ts'
import { bare, longest, matches } from './lines.ts'
import { replyHeadings, requestHeadings } from './markers.ts'
import { isSalutation, voiceAt } from './messages.ts'

/** What stands further down: a reader looks ahead before deciding what a line without a heading is. */
export interface Ahead {
  /** Index of the first greeting, where no heading stands before it; else -1. */
  readonly greeting: number
  /** For each line, the index of the first greeting at or below it. */
  readonly nextGreeting: readonly number[]
  /** Index of the authority's last greeting; -1 without one. */
  readonly lastAnswering: number
  /** Index of the last heading over an answer; -1 without one. */
  readonly lastReply: number
}

/** Looks over the whole letter once. */
export function whatComes(letter: Letter): Ahead {
  const starts = letter.lines.map(({ text }) => bare(text.slice(0, longest)))
  const first = starts.findIndex((each) => matches(requestHeadings, each) || matches(replyHeadings, each))
  const greetings = letter.lines.filter((line) => isSalutation(line))
  const greeting = greetings[0]?.index ?? -1
  const nextGreeting: number[] = []
  for (const { index } of greetings) while (nextGreeting.length <= index) nextGreeting.push(index)
  return {
    nextGreeting,
    greeting: first === -1 || first > greeting ? greeting : -1,
    lastAnswering: greetings.findLast(({ index }) => voiceAt(letter, index) === 'answerer')?.index ?? -1,
    lastReply: starts.findLastIndex((each) => matches(replyHeadings, each)),
  }
}
