import { bullet } from '../docx/counting.ts'
import { all } from '../docx/xml.ts'
import { childElements, type Element } from '../html/dom.ts'
import type { PrintedLabel } from '../html/labels.ts'
import { numeral } from '../html/lists.ts'
import type { OpenDocument } from '../odf/parts.ts'

/** Counts as the word processor does: numbers of lists are nowhere in the text. */
export interface Lists {
  /** A list begins that stands in no other; `around` is null then, else the one it stands in. */
  readonly begin: (list: Element, around: RunningList | null) => RunningList
  /** The label of the next point of a list. */
  readonly next: (list: RunningList, item: Element) => PrintedLabel | null
  /** The number of the next heading of this level, from 1; null where headings have none. */
  readonly heading: (level: number) => string | null
}

export interface RunningList {
  readonly style: string
  readonly level: number
  readonly counts: Counts
}

type Counts = (number | undefined)[]

interface Level {
  readonly format: string
  readonly prefix: string
  readonly suffix: string
  readonly shown: number
  readonly start: number
  /** What is printed, `%1%` for the number of the first level; null where it is not said so. */
  readonly pattern: string | null
  readonly bullet: string | null
}

export function listsOf(document: OpenDocument): Lists {
  const styles = listStyles(document)
  const outline = outlineOf(document)
  const byStyle = new Map<string, Counts>()
  const byId = new Map<string, Counts>()
  const headings: Counts = []
  return {
    begin: (list, around) => {
      const style = list.attribs['text:style-name'] ?? around?.style ?? ''
      if (around) return { style, level: Math.min(around.level + 1, 9), counts: around.counts }
      const told = list.attribs['text:continue-list']
      const before =
        (told === undefined ? undefined : byId.get(told)) ??
        (list.attribs['text:continue-numbering'] === 'true' ? byStyle.get(style) : undefined)
      const counts = before ?? []
      byStyle.set(style, counts)
      const id = list.attribs['xml:id'] ?? list.attribs['text:id']
      if (id !== undefined) byId.set(id, counts)
      return { style, level: 0, counts }
    },
    next: ({ style, level, counts }, item) => {
      const levels = styles.get(style) ?? []
      const start = wholeNumber(item.attribs['text:start-value'])
      const label = countedUp(levels, level, counts, start)
      return label === '' ? null : { label, level: level + 1 }
    },
    heading: (level) => countedUp(outline, level - 1, headings, null) || null,
  }
}

/** Counts one more at a level, and prints its label. */
function countedUp(levels: readonly (Level | undefined)[], at: number, counts: Counts, start: number | null): string {
  const level = levels[at]
  if (!level) return ''
  const before = counts[at]
  counts[at] = start ?? (before === undefined ? level.start : before + 1)
  counts.length = at + 1
  return print(levels, level, at, counts)
}

function print(levels: readonly (Level | undefined)[], level: Level, at: number, counts: Counts): string {
  if (level.bullet !== null) return bullet(level.bullet)
  const number = (upper: number) =>
    numeral(formats[levels[upper]?.format ?? '1'] ?? 'decimal', counts[upper] ?? levels[upper]?.start ?? 1)
  if (level.pattern !== null)
    return level.pattern.replace(/%(\d{1,2})%/g, (_, digits: string) => number(Number(digits) - 1)).trim()
  if (level.format === '') return `${level.prefix}${level.suffix}`.trim()
  const numbers: string[] = []
  for (let upper = Math.max(0, at - level.shown + 1); upper <= at; upper += 1)
    if (levels[upper]?.format !== '') numbers.push(number(upper))
  return `${level.prefix}${numbers.join('.')}${level.suffix}`.trim()
}

const formats: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}

function listStyles({ content, styles }: OpenDocument): ReadonlyMap<string, readonly (Level | undefined)[]> {
  const known = new Map<string, readonly (Level | undefined)[]>()
  for (const xml of [styles, content])
    for (const style of xml ? all(xml, 'text:list-style') : [])
      known.set(style.attribs['style:name'] ?? '', levelsOf(style))
  return known
}

function outlineOf({ styles }: OpenDocument): readonly (Level | undefined)[] {
  const [outline] = styles ? all(styles, 'text:outline-style') : []
  return outline ? levelsOf(outline) : []
}

function levelsOf(style: Element): readonly (Level | undefined)[] {
  const levels: (Level | undefined)[] = []
  for (const level of childElements(style)) {
    const at = wholeNumber(level.attribs['text:level'])
    if (at === null || at < 1 || at > 10) continue
    const kind = level.name.replace(/^text:(?:list|outline)-level-style-?/, '')
    levels[at - 1] = {
      format: level.attribs['style:num-format'] ?? '',
      prefix: level.attribs['style:num-prefix'] ?? '',
      suffix: level.attribs['style:num-suffix'] ?? '',
      shown: wholeNumber(level.attribs['text:display-levels']) ?? 1,
      start: wholeNumber(level.attribs['text:start-value']) ?? 1,
      pattern: level.attribs['loext:num-list-format'] ?? null,
      bullet: kind === 'bullet' ? (level.attribs['text:bullet-char'] ?? '•') : kind === 'image' ? '•' : null,
    }
  }
  return levels
}

function wholeNumber(written: string | undefined): number | null {
  return written !== undefined && /^\d{1,6}$/.test(written) ? Number(written) : null
}
