import { child } from '../docx/xml.ts'
import { childElements, descendants, type Element, isText } from '../html/dom.ts'
import type { StoryBlock, StoryCell, StoryParagraph, StoryRun } from '../story/story.ts'

/** What stands on a slide, in the order of its shapes: its title as a heading, the paragraphs of its boxes, its tables. */
export function blocksOf(slide: Element): readonly StoryBlock[] {
  const blocks: StoryBlock[] = []
  for (const element of descendants(slide)) {
    if (element.name === 'p:sp' && !isAround(element)) blocks.push(...paragraphsIn(element, isTitle(element)))
    else if (element.name === 'a:tbl') blocks.push(tableOf(element))
  }
  return blocks
}

/** Numbers, dates and feet of slides are said by their kind. */
function isAround(shape: Element): boolean {
  return /^(?:sldNum|dt|ftr|hdr)$/.test(kindOf(shape))
}

function isTitle(shape: Element): boolean {
  return /^(?:title|ctrTitle)$/.test(kindOf(shape))
}

/** What the shape is for, as its layout calls it; "" for a box of its own. */
function kindOf(shape: Element): string {
  const holder = child(child(shape, 'p:nvSpPr'), 'p:nvPr')
  return child(holder, 'p:ph')?.attribs.type ?? ''
}

function paragraphsIn(holder: Element, isHeading: boolean): readonly StoryParagraph[] {
  const body = childElements(holder).find(({ name }) => name === 'p:txBody' || name === 'a:txBody')
  const paragraphs = body ? childElements(body).filter(({ name }) => name === 'a:p') : []
  const counts = new Map<number, number>()
  return paragraphs.flatMap((paragraph): readonly StoryParagraph[] => {
    const runs = runsOf(paragraph)
    if (runs.every(({ text }) => text.trim() === '')) return []
    const label = labelOf(paragraph, counts)
    return [{ kind: 'paragraph', heading: isHeading ? 2 : null, label, runs }]
  })
}

function runsOf(paragraph: Element): readonly StoryRun[] {
  return childElements(paragraph).flatMap((each): readonly StoryRun[] => {
    if (each.name === 'a:br') return [{ text: '\n' }]
    if (each.name !== 'a:r' && each.name !== 'a:fld') return []
    const words = child(each, 'a:t')
    const text = (words?.children ?? []).map((node) => (isText(node) ? node.data : '')).join('')
    const look = child(each, 'a:rPr')
    const raised = Number(look?.attribs.baseline ?? 0)
    return [
      {
        text,
        bold: /^(?:1|true|on)$/.test(look?.attribs.b ?? ''),
        ...(raised === 0 ? {} : { raised: raised > 0 ? ('sup' as const) : ('sub' as const) }),
      },
    ]
  })
}

/** Bullets and numbers that the slide itself sets; most slides leave them to their layout. */
function labelOf(paragraph: Element, counts: Map<number, number>): StoryParagraph['label'] {
  const look = child(paragraph, 'a:pPr')
  const level = Number(look?.attribs.lvl ?? 0)
  const sign = child(look, 'a:buChar')?.attribs.char
  const numbered = child(look, 'a:buAutoNum')
  if (!numbered) counts.delete(level)
  if (sign) return { label: '•', level: level + 1 }
  if (!numbered) return null
  const number = counts.get(level) ?? Number(numbered.attribs.startAt ?? 1)
  counts.set(level, number + 1)
  return { label: numberAs(numbered.attribs.type ?? 'arabicPeriod', number), level: level + 1 }
}

function numberAs(type: string, number: number): string {
  const letter = String.fromCharCode(97 + ((number - 1) % 26))
  const bare = /^alphaUc/.test(type) ? letter.toUpperCase() : /^alphaLc/.test(type) ? letter : `${number}`
  if (type.endsWith('ParenBoth')) return `(${bare})`
  return type.endsWith('ParenR') ? `${bare})` : `${bare}.`
}

function tableOf(table: Element): StoryBlock {
  const rows = childElements(table).filter(({ name }) => name === 'a:tr')
  const isHeaded = isOnHere(child(table, 'a:tblPr')?.attribs.firstRow)
  return {
    kind: 'table',
    headRows: isHeaded ? 1 : 0,
    rows: rows.map((row) => childElements(row).flatMap((cell) => (cell.name === 'a:tc' ? cellOf(cell) : []))),
  }
}

/** A cell that lies under a merged one holds nothing and is not given. */
function cellOf(cell: Element): readonly StoryCell[] {
  const { gridSpan, rowSpan, hMerge, vMerge } = cell.attribs
  if (isOnHere(hMerge) || isOnHere(vMerge)) return []
  return [{ columns: spanOf(gridSpan), rows: spanOf(rowSpan), blocks: paragraphsIn(cell, false) }]
}

/** No slide has room for more. */
const mostSpan = 200

function spanOf(told: string | undefined): number {
  const span = Number(told ?? 1)
  return Number.isInteger(span) && span > 0 ? Math.min(span, mostSpan) : 1
}

function isOnHere(value: string | undefined): boolean {
  return /^(?:1|true|on)$/.test(value ?? '')
}
