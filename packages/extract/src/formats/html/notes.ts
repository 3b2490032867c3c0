import { childElements, descendants, type Element, isText } from './dom.ts'
import { inRaisedDigits, plain, styleWithin } from './inline.ts'

/** Notes that stand below the words as points of a list, and how they are linked with their marks. */
export interface Notes {
  /** The mark that a point is the note of, as it looks in the words: "¹", "[2]"; "" where the note says it itself; null where it is none. */
  readonly markOf: (point: Element) => string | null
  /** Does a link lead from a note back to its mark? "↩", "^". */
  readonly leadsBack: (link: Element) => boolean
}

/**
 * Pages number notes as the points of a list, and the list would say "1." of what the words call "¹": it looks like an
 * answer to question 1. Only raised links, or those in square brackets, are marks: plain ones lead to sections.
 */
export function notesOf(root: Element): Notes {
  const links = linksWithin(root)
  const targets = links.length === 0 ? new Map<string, Element>() : targetsWithin(root)
  const marks = new Map<Element, string>()
  const marked = new Set<string>()
  for (const link of links) {
    const target = targets.get(leadsTo(link))
    const point = target && nearest(target, 'li')
    const mark = point && point !== nearest(link, 'li') ? markIn(link) : null
    if (!point || mark === null) continue
    for (const { attribs } of around(link)) if (attribs.id) marked.add(attribs.id)
    if (!marks.has(point)) marks.set(point, saysItself(point, mark) ? '' : mark)
  }
  const isInNote = (link: Element) => {
    const point = nearest(link, 'li')
    return point !== null && marks.has(point)
  }
  return {
    markOf: (point) => marks.get(point) ?? null,
    leadsBack: (link) => marked.has(leadsTo(link)) && isInNote(link),
  }
}

function linksWithin(root: Element): readonly Element[] {
  return [...descendants(root)].filter((each) => each.name === 'a' && leadsTo(each) !== '')
}

function targetsWithin(root: Element): ReadonlyMap<string, Element> {
  const targets = new Map<string, Element>()
  for (const each of descendants(root))
    for (const id of [each.attribs.id, each.name === 'a' ? each.attribs.name : undefined])
      if (id !== undefined && !targets.has(id)) targets.set(id, each)
  return targets
}

/** The id on the same page that a link leads to; "" where it leads elsewhere. */
function leadsTo({ attribs }: Element): string {
  const href = (attribs.href ?? '').trim()
  return href.startsWith('#') ? href.slice(1) : ''
}

function markIn(link: Element): string | null {
  const words = textWithin(link).trim()
  if (/^\[\d{1,3}\]$/.test(words)) return words
  const raised = [...around(link), ...descendants(link)].some((each) => styleWithin(each, plain).raised === 'sup')
  return raised && /^\d{1,3}$/.test(words) ? inRaisedDigits(words) : null
}

/** A link and the few elements that stand close around it. */
function around(link: Element): readonly Element[] {
  const found: Element[] = []
  for (let each: Element | null = link; each && !ends.has(each.name) && found.length < 4; each = above(each))
    found.push(each)
  return found
}

const ends: ReadonlySet<string> = new Set(['p', 'td', 'th', 'li', 'div', 'body'])

/** Some write the mark before the note as well, raised or alone. */
function saysItself(point: Element, mark: string): boolean {
  const [first] = [...childElements(point), ...childElements(point).flatMap(childElements)].filter(
    (each) => each.name === 'sup' || each.name === 'a',
  )
  return first?.name === 'sup' && inRaisedDigits(textWithin(first).trim()) === mark && childElements(first).length === 0
}

function textWithin(element: Element): string {
  return [element, ...descendants(element)]
    .flatMap((each) => each.children.filter(isText).map(({ data }) => data))
    .join('')
    .slice(0, 40)
}

function nearest(element: Element, name: string): Element | null {
  for (let each: Element | null = element; each; each = above(each)) if (each.name === name) return each
  return null
}

function above({ parent }: Element): Element | null {
  return parent !== null && 'name' in parent ? parent : null
}
