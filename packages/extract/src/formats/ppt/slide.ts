import { type Atom, atomsIn, firstIn } from '../art/atoms.ts'
import { artKinds, pictureNumber, propertyOf } from '../art/pictures.ts'
import type { StoryBlock, StoryParagraph } from '../story/story.ts'
import { pptKinds } from './parts.ts'
import { type PlacedCell, tableOf } from './tables.ts'
import { isTitleText, paragraphsOf } from './words.ts'

/** What stands on a slide: its words and tables in the order of its shapes, and the numbers of its pictures. */
export interface SlideWords {
  readonly blocks: readonly StoryBlock[]
  readonly pictures: readonly number[]
}

/** `texts` are the words of its title and body that the document keeps in their place. */
export function wordsOn(slide: Atom, texts: readonly (readonly Atom[])[]): SlideWords {
  const blocks: StoryBlock[] = []
  const pictures: number[] = []
  const taken = new Set<number>()
  const said = (shape: Atom) => {
    const { text, outline } = textOf(shape, texts)
    if (outline !== null) taken.add(outline)
    return paragraphsOf(text, isTitleText(text))
  }
  const walk = (folder: Atom, depth: number) => {
    for (const atom of atomsIn(folder.body)) {
      if (atom.kind === artKinds.group) {
        const table = depth < deepest ? tableIn(atom, said) : null
        if (table !== null) blocks.push(table)
        else if (depth < deepest) walk(atom, depth + 1)
      } else if (atom.kind === artKinds.shape && !isAround(atom)) {
        const picture = pictureNumber(atom)
        if (picture !== null && picture > 0) pictures.push(picture)
        blocks.push(...said(atom))
      }
    }
  }
  for (const drawing of atomsIn(firstIn(slide, pptKinds.drawing)?.body ?? slide.body.slice(0, 0))) walk(drawing, 0)
  // What the document keeps for the slide and no shape of it shows was put on it all the same: programs differ in this.
  for (const [index, text] of texts.entries())
    if (!taken.has(index)) blocks.push(...paragraphsOf(text, isTitleText(text)))
  return { blocks, pictures }
}

/** Groups of groups of groups: nobody draws so. */
const deepest = 50

/** Dates, numbers, heads and feet of slides. */
function isAround(shape: Atom): boolean {
  const kind = firstIn(firstIn(shape, artKinds.client), pptKinds.placeholder)?.body.u8(4) ?? 0
  return kind >= 7 && kind <= 10
}

/** The records of the words in a shape; where the shape leads to the document's own, their number there. */
function textOf(
  shape: Atom,
  texts: readonly (readonly Atom[])[],
): { readonly text: readonly Atom[]; readonly outline: number | null } {
  const box = firstWords(shape)
  const inside = box === null ? [] : [...atomsIn(box.body)]
  const leads = inside.find(({ kind }) => kind === pptKinds.outlineText)
  if (!leads) return { text: inside, outline: null }
  const outline = leads.body.u32(0)
  return { text: texts[outline] ?? [], outline }
}

/** Some programs do not mark the box as one that holds other records. */
function firstWords(shape: Atom): Atom | null {
  for (const atom of atomsIn(shape.body)) if (atom.kind === artKinds.words) return atom
  return null
}

/** A table is a group of shapes, each with its place; its first shape says that it is one. Null for any other group. */
function tableIn(group: Atom, said: (shape: Atom) => readonly StoryParagraph[]): StoryBlock | null {
  const [head, ...shapes] = [...atomsIn(group.body)].filter(({ kind }) => kind === artKinds.shape)
  if (!head || ((propertyOf(head, artKinds.moreProperties, 0x039f) ?? 0) & 1) === 0) return null
  const cells = shapes.flatMap((shape): readonly PlacedCell[] => {
    const place = [...atomsIn(shape.body)].find(({ kind }) => kind === artKinds.childPlace)?.body
    if (!place || firstWords(shape) === null) return []
    return [{ left: place.i32(0), top: place.i32(4), right: place.i32(8), bottom: place.i32(12), blocks: said(shape) }]
  })
  return cells.length === 0 || cells.length > mostCells ? null : tableOf(cells)
}

/** No slide has room for more. */
const mostCells = 5_000
