import type { Word } from './drawn.ts'
import type { Annotation } from './engine.ts'
import { asMatrix, type Matrix } from './matrix.ts'

/** Words under a link of the page lead where it leads. `base` turns the file's coordinates into the page's. */
export function withLinks(
  words: readonly Word[],
  annotations: readonly Annotation[],
  transform: readonly number[],
): readonly Word[] {
  const base = asMatrix(transform)
  const links = annotations.flatMap((annotation) => (base ? asLink(annotation, base) : []))
  if (links.length === 0) return words
  return words.map((word) => {
    const x = (word.box[0] + word.box[2]) / 2
    const y = word.base - 0.3 * word.size
    const link = links.find(({ box: [left, top, right, bottom] }) => x > left && x < right && y > top && y < bottom)
    return link ? { ...word, href: link.href } : word
  })
}

interface PageLink {
  readonly href: string
  readonly box: readonly [number, number, number, number]
}

function asLink({ subtype, url, unsafeUrl, rect }: Annotation, [a, b, c, d, e, f]: Matrix): readonly PageLink[] {
  const href = url ?? unsafeUrl
  const [x0, y0, x1, y1] = rect ?? []
  if (subtype !== 'Link' || !href || x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined)
    return []
  const xs = [a * x0 + c * y0 + e, a * x1 + c * y1 + e]
  const ys = [b * x0 + d * y0 + f, b * x1 + d * y1 + f]
  return [{ href, box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] }]
}
