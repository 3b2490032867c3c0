import type { Finding } from '../finding.ts'
import type { Letter } from '../letter.ts'
import { mentions } from './mentions.ts'
import { fileName, portalList } from './names.ts'

/** A file that a letter says is with it. */
export interface Attachment {
  /** As told, with its ending; null where the letter only says that there is one. */
  readonly name: string | null
  /** The words that say so. */
  readonly words: string
}

/**
 * Files that a letter says are enclosed, in its order: a portal's list of them ("2 Attachments" and names below),
 * names in the text ("attached as EIR 128003.pdf"), and mere mentions ("see the enclosed spreadsheet").
 * One name is given once. What is attached to a request, to a web page, or under a condition ("if attached") is none.
 */
export function findAttachments(letter: Letter): readonly Finding<Attachment>[] {
  const listed = portalList(letter)
  const said = mentions(letter)
  const found = [...listed, ...said].toSorted((one, other) => one.span.start - other.span.start)
  const names = new Set<string>()
  return found.filter(({ value: { name } }) => {
    if (name === null) return true
    const key = fileName(name)
    if (names.has(key)) return false
    names.add(key)
    return true
  })
}
