import { descendants, type Element, isBelow } from '../html/dom.ts'
import { all, child, type Xml } from './xml.ts'

/**
 * Makes a body hold each text box once, in the old way (VML), which alone mammoth reads: behind the paragraph that it is
 * anchored in. Word writes a box in both ways; other programs leave out the old one, or put a picture in its place.
 */
export function showTextBoxes(body: Xml): void {
  for (const both of all(body, 'mc:AlternateContent')) {
    const fallback = child(both, 'mc:Fallback')
    const choice = child(both, 'mc:Choice')
    const isEmpty = fallback === null || fallback.children.length === 0
    const hasLostBox = choice !== null && fallback !== null && holdsBox(choice) && !holdsBox(fallback)
    const kept = isEmpty || hasLostBox ? choice : fallback
    if (kept) body(both).replaceWith(body(kept).contents())
  }
  for (const drawing of all(body, 'w:drawing').toReversed()) {
    const boxes = outermostBoxes(drawing)
    if (boxes.length === 0) continue
    const picture = body(
      `<w:pict xmlns:v="urn:schemas-microsoft-com:vml">${'<v:textbox/>'.repeat(boxes.length)}</w:pict>`,
    )
    picture.children().each((index, place) => {
      body(place).append(boxes[index] ?? [])
    })
    body(drawing).after(picture)
  }
}

function holdsBox(element: Element): boolean {
  for (const { name } of descendants(element)) if (name === boxName) return true
  return false
}

const boxName = 'w:txbxContent'

/** The boxes of a drawing; several where shapes are grouped, and never one inside another. */
function outermostBoxes(drawing: Element): readonly Element[] {
  const found: Element[] = []
  for (const each of descendants(drawing)) if (each.name === boxName && !isInLast(each, found)) found.push(each)
  return found
}

function isInLast(element: Element, found: readonly Element[]): boolean {
  const last = found.at(-1)
  return last !== undefined && isBelow(element, last)
}
