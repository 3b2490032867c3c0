import type { Span } from '@disclosed/document'
import type { Letter, Line } from '../letter.ts'
import { rolesOf } from './roles.ts'

/**
 * What a stretch of a letter is for. A heading belongs to the part it announces. Questions that are restated between
 * their answers stand in the reply; so does everything of which nothing tells that it is something else.
 *
 * - `furniture`: menus, page heads and feet
 * - `opening`: addresses, references, salutation, the first courtesies
 * - `request`: the request as the asker wrote it or the authority repeats it
 * - `reply`: what the authority says to it
 * - `rights`: appeals, complaints, the regulator, copyright and re-use
 * - `closing`: last courtesies, signature and contact
 * - `disclaimer`: what mail systems add, lists of links
 * - `quoted_mail`: earlier mail below a reply; the request is often found there
 */
export type PartRole =
  | 'furniture'
  | 'opening'
  | 'request'
  | 'reply'
  | 'rights'
  | 'closing'
  | 'disclaimer'
  | 'quoted_mail'

/** By the index of a line: which of the two speaks from there on. */
export type Turns = ReadonlyMap<number, 'request' | 'reply'>

export interface Part {
  readonly role: PartRole
  readonly lines: readonly [Line, ...Line[]]
  readonly span: Span
}

/**
 * The parts of a letter in order: every line stands in exactly one, and no two neighbours have one role.
 *
 * @param turns the lines where it is known already that the request or the reply begins
 */
export function partition(letter: Letter, turns: Turns = new Map()): readonly Part[] {
  const roles = rolesOf(letter, turns)
  const parts: Part[] = []
  let lines: [Line, ...Line[]] | null = null
  let role: PartRole | null = null
  const finish = () => {
    if (lines && role)
      parts.push({ role, lines, span: { start: lines[0].start, end: lines.at(-1)?.end ?? lines[0].end } })
  }
  for (const line of letter.lines) {
    const next: PartRole = roles[line.index] ?? 'reply'
    if (lines && next === role) {
      lines.push(line)
      continue
    }
    finish()
    lines = [line]
    role = next
  }
  finish()
  return parts
}

/** The parts with one of these roles, in order. */
export function partsOf(parts: readonly Part[], ...roles: readonly PartRole[]): readonly Part[] {
  return parts.filter(({ role }) => roles.includes(role))
}
