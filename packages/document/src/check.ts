import type { Block, Row } from './block.ts'
import type { Document } from './document.ts'
import { covers, quote, type Span } from './span.ts'

/** What a document promises and does not keep, a sentence each; an empty list when all is well. */
export function brokenPromises(document: Document): readonly string[] {
  const whole = { start: 0, end: document.text.length }
  return [
    ...outOfOrder('block', document.blocks, whole),
    ...outOfOrder('place', document.places, whole),
    ...outOfOrder('bold stretch', document.bold, whole),
    ...document.links
      .filter((link) => !covers(whole, link))
      .map((link) => `link ${link.start}–${link.end} leaves the text`),
    ...document.blocks.flatMap((block) => insideBlock(document.text, block)),
  ]
}

function insideBlock(text: string, block: Block): readonly string[] {
  switch (block.kind) {
    case 'table':
    case 'data_file':
      return [
        ...outOfOrder('row', block.rows, block),
        ...block.rows.flatMap((row) => [...outOfOrder('cell', row.cells, row), ...brokenRow(text, row)]),
      ]
    case 'quoted':
      return [
        ...outOfOrder('quoted block', block.blocks, block),
        ...block.blocks.flatMap((inner) => insideBlock(text, inner)),
      ]
    case 'item':
      return block.label && !covers(block, block.label) ? [`label outside its item at ${block.start}`] : []
    case 'heading':
    case 'paragraph':
    case 'furniture':
      return []
    default:
      return block satisfies never
  }
}

function brokenRow(text: string, row: Row): readonly string[] {
  return quote(text, row).includes('\n') ? [`row at ${row.start} is more than one line`] : []
}

function outOfOrder(what: string, spans: readonly Span[], inside: Span): readonly string[] {
  const broken: string[] = []
  let reached = inside.start
  for (const span of spans) {
    if (!covers(inside, span)) broken.push(`${what} ${span.start}–${span.end} leaves ${inside.start}–${inside.end}`)
    if (span.start < reached)
      broken.push(`${what} ${span.start}–${span.end} begins before ${reached}, where the last one ended`)
    if (span.end < span.start) broken.push(`${what} ${span.start}–${span.end} ends before it begins`)
    reached = Math.max(reached, span.end)
  }
  return broken
}
