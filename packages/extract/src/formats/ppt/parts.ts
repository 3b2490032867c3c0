import { type Atom, atomAt, atomsIn, firstIn } from '../art/atoms.ts'
import type { Bytes } from '../doc/bytes.ts'

/** Kinds of PowerPoint's own records, by the names they have in MS-PPT. */
export const pptKinds = {
  document: 1000,
  slide: 1006,
  slideAbout: 1007,
  notes: 1008,
  slidePersists: 1011,
  showInfo: 1017,
  drawingGroup: 1035,
  drawing: 1036,
  placeholder: 3011,
  outlineText: 3998,
  textHead: 3999,
  textWide: 4000,
  textStyle: 4001,
  textNarrow: 4008,
  slideList: 4080,
  currentUser: 4086,
  userEdit: 4085,
  persists: 6002,
} as const

/** A presentation: its document, and its slides and notes by the numbers that the document calls them by. */
export interface Presentation {
  readonly document: Atom | null
  readonly part: (number: number) => Atom | null
  /** All slides as they lie in the file, for one whose document is missing. */
  readonly slides: () => readonly Atom[]
}

/** Is it locked? Its last saving says so. */
export function isLocked(currentUser: Bytes, stream: Bytes): boolean {
  const user = atomAt(currentUser, 0)
  if (user?.kind === pptKinds.currentUser && user.body.u32(4) === lockedMark) return true
  const edit = atomAt(stream, user?.body.u32(8) ?? -1)
  return edit?.kind === pptKinds.userEdit && edit.body.length >= 32
}

const lockedMark = 0xf3d1c4df

/**
 * Each saving adds the parts that changed, and says where they and the saving before it lie: the newest of each counts.
 * Where that is lost, the last document in the file does.
 */
export function presentationIn(currentUser: Bytes, stream: Bytes): Presentation {
  const places = new Map<number, number>()
  const seen = new Set<number>()
  let document: Atom | null = null
  let at = atomAt(currentUser, 0)?.body.u32(8) ?? 0
  while (at !== 0 && !seen.has(at) && seen.size < mostSavings) {
    seen.add(at)
    const edit = atomAt(stream, at)
    if (edit?.kind !== pptKinds.userEdit) break
    takePlaces(atomAt(stream, edit.body.u32(12)), places)
    document ??= ofKind(atomAt(stream, places.get(edit.body.u32(16)) ?? -1), pptKinds.document)
    at = edit.body.u32(8)
  }
  return {
    document: document ?? lastDocument(stream),
    part: (number) => atomAt(stream, places.get(number) ?? -1),
    slides: () => [...atomsIn(stream)].filter(({ kind }) => kind === pptKinds.slide),
  }
}

const mostSavings = 10_000

/** Runs of numbers: the first one, how many, and then the place of each. */
function takePlaces(table: Atom | null, places: Map<number, number>): void {
  if (table?.kind !== pptKinds.persists) return
  const { body } = table
  for (let at = 0; at + 4 <= body.length; ) {
    const head = body.u32(at)
    at += 4
    for (let index = 0; index < head >>> 20 && at + 4 <= body.length; index += 1, at += 4) {
      const number = (head & 0xfffff) + index
      if (!places.has(number)) places.set(number, body.u32(at))
    }
  }
}

function ofKind(atom: Atom | null, kind: number): Atom | null {
  return atom?.kind === kind ? atom : null
}

function lastDocument(stream: Bytes): Atom | null {
  let last: Atom | null = null
  for (const atom of atomsIn(stream)) if (atom.kind === pptKinds.document) last = atom
  return last
}

/** A slide as the document lists it: the number of its part, and the words of its title and body that the document keeps itself. */
export interface ListedSlide {
  readonly part: number
  readonly texts: readonly Atom[][]
}

/** One of the document's lists: 0 of slides, 2 of the pages of notes. */
export function listIn(document: Atom | null, instance: number): readonly ListedSlide[] {
  const listed: { part: number; texts: Atom[][] }[] = []
  for (const list of document === null ? [] : atomsIn(document.body)) {
    if (list.kind !== pptKinds.slideList || list.instance !== instance) continue
    for (const atom of atomsIn(list.body)) {
      if (atom.kind === pptKinds.slidePersists) listed.push({ part: atom.body.u32(0), texts: [] })
      else if (atom.kind === pptKinds.textHead) listed.at(-1)?.texts.push([atom])
      else listed.at(-1)?.texts.at(-1)?.push(atom)
      if (listed.length > mostSlides) return listed
    }
  }
  return listed
}

const mostSlides = 5_000

/** Has a slide this mark of what is done with it in a show? */
export function isHidden(slide: Atom): boolean {
  const info = firstIn(slide, pptKinds.showInfo)
  return info !== null && (info.body.u16(10) & 4) !== 0
}
