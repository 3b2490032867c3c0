import type { Run } from '../../line.ts'
import { attribute, type Element, styled } from './dom.ts'

/** How words are set where we stand. */
export interface Style {
  readonly bold: boolean
  readonly href: string | null
  readonly raised: 'sup' | 'sub' | null
  /** Are spaces and breaks of the source shown as they are? */
  readonly kept: boolean
}

export const plain: Style = { bold: false, href: null, raised: null, kept: false }

/** The style inside an element, given the style around it. */
export function styleWithin(element: Element, around: Style): Style {
  const weight = styled(element, 'font-weight')
  return {
    bold: weight === null ? around.bold || boldNames.has(element.name) : /^(?:bold|[6-9]00)/.test(weight),
    href: element.name === 'a' ? (leadsTo(element) ?? around.href) : around.href,
    raised: isRaised(element) ?? around.raised,
    kept: around.kept || element.name === 'pre' || styled(element, 'white-space')?.startsWith('pre') === true,
  }
}

/** LibreOffice shows the number before a footnote as a plain link, glued to the first word. */
function isRaised(element: Element): 'sup' | 'sub' | null {
  if (element.name === 'sup' || element.name === 'sub') return element.name
  const height = styled(element, 'vertical-align')
  if (height === 'super' || height === 'sub') return height === 'super' ? 'sup' : 'sub'
  if (element.name !== 'a') return null
  return attribute(element, 'class').includes('footnote') || attribute(element, 'role') === 'doc-noteref' ? 'sup' : null
}

const boldNames: ReadonlySet<string> = new Set(['b', 'strong'])

function leadsTo(element: Element): string | null {
  const href = (element.attribs.href ?? '').trim()
  return href === '' || href.startsWith('#') || attribute(element, 'href').startsWith('javascript:') ? null : href
}

/** Stands for a tab that is to be shown as one: HTML shows tabs as spaces, Word does not. */
export const tabMark = '\ue002'

/** Gathers the words of one block, as a browser would show them: white space runs together, breaks stay. */
export class InlineWords {
  #runs: Run[] = []
  #endsInSpace = true

  add(text: string, style: Style): void {
    const shown = raised(style.kept ? text : text.replace(/[ \t\r\n\f]+/g, ' '), style.raised)
    const words = (this.#endsInSpace && !style.kept ? shown.replace(/^ /, '') : shown).replaceAll(tabMark, '\t')
    if (words === '') return
    this.#endsInSpace = words.endsWith(' ') || words.endsWith('\n')
    this.#runs.push({ text: words, bold: style.bold, href: style.href })
  }

  break(): void {
    this.#runs.push({ text: '\n' })
    this.#endsInSpace = true
  }

  /** The words so far, parted where two breaks follow each other; the gathering begins anew. */
  take(): readonly (readonly Run[])[] {
    const paragraphs: Run[][] = [[]]
    let breaks = 0
    for (const run of this.#runs) {
      if (run.text === '\n') {
        breaks += 1
        if (breaks === 2) paragraphs.push([])
        if (breaks === 1) paragraphs.at(-1)?.push(run)
        continue
      }
      if (run.text.trim() !== '') breaks = 0
      paragraphs.at(-1)?.push(run)
    }
    this.#runs = []
    this.#endsInSpace = true
    return paragraphs.filter((runs) => runs.some(({ text }) => text.trim() !== ''))
  }
}

/**
 * Raised and lowered digits become the characters that look so: a footnote's mark must not turn "12" into "121".
 * Ordinals ("1st") and letters stay as they are.
 */
function raised(text: string, how: 'sup' | 'sub' | null): string {
  if (how === null || !/^[\s\d,–-]+$/.test(text)) return text
  return (how === 'sup' ? inRaisedDigits(text) : inDigits(text, '₀₁₂₃₄₅₆₇₈₉')).replace(/,/g, ' ')
}

export function inRaisedDigits(text: string): string {
  return inDigits(text, '⁰¹²³⁴⁵⁶⁷⁸⁹')
}

function inDigits(text: string, digits: string): string {
  return text.replace(/\d/g, (digit) => digits[Number(digit)] ?? digit)
}
