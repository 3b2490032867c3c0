import type { Element } from '../html/dom.ts'
import type { PrintedLabel } from '../html/labels.ts'
import { numeral } from '../html/lists.ts'
import { asLevel, type Styles } from './styles.ts'
import { all, child, isOn, settingOf, type Xml } from './xml.ts'

/**
 * Counts as Word does: the numbers of a list are nowhere in its text. Give it the paragraphs in order; it returns the
 * label that Word prints before each, or null.
 */
export function labeller(xml: Xml | null, styles: Styles): (paragraph: Element) => PrintedLabel | null {
  const lists = xml ? listsOf(xml) : new Map<string, List>()
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return (paragraph) => {
    const properties = child(paragraph, 'w:pPr')
    const own = child(properties, 'w:numPr')
    const style = settingOf(properties, 'w:pStyle')
    const inherited = styles.numbering(style)
    const id = settingOf(own, 'w:numId') ?? inherited.list
    const list = id === null ? undefined : lists.get(id)
    if (id === null || !list) return null
    const at = asLevel(settingOf(own, 'w:ilvl')) ?? levelOfStyle(list, style) ?? inherited.level ?? 0
    const level = list.levels[at]
    if (!level) return null
    const counts = counters.get(list.counter) ?? []
    counters.set(list.counter, counts)
    const restart = list.restarts[at]
    const isFresh = restart !== undefined && !begun.has(`${id}/${at}`)
    begun.add(`${id}/${at}`)
    const before = counts[at]
    counts[at] = isFresh ? restart : before === undefined ? level.start : before + 1
    for (let upper = 0; upper < at; upper += 1) counts[upper] ??= list.levels[upper]?.start ?? 1
    for (let lower = at + 1; lower < 9; lower += 1) if (!list.levels[lower]?.goesOn) counts[lower] = undefined
    const label = print(list, level, counts)
    return label === '' ? null : { label, level: at + 1 }
  }
}

interface Level {
  readonly start: number
  readonly format: string
  /** What is printed; `%1` stands for the number of the first level. */
  readonly text: string
  readonly style: string | null
  /** Are all numbers printed as decimals, whatever their level's format? */
  readonly legal: boolean
  /** Does it go on counting when a level above begins a new number? */
  readonly goesOn: boolean
}

interface List {
  /** Lists made from one pattern share their numbers. */
  readonly counter: string
  readonly levels: readonly (Level | undefined)[]
  /** Levels that begin anew where this list first uses them. */
  readonly restarts: readonly (number | undefined)[]
}

function listsOf(xml: Xml): ReadonlyMap<string, List> {
  const patterns = new Map(all(xml, 'w:abstractNum').map((each) => [each.attribs['w:abstractNumId'] ?? '', each]))
  const byStyle = new Map(
    [...patterns.values()].flatMap((each) => {
      const style = settingOf(each, 'w:styleLink')
      return style === null ? [] : [[style, each] as const]
    }),
  )
  const lists = new Map<string, List>()
  for (const num of all(xml, 'w:num')) {
    const id = settingOf(num, 'w:abstractNumId') ?? ''
    const pattern = patterns.get(id)
    const pattern2 = byStyle.get(settingOf(pattern ?? null, 'w:numStyleLink') ?? '') ?? pattern
    if (pattern2) lists.set(num.attribs['w:numId'] ?? '', listOf(num, pattern2))
  }
  return lists
}

function listOf(num: Element, pattern: Element): List {
  const levels: (Level | undefined)[] = []
  const restarts: (number | undefined)[] = []
  for (const level of elements(pattern, 'w:lvl')) setLevel(levels, level)
  for (const override of elements(num, 'w:lvlOverride')) {
    for (const level of elements(override, 'w:lvl')) setLevel(levels, level)
    const start = settingOf(override, 'w:startOverride')
    const at = asLevel(override.attribs['w:ilvl'] ?? null)
    if (at !== null && start !== null && /^\d{1,6}$/.test(start)) restarts[at] = Number(start)
  }
  return { counter: pattern.attribs['w:abstractNumId'] ?? '', levels, restarts }
}

function setLevel(levels: (Level | undefined)[], level: Element): void {
  const at = asLevel(level.attribs['w:ilvl'] ?? null)
  if (at === null) return
  const start = settingOf(level, 'w:start')
  levels[at] = {
    start: start !== null && /^\d{1,6}$/.test(start) ? Number(start) : 0,
    format: settingOf(level, 'w:numFmt') ?? 'decimal',
    text: settingOf(level, 'w:lvlText') ?? '',
    style: settingOf(level, 'w:pStyle'),
    legal: isOn(level, 'w:isLgl') ?? false,
    goesOn: settingOf(level, 'w:lvlRestart') === '0',
  }
}

function elements(element: Element, name: string): readonly Element[] {
  return element.children.filter((each): each is Element => 'name' in each && each.name === name)
}

function levelOfStyle(list: List, style: string | null): number | null {
  const at = style === null ? -1 : list.levels.findIndex((level) => level?.style === style)
  return at === -1 ? null : at
}

function print(list: List, level: Level, counts: readonly (number | undefined)[]): string {
  if (level.format === 'none') return level.text.replace(/%\d/g, '').trim()
  if (level.format === 'bullet') return bullet(level.text)
  return level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1
    const format = level.legal ? 'decimal' : (list.levels[at]?.format ?? 'decimal')
    return inFormat(format, counts[at] ?? list.levels[at]?.start ?? 1)
  })
}

/** The signs of Symbol and Wingdings are private characters; the "o" of Courier is printed as a ring. */
function bullet(text: string): string {
  if (text === 'o') return '◦'
  return /^[\uf000-\uf0ff]$/.test(text) && !/^[\uf0a7\uf0a8\uf0d8\uf0e0\uf0fb-\uf0fe]$/.test(text) ? '•' : text
}

const styleOfFormat: Readonly<Record<string, string>> = {
  lowerLetter: 'lower-alpha',
  upperLetter: 'upper-alpha',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
  decimalZero: 'decimal-leading-zero',
}

function inFormat(format: string, number: number): string {
  if (format === 'none') return ''
  if (format === 'ordinal') return `${number}${ordinalEnding(number)}`
  return numeral(styleOfFormat[format] ?? 'decimal', number)
}

function ordinalEnding(number: number): string {
  if (number % 100 >= 11 && number % 100 <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][number % 10] ?? 'th'
}
