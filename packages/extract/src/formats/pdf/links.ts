import type { Box } from '@disclosed/document'
import type { Word } from './drawn.ts'
import type { Annotation } from './engine.ts'
import { asMatrix } from './matrix.ts'

/** Words under a link of the page lead where it leads. `transform` turns the file's coordinates into the page's. */
export function withLinks(
  words: readonly Word[],
  annotations: readonly Annotation[],
  transform: readonly number[],
): readonly Word[] {
  const links = annotations.flatMap((annotation) => {
    const href = annotation.url ?? annotation.unsafeUrl
    const box = onPage(annotation, transform)
    return annotation.subtype === 'Link' && href && box ? [{ href, box }] : []
  })
  if (links.length === 0) return words
  return words.map((word) => {
    const x = (word.box[0] + word.box[2]) / 2
    const y = word.base - 0.3 * word.size
    const link = links.find(({ box: [left, top, right, bottom] }) => x > left && x < right && y > top && y < bottom)
    return link ? { ...word, href: link.href } : word
  })
}

/** Where an annotation lies on the page as shown; null where the file does not tell. */
export function onPage({ rect }: Annotation, transform: readonly number[]): Box | null {
  const matrix = asMatrix(transform)
  const [x0, y0, x1, y1] = rect ?? []
  if (!matrix || x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined) return null
  const [a, b, c, d, e, f] = matrix
  const xs = [a * x0 + c * y0 + e, a * x1 + c * y1 + e]
  const ys = [b * x0 + d * y0 + f, b * x1 + d * y1 + f]
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
