import type { CheerioAPI } from 'cheerio'
import type { AnyNode, Element } from 'domhandler'
import { addressOf } from './addresses.ts'
import { plainLabel } from './plain-label.ts'

/** A line of a page as a reader sees it: a paragraph, a heading, a cell, what stands between two line breaks. */
export interface Line {
  readonly text: string
  /** The element it stands in: `p`, `h2`, `dt`, `td` … */
  readonly tag: string
  /** Words in bold, or in a label, that the line begins with. */
  readonly lead: string | null
  readonly links: readonly Link[]
  /** The id of the nearest element around it that has one. */
  readonly anchor: string | null
}

export interface Link {
  readonly url: string
  readonly text: string
  /** The element, for what selectors ask of it. */
  readonly title: string | null
}

const blocks = new Set(
  'address,article,aside,blockquote,body,caption,center,dd,details,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hr,html,li,main,nav,ol,p,pre,section,summary,table,tbody,td,tfoot,th,thead,tr,ul'.split(
    ',',
  ),
)
const unseen = new Set('script,style,template,noscript,svg,head,button,select,option,input,textarea,iframe'.split(','))
const leads = new Set(['strong', 'b', 'label', 'em', 'span'])
/** No label is longer. */
const longestLead = 200
/** A cell that is empty is a value that is not given, and keeps its place. */
const keepsEmpty = new Set(['dd', 'td', 'th', 'dt'])

/** The lines up to the first heading that says that the page's own matter is over. */
export function linesAbove(lines: readonly Line[], labels: readonly string[]): readonly Line[] {
  const plainLabels = new Set(labels.map(plainLabel))
  const foot = lines.findIndex(
    ({ tag, text }, at) => at > 0 && /^h[2-6]$/.test(tag) && plainLabels.has(plainLabel(text)),
  )
  return foot < 0 ? lines : lines.slice(0, foot)
}

/** The lines of an element in their order; menus and what no reader sees are left out. */
export function linesOf($: CheerioAPI, root: AnyNode | undefined, base: string): readonly Line[] {
  const lines: Line[] = []
  let current = open('body', null)

  const close = (next: Open): void => {
    const text = plain(current.words)
    if (text !== '' || current.isEmptyCell) {
      const lead = plain(current.lead)
      lines.push({
        text,
        tag: current.tag,
        lead: lead !== '' && lead.length < text.length ? lead : null,
        links: current.links,
        anchor: current.anchor,
      })
    }
    current = next
  }

  const walk = (node: AnyNode, tag: string, anchor: string | null, isLead: boolean): void => {
    if (node.type === 'text') {
      const words = node.data
      if (isLead && current.words.length < longestLead && plain(current.words) === plain(current.lead))
        current.lead += words
      current.words += words
      return
    }
    if (node.type !== 'tag' || unseen.has(node.name) || isHidden(node)) return
    const own = node.attribs.id || anchor
    if (node.name === 'br') {
      close(open(tag, anchor))
      return
    }
    const isBlock = blocks.has(node.name)
    const inside = isBlock ? insideOf(node.name, tag) : tag
    if (isBlock) close(open(inside, own, keepsEmpty.has(node.name) && plain($(node).text()) === ''))
    if (node.name === 'a') {
      const url = addressOf(node.attribs.href, base)
      if (url) current.links.push({ url, text: plain($(node).text()), title: node.attribs.title ?? null })
    }
    const leadsHere =
      leads.has(node.name) && (node.name !== 'span' || /label|title|key|term/i.test(node.attribs.class ?? ''))
    for (const child of node.children) walk(child, inside, own, isLead || leadsHere)
    if (isBlock) close(open(tag, anchor))
  }

  if (root) walk(root, 'body', null, false)
  close(open('body', null))
  return lines
}

interface Open {
  readonly tag: string
  readonly anchor: string | null
  readonly isEmptyCell: boolean
  words: string
  lead: string
  readonly links: Link[]
}

function open(tag: string, anchor: string | null, isEmptyCell = false): Open {
  return { tag, anchor, isEmptyCell, words: '', lead: '', links: [] }
}

/** A paragraph in a cell is still that cell's, and a box in a heading still that heading's. */
function insideOf(name: string, around: string): string {
  const holds = /^(?:h[1-6]|d[td]|t[dh]|li)$/
  return holds.test(name) || !holds.test(around) || name === 'table' || name === 'ul' || name === 'ol' || name === 'dl'
    ? name
    : around
}

function isHidden({ attribs }: Element): boolean {
  return (
    attribs.hidden !== undefined ||
    attribs['aria-hidden'] === 'true' ||
    /display\s{0,3}:\s{0,3}none/i.test(attribs.style ?? '')
  )
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
