import type { Finding } from '../finding.ts'
import type { Letter } from '../letter.ts'
import type { Regime } from '../reading.ts'

/** How many lines at its top say what a log is of. */
const headLines = 6

/**
 * The law of a disclosure log, from its title: «Freedom of Information disclosure log, January to March».
 * At the foot of a letter the same words name a page of a web site and no law.
 */
export function regimeOfLog(
  { lines }: Letter,
  hints: { readonly scottish: boolean | null },
): readonly Finding<Regime>[] {
  for (const line of lines.slice(0, headLines)) {
    const named = /\bfreedom of information\b|\bFOI(?:A|S A)?\b/i.exec(line.text)
    if (!named || line.text.includes('\t')) continue
    const start = line.start + named.index
    const span = { start, end: start + named[0].length }
    return [{ value: hints.scottish ? 'FOISA' : 'FOIA', span, rule: 'regimes/log' }]
  }
  return []
}
