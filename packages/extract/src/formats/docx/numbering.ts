import type { Element } from '../html/dom.ts'
import type { PrintedLabel } from '../html/labels.ts'
import { countedLists, type Level, type List } from './counting.ts'
import { asLevel, type Styles } from './styles.ts'
import { all, child, isOn, settingOf, type Xml } from './xml.ts'

/**
 * Counts as Word does: the numbers of a list are nowhere in its text. Give it the paragraphs in order; it returns the
 * label that Word prints before each, or null.
 */
export function labeller(xml: Xml | null, styles: Styles): (paragraph: Element) => PrintedLabel | null {
  const lists = xml ? listsOf(xml) : new Map<string, List>()
  const next = countedLists(lists)
  return (paragraph) => {
    const properties = child(paragraph, 'w:pPr')
    const own = child(properties, 'w:numPr')
    const style = settingOf(properties, 'w:pStyle')
    const inherited = styles.numbering(style)
    const id = settingOf(own, 'w:numId') ?? inherited.list
    const list = id === null ? undefined : lists.get(id)
    if (id === null || !list) return null
    const at = asLevel(settingOf(own, 'w:ilvl')) ?? levelOfStyle(list, style) ?? inherited.level ?? 0
    return next(id, at)
  }
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
