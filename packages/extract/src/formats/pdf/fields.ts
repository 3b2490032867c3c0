import type { Box } from '@disclosed/document'
import type { Word } from './drawn.ts'
import type { Annotation } from './engine.ts'
import { onPage } from './links.ts'

/**
 * What was typed into a form's fields, or onto the page, and is not drawn there: viewers draw it themselves. The words
 * stand in its box, one for each, as wide as their letters are many.
 */
export function fieldWords(
  annotations: readonly Annotation[],
  drawn: readonly Word[],
  transform: readonly number[],
  page: number,
): readonly Word[] {
  return annotations.flatMap((annotation): readonly Word[] => {
    const box = onPage(annotation, transform)
    const lines = linesIn(annotation)
    if (!box || lines.length === 0) return []
    const [left, top, right, bottom] = box
    const shown = drawn.some((word) => {
      const x = (word.box[0] + word.box[2]) / 2
      return x > left && x < right && word.base > top && word.base < bottom + 2
    })
    if (annotation.subtype === 'Widget' && shown) return []
    const each = (bottom - top) / lines.length
    return lines.flatMap((line, index) => {
      const place: Box = [left, top + each * index, right, top + each * (index + 1)]
      return asWords(line, place, page, annotation.id ?? null)
    })
  })
}

/** The one line of a field; the lines of a text box. */
function linesIn({ subtype, fieldType, fieldValue, hasAppearance, contentsObj }: Annotation): readonly string[] {
  if (subtype === 'Widget' && fieldType === 'Tx' && typeof fieldValue === 'string')
    return fieldValue.trim() === '' ? [] : [fieldValue]
  if (subtype !== 'FreeText' || hasAppearance !== false) return []
  return (contentsObj?.str ?? '').split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
}

function asWords(line: string, [left, top, , bottom]: Box, page: number, note: string | null): readonly Word[] {
  const size = Math.min(12, 0.7 * (bottom - top))
  const base = bottom - 0.3 * (bottom - top)
  let x = left + 2
  return line
    .split(/\s+/)
    .filter(Boolean)
    .map((text) => {
      const box = [x, base - 0.9 * size, x + 0.5 * size * text.length, base + 0.2 * size] as const
      x += 0.5 * size * (text.length + 0.5)
      return {
        text,
        box,
        base,
        size,
        bold: false,
        mark: null,
        artifact: false,
        note,
        turned: false,
        spaced: true,
        href: null,
        page,
      }
    })
}
