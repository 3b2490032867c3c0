import type { ListedItem, Page } from '../../adapter.ts'
import { filesIn, hostsOf, usualDownloads } from '../../parsing/files.ts'
import type { Html } from '../../parsing/html.ts'
import { restAfter } from '../../parsing/labels.ts'
import { type Line, linesOf } from '../../parsing/lines.ts'
import { mainPart } from '../../parsing/main-part.ts'
import { plainLabel } from '../../parsing/plain-label.ts'
import { emptyRecord, withTold } from '../../parsing/records.ts'
import type { Source } from '../../source.ts'
import { keyOfReference, keyOfWords, readTold, toldRecord } from './record.ts'
import type { LogSettings } from './settings.ts'

/** A page with many requests, one below the other: each is an item, and the page is theirs in common. */
export function splitPage(
  html: Html,
  page: Page,
  source: Source,
  settings: LogSettings,
  split: NonNullable<LogSettings['split']>,
): readonly ListedItem[] {
  const pieces = 'each' in split ? elements(html, split.each) : betweenLabels(html, settings, split.label)
  const found = new Map<string, ListedItem>()
  for (const lines of pieces) {
    const told = toldRecord(readTold(lines, settings))
    const words = lines.map(({ text }) => text).filter(Boolean)
    const heading = lines.find(({ tag, text }) => (/^h[1-6]$/.test(tag) || tag === 'summary') && text !== '')
    if (words.length === 0) continue
    const named = told.reference ? keyOfReference(told.reference) : keyOfWords(told.requestText ?? words.join(' '))
    // A reference that stands twice on one page heads two texts; neither is dropped.
    const itemKey = found.has(named) ? `${named}-${keyOfWords(words.join(' '))}` : named
    if (found.has(itemKey)) continue
    const attachments = filesIn(lines, {
      downloads: [...settings.downloads, ...usualDownloads],
      hosts: hostsOf(page.finalUrl, source),
    })
    const position = found.size + 1
    const title = told.title ?? heading?.text ?? null
    const record = withTold(emptyRecord(source, itemKey, page.url), { title }, told, {
      attachments,
      listPosition: position,
    })
    const anchor = lines.find((line) => line.anchor)?.anchor
    found.set(itemKey, {
      itemKey,
      title,
      position,
      request: null,
      record,
      words: {
        mediaType: 'text/plain',
        text: words.join('\n\n'),
        field: anchor ? `#${anchor}` : `request ${position} on the page`,
      },
    })
  }
  return [...found.values()]
}

function elements({ $, base }: Html, selector: string): readonly (readonly Line[])[] {
  return $(selector)
    .toArray()
    .map((element) => linesOf($, element, base))
}

/** What stands before the first label (the heading of the page) belongs to none of them. */
function betweenLabels(
  { $, base }: Html,
  settings: LogSettings,
  labels: readonly string[],
): readonly (readonly Line[])[] {
  const lines = linesOf($, mainPart($, settings.main ?? null), base)
  const plain = labels.map(plainLabel)
  const begins = (line: Line) =>
    plain.some((label) => plainLabel(line.text) === label || restAfter(line.text, label) !== null)
  const pieces: Line[][] = []
  for (const line of lines) {
    if (begins(line)) pieces.push([line])
    else pieces.at(-1)?.push(line)
  }
  return pieces
}
