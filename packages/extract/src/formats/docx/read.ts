import { load } from 'cheerio/slim'
import { strToU8, zipSync } from 'fflate'
import mammoth from 'mammoth'
import { type Options, UnreadableError } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { type Parts, unfold, wholeZip } from '../../zip.ts'
import { writeBlocks } from '../html/blocks.ts'
import { descendants, type Element, isTag, isText, selectorMaker } from '../html/dom.ts'
import { type Pasted, readPasted } from '../picture/pasted.ts'
import { leaveNotes } from '../story/leave-notes.ts'
import { standsApart } from '../story/page.ts'
import { aroundOf } from './around.ts'
import { makeBesideReady, makeReady } from './body.ts'
import { targetsOf } from './targets.ts'
import { all, type Xml, xmlOf } from './xml.ts'

/** Reads a Word file: heads, body and notes below it, feet. Places are selectors into the page that mammoth makes of it. */
export async function readDocx(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const { name, includeHidden } = options
  const whole = await wholeZip(bytes, name ?? 'the file', writer)
  const parts = unfold(whole, isRead)
  const path = mainPart(parts)
  const body = xmlOf(parts, path)
  if (body === null || all(body, 'w:body').length === 0)
    throw new UnreadableError(
      'damaged',
      `Cannot read ${name ?? 'the file'} as a Word file: its body (${path}) is missing. Fetch it again.`,
    )
  const styles = xmlOf(parts, beside(path, 'styles.xml'))
  const makeReadyBeside = (part: Xml) => makeBesideReady(part, styles, includeHidden)
  const around = aroundOf(parts, body, path, makeReadyBeside)
  const numbering = beside(path, 'numbering.xml')
  const seen = makeReady(body, styles, xmlOf(parts, numbering), includeHidden)
  const { [numbering]: _, ...rest } = parts
  const ready = styles === null ? {} : { [beside(path, 'styles.xml')]: strToU8(styles.xml()) }
  const page = await pageOf({
    ...rest,
    ...ready,
    ...notesOf(parts, path, makeReadyBeside),
    [path]: strToU8(body.xml()),
  })
  for (const head of around.heads) writer.furniture(head)
  writeBody(page, writer)
  for (const foot of around.feet) writer.furniture(foot)
  const read = await readPasted(picturesOf(seen.pictureIds, parts, path, whole), writer, options)
  leaveNotes({ ...seen, pictures: seen.pictures - read }, wordsIn, includeHidden, writer)
}

/** The pictures of a part in the order in which they stand in it. */
function picturesOf(ids: readonly string[], parts: Parts, path: string, whole: Uint8Array): readonly Pasted[] {
  const targets = new Map(targetsOf(parts, path).map(([, target, id]) => [id, target]))
  return ids.map((id) => () => unfold(whole, (part) => part === targets.get(id))[targets.get(id) ?? ''] ?? null)
}

/** The words that are left of a paragraph. */
function wordsIn(paragraph: Element): string {
  let words = ''
  for (const element of descendants(paragraph))
    if (element.name === 'w:t') for (const child of element.children) if (isText(child)) words += child.data
  return words
}

/** The parts with footnotes and endnotes, as Word shows them. */
function notesOf(parts: Parts, path: string, makeReady: (part: Xml) => void): Parts {
  return Object.fromEntries(
    ['footnotes.xml', 'endnotes.xml'].flatMap((name) => {
      const part = beside(path, name)
      const xml = xmlOf(parts, part)
      if (xml === null) return []
      makeReady(xml)
      return [[part, strToU8(xml.xml())] as const]
    }),
  )
}

/** The parts that hold words, or say how words are shown. */
function isRead(part: string): boolean {
  return (
    /\.(?:xml|rels)$/i.test(part) &&
    !/theme\/|stylesWithEffects|docProps\/|customXml\/|fontTable|ettings\.xml/.test(part)
  )
}

/** The part that holds the letter: Word calls it word/document.xml, others may not. */
function mainPart(parts: Parts): string {
  const xml = xmlOf(parts, '_rels/.rels')
  const told = (xml ? all(xml, 'Relationship') : []).find(({ attribs }) => /\/officeDocument$/.test(attribs.Type ?? ''))
  return told?.attribs.Target?.replace(/^\//, '') ?? 'word/document.xml'
}

function beside(path: string, name: string): string {
  return `${path.slice(0, path.lastIndexOf('/') + 1)}${name}`
}

async function pageOf(parts: Parts): Promise<string> {
  const buffer = Buffer.from(zipSync({ ...parts }, { level: 0 }))
  const { value } = await mammoth.convertToHtml(
    { buffer },
    { styleMap: ["p[style-name='Title'] => h1:fresh", "p[style-name='Subtitle'] => h2:fresh"] },
  )
  return value
}

function writeBody(source: string, writer: Writer): void {
  const page = load(
    `<html><body>${source.replace(ticks, (box) => (box.includes('checked=') ? '☒' : '☐'))}</body></html>`,
  )
  footnotesAsParagraphs(page)
  const [root] = page('html').get()
  const [body] = page('body').get()
  if (!root || !isTag(root) || !body || !isTag(body)) return
  writeBlocks(body, { writer, selectorOf: selectorMaker(root), isAround: () => false })
}

const ticks = /<input type="checkbox"[^>]{0,40}>/g

/**
 * mammoth lists footnotes as points 1, 2, 3, which would look like a letter's questions, and writes their marks as "[1]".
 * They become raised digits, in the words and before each note: "12¹", never "121".
 */
function footnotesAsParagraphs(page: ReturnType<typeof load>): void {
  page('a[href^="#footnote-ref-"], a[href^="#endnote-ref-"]').remove()
  page('a[id^="footnote-ref-"], a[id^="endnote-ref-"]').each((_, link) => {
    const mark = page(link)
    const raised = mark.parent('sup').length > 0 ? mark.parent('sup') : mark
    const apart = standsApart(wordsBefore(raised.get(0))) ? ' ' : ''
    raised.replaceWith(`${apart}<sup>${mark.text().replace(/\D/g, '')}</sup>`)
  })
  const notes = page('li[id^="footnote-"], li[id^="endnote-"]')
  const list = notes.first().parent('ol')
  notes.each((index, note) => {
    const words = page(note)
      .children('p')
      .get()
      .map((paragraph) => page(paragraph).html() ?? '')
      .join('<br>')
    list.before(`<p><sup>${index + 1}</sup> ${words}</p>`)
  })
  list.remove()
}

function wordsBefore(node: { readonly prev?: unknown } | undefined): string {
  const before = node?.prev as { readonly data?: string; readonly children?: readonly unknown[] } | null | undefined
  if (before === null || before === undefined) return ''
  if (before.data !== undefined) return before.data.slice(-20)
  const last = before.children?.at(-1)
  return last === undefined ? '' : wordsBefore({ prev: last })
}
