import { type Bytes, plcOf } from '../bytes.ts'
import type { OldHead } from './head.ts'
import { oldTables } from './head.ts'
import { oldPropertiesIn } from './properties.ts'

/** What a story around the body is: the head or the foot of pages, or what parts notes from the text. */
export type Around = 'head' | 'foot' | 'parting'

/**
 * What each of the stories around the body is. There are only those that the document and then its sections say they have, each
 * by a bit: heads of even and odd pages, their feet, head and foot of the first page.
 */
export function kindsOfAround(head: OldHead, file: Bytes): readonly Around[] {
  const kinds: Around[] = []
  const partings = head.table(oldTables.document).u8(1)
  for (let bit = 0; bit < 8; bit += 1) if (((partings >>> bit) & 1) === 1) kinds.push('parting')
  const sections = plcOf(head.table(oldTables.sections), 12)
  for (let index = 0; index + 1 < sections.places.length && index < mostSections; index += 1) {
    const has = storiesOf(file, sections.bytes.u32(sections.entry(index) + 2))
    for (const [bit, kind] of order.entries()) if (((has >>> bit) & 1) === 1) kinds.push(kind)
  }
  return kinds
}

const order: readonly Around[] = ['head', 'head', 'foot', 'foot', 'head', 'foot']
const mostSections = 5_000
const ownStories = 153

function storiesOf(file: Bytes, at: number): number {
  const list = file.slice(at + 2, at + 2 + file.u16(at))
  for (const { code, value } of oldPropertiesIn(list)) if (code === ownStories) return value.u8(0)
  return 0
}
