import type { Finding } from '../finding.ts'
import type { Quantity } from './quantity.ts'

/**
 * The word by which a letter holds back: "2 known", "approximately 40", "3 to date". "Estimated" and "provisional" change
 * the state of the figure as well.
 */
export function hearHedges(text: string, findings: readonly Finding<Quantity>[]): readonly Finding<Quantity>[] {
  return findings.map((finding) => {
    const { start, end } = finding.span
    const hedge = hedgeIn(text.slice(start, end), text.slice(Math.max(0, start - 90), start), text.slice(end, end + 60))
    if (hedge === null) return finding
    const state = finding.value.state === 'present' ? (states[hedge] ?? 'present') : finding.value.state
    const relation = state === 'estimated' && finding.value.relation === '=' ? '~' : finding.value.relation
    return { ...finding, value: { ...finding.value, relation, hedge, state } }
  })
}

const states: Readonly<Record<string, Quantity['state']>> = {
  estimated: 'estimated',
  'an estimated': 'estimated',
  provisional: 'provisional',
  provisionally: 'provisional',
}

const inside =
  /approximately|approx\.?|around|about|roughly|circa|ca?\.|nearly|almost|some\b|in the region of|an estimated|estimated|~|known|recorded|aware of/i
const before =
  /\b(estimated)\s(?:cost|number|total|amount|value|figure|sum|spend|expenditure)\b[^.,;:\d£]{0,60}\s$|\b(known|recorded|confirmed|estimated|provisional(?:ly)?|so far|to date|currently|at least|approximately)\s(?:(?:total|number)\s(?:of\s)?(?:is\s|was\s)?|of\s|is\s|was\s|at\s)?(?:[:–-]\s)?$/i
const behind =
  /^\*?\s(?:[a-z]{2,20}\s){0,4}?\(?(known|recorded|logged|identified|confirmed|estimated|provisional|approximately|to date|so far|that we are aware of)\b/i

function hedgeIn(words: string, wordsBefore: string, wordsBehind: string): string | null {
  const found = inside.exec(words)?.[0] ?? toldBefore(wordsBefore) ?? behind.exec(wordsBehind)?.[1]
  return found?.toLowerCase() ?? null
}

function toldBefore(words: string): string | undefined {
  const match = before.exec(words)
  return match?.[1] ?? match?.[2]
}
