import type { Line } from './letter.ts'
import type { PartRole } from './partition/index.ts'

/** So long is no line but a page that lost its lines, and so much of it what stood at its head. */
const flattened = 1200
const headOfFlattened = 250

/** In a page that lost its lines what is one part from head to foot tells nothing: its head opens, the rest may answer. */
export function roleAt(role: PartRole, line: Pick<Line, 'start' | 'end'>, offset: number): PartRole {
  if (!isFlattened(line)) return role
  if (role !== 'request') return role
  return offset - line.start < headOfFlattened ? 'opening' : 'reply'
}

/** Does an offset lie at the head of a page that lost its lines? */
export function isHeadOfFlattened(line: Pick<Line, 'start' | 'end' | 'index'>, offset: number): boolean {
  return line.index < 6 && isFlattened(line) && offset - line.start < headOfFlattened
}

function isFlattened({ start, end }: Pick<Line, 'start' | 'end'>): boolean {
  return end - start > flattened
}
