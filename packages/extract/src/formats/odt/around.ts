import { all } from '../docx/xml.ts'
import { childElements, type Element } from '../html/dom.ts'
import type { OpenDocument } from '../odf/parts.ts'

/** The heads and feet of the pages that a text is set on, as elements that hold paragraphs. */
export function aroundOf({ content, styles }: OpenDocument): {
  readonly heads: readonly Element[]
  readonly feet: readonly Element[]
} {
  const pages = styles ? all(styles, 'style:master-page') : []
  const used = usedPages(pages, content ? all(content, 'style:style') : [])
  const parts = pages.filter(({ attribs }) => used.has(attribs['style:name'] ?? '')).flatMap(childElements)
  const shown = parts.filter(({ attribs }) => attribs['style:display'] !== 'false')
  return {
    heads: shown.filter(({ name }) => name.startsWith('style:header')),
    feet: shown.filter(({ name }) => name.startsWith('style:footer')),
  }
}

/** The first kind of page, those that a style of the text asks for, and those that follow one of these. */
function usedPages(pages: readonly Element[], styles: readonly Element[]): ReadonlySet<string> {
  const used = new Set(['Standard'])
  for (const { attribs } of styles) if (attribs['style:master-page-name']) used.add(attribs['style:master-page-name'])
  for (const name of used) {
    const page = pages.find(({ attribs }) => attribs['style:name'] === name)
    const next = page?.attribs['style:next-style-name']
    if (next) used.add(next)
  }
  return used
}
