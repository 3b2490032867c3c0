import { load } from 'cheerio/slim'
import type { Writer } from '../../writer.ts'
import { writeBlocks } from '../html/blocks.ts'
import { isTag, selectorMaker } from '../html/dom.ts'
import { inRaisedDigits, tabMark } from '../html/inline.ts'
import { labelMark } from '../html/labels.ts'
import type { Story, StoryBlock, StoryCell, StoryParagraph, StoryRun, StoryTable } from './story.ts'

/**
 * Writes a story as the reader of DOCX does: heads, body, the notes below it under raised digits, feet. The body becomes
 * a page first, so that layout tables, points of lists and cells are read alike; places are selectors into that page.
 */
export function writeStory({ heads, feet, body, notes }: Story, writer: Writer): void {
  for (const head of new Set(heads)) writer.furniture(head)
  writePage([...body, ...notes.map(noteAsParagraph)], writer)
  for (const foot of new Set(feet)) writer.furniture(foot)
}

function writePage(blocks: readonly StoryBlock[], writer: Writer): void {
  const page = load(`<html><body>${blocks.map((block) => blockAsPage(block, 0)).join('')}</body></html>`)
  const [root] = page('html').get()
  const [body] = page('body').get()
  if (!root || !isTag(root) || !body || !isTag(body)) return
  writeBlocks(body, { writer, selectorOf: selectorMaker(root), isAround: () => false })
}

/** The lines of heads and feet. */
export function linesOf(blocks: readonly StoryBlock[]): string {
  return blocks
    .flatMap((block) =>
      block.kind === 'paragraph'
        ? [block.runs.map(({ text }) => text).join('')]
        : block.rows.flatMap((row) => row.map((cell) => linesOf(cell.blocks))),
    )
    .filter((line) => line.trim() !== '')
    .join('\n')
}

/** "12¹": in the words a raised digit, and before the note the same. The paragraphs of a note are its lines. */
function noteAsParagraph(blocks: readonly StoryBlock[], index: number): StoryBlock {
  const runs = blocks
    .flatMap(runsIn)
    .flatMap((paragraph, at) => (at === 0 ? paragraph : [{ text: '\n' }, ...paragraph]))
  const [first, ...rest] = runs.filter(({ note }) => note === undefined)
  const words = first === undefined ? [] : [{ ...first, text: first.text.trimStart() }, ...rest]
  const digit = { text: `${inRaisedDigits(String(index + 1))} ` }
  return { kind: 'paragraph', heading: null, label: null, runs: [digit, ...words] }
}

function runsIn(block: StoryBlock): readonly (readonly StoryRun[])[] {
  if (block.kind === 'paragraph') return [block.runs]
  return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(runsIn)))
}

/** Deeper tables are read as what is in them: nobody lays out a letter so. */
const deepest = 20

function blockAsPage(block: StoryBlock, depth: number): string {
  if (block.kind === 'paragraph') return paragraphAsPage(block)
  if (depth < deepest) return tableAsPage(block, depth)
  return runsIn(block)
    .map((runs) => `<p>${runs.map(runAsPage).join('')}</p>`)
    .join('')
}

function paragraphAsPage({ heading, label, runs }: StoryParagraph): string {
  const name = heading === null ? 'p' : `h${heading}`
  const mark = label === null ? '' : escaped(labelMark(label))
  return `<${name}>${mark}${withNotesApart(runs).map(runAsPage).join('')}</${name}>`
}

/** Right behind these a note's mark would be read as a power: "40 m" with note 2 is no 40 m². */
const mayBeUnit = /(?:[\d\s](?:[kcm]?m|ft|in|yds?|miles?)|[⁰¹²³⁴⁵⁶⁷⁸⁹])$/

export function standsApart(wordsBefore: string): boolean {
  return mayBeUnit.test(wordsBefore.slice(-20))
}

function withNotesApart(runs: readonly StoryRun[]): readonly StoryRun[] {
  let before = ''
  return runs.map((run) => {
    const text = run.note === undefined ? run.text : inRaisedDigits(String(run.note))
    const apart = run.note !== undefined && standsApart(before) ? ' ' : ''
    before = `${before}${apart}${text}`.slice(-20)
    return { ...run, text: `${apart}${text}` }
  })
}

function runAsPage({ text, bold, href, raised }: StoryRun): string {
  let page = escaped(text).replaceAll('\t', tabMark).replaceAll('\n', '<br>')
  if (raised) page = `<${raised}>${page}</${raised}>`
  if (bold) page = `<b>${page}</b>`
  return href ? `<a href="${escaped(href)}">${page}</a>` : page
}

function tableAsPage({ headRows, rows }: StoryTable, depth: number): string {
  const row = (name: string) => (cells: readonly StoryCell[]) =>
    `<tr>${cells.map((cell) => cellAsPage(cell, name, depth)).join('')}</tr>`
  const head = rows.slice(0, headRows).map(row('th')).join('')
  const rest = rows.slice(headRows).map(row('td')).join('')
  return `<table>${head === '' ? '' : `<thead>${head}</thead>`}${rest}</table>`
}

function cellAsPage({ columns, rows, blocks }: StoryCell, name: string, depth: number): string {
  const spans = `${columns > 1 ? ` colspan="${columns}"` : ''}${rows > 1 ? ` rowspan="${rows}"` : ''}`
  return `<${name}${spans}>${blocks.map((block) => blockAsPage(block, depth + 1)).join('')}</${name}>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}
