import type { NoteCode } from '@disclosed/extract'
import type { Store } from '@disclosed/store'

/** Notes of what a file carries and does not show: by these, released files have told more than anybody meant to. */
const hiding: readonly NoteCode[] = [
  'hidden-content',
  'white-text',
  'hidden-sheet',
  'hidden-rows',
  'hidden-columns',
  'pivot-cache',
  'external-cells',
  'tracked-changes',
  'comments',
  'text-under-a-box',
  'invisible-text',
]

/** A file that carries what it does not show. */
export interface Hiding {
  readonly link: string
  readonly document: string
  /** The codes of its notes. */
  readonly codes: readonly NoteCode[]
}

export function tellsOfHidden(code: string): boolean {
  return hiding.some((each) => each === code)
}

/** The files of a dataset that carry what they do not show, in the order of their names. */
export function hidingIn(store: Store): readonly Hiding[] {
  const rows = store.select(
    `SELECT DISTINCT d.link, d.id AS document, n.code FROM note n JOIN document d ON d.id = n.document
     WHERE n.code IN (${hiding.map(() => '?').join(', ')}) ORDER BY d.link, d.id, n.code`,
    ...hiding,
  ) as readonly { readonly link: string; readonly document: string; readonly code: NoteCode }[]
  const files = Map.groupBy(rows, ({ document }) => document)
  return [...files.values()].flatMap(([first, ...more]) =>
    first ? [{ link: first.link, document: first.document, codes: [first, ...more].map(({ code }) => code) }] : [],
  )
}

/** "letters/list.xlsx: hidden-sheet, pivot-cache". */
export function hidingLine({ link, codes }: Hiding): string {
  return `${link}: ${codes.join(', ')}`
}
