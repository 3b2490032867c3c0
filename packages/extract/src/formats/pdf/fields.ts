import type { Word } from './drawn.ts'
import type { Annotation } from './engine.ts'
import { onPage } from './links.ts'

/**
 * What was typed into a form's fields and is not drawn on the page: viewers draw it themselves. The words stand in the
 * field's box, one for each, as wide as their letters are many.
 */
export function fieldWords(
  annotations: readonly Annotation[],
  drawn: readonly Word[],
  transform: readonly number[],
  page: number,
): readonly Word[] {
  return annotations.flatMap((annotation): readonly Word[] => {
    const { subtype, fieldValue } = annotation
    const box = onPage(annotation, transform)
    if (subtype !== 'Widget' || typeof fieldValue !== 'string' || fieldValue.trim() === '' || !box) return []
    const [left, top, right, bottom] = box
    const shown = drawn.some((word) => {
      const x = (word.box[0] + word.box[2]) / 2
      return x > left && x < right && word.base > top && word.base < bottom + 2
    })
    if (shown || annotation.fieldType !== 'Tx') return []
    const size = Math.min(12, 0.7 * (bottom - top))
    const base = bottom - 0.3 * (bottom - top)
    let x = left + 2
    return fieldValue
      .split(/\s+/)
      .filter(Boolean)
      .map((text) => {
        const word = { text, box: [x, base - 0.9 * size, x + 0.5 * size * text.length, base + 0.2 * size] as const }
        x += 0.5 * size * (text.length + 0.5)
        return {
          ...word,
          base,
          size,
          bold: false,
          mark: null,
          artifact: false,
          turned: false,
          spaced: true,
          href: null,
          page,
        }
      })
  })
}
