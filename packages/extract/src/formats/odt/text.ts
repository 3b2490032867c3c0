import { all } from '../docx/xml.ts'
import { childElements, type Element, isTag, isText } from '../html/dom.ts'
import type { OpenDocument } from '../odf/parts.ts'
import { type Look, over, type Styles, stylesOf } from '../odf/styles.ts'
import { headingOfStyle } from '../rtf/tables.ts'
import { Remarks } from '../story/remarks.ts'
import type { Carried, StoryBlock, StoryParagraph, StoryRun } from '../story/story.ts'
import { signOf } from '../story/symbols.ts'
import { type Lists, listsOf, type RunningList } from './lists.ts'
import { tableIn } from './tables.ts'

/** Reads elements of an OpenDocument text as blocks of a story. */
export class OdtText {
  readonly notes: (readonly StoryBlock[])[] = []
  /** The elements of its pictures, as they follow each other. */
  readonly pictures: Element[] = []
  readonly #includeHidden: boolean
  readonly #styles: Styles
  readonly #lists: Lists
  readonly #remarks = new Remarks<StoryParagraph>()
  /** The changes that were tracked, by their ids: insertions and deletions. */
  readonly #changes: ReadonlySet<string>
  #depth = 0
  #inlineDepth = 0

  constructor(document: OpenDocument, includeHidden: boolean) {
    this.#includeHidden = includeHidden
    this.#styles = stylesOf(document)
    this.#lists = listsOf(document)
    this.#changes = new Set(
      all(document.content, 'text:changed-region')
        .filter((region) => childElements(region).some(({ name }) => /^text:(?:insertion|deletion)$/.test(name)))
        .map(({ attribs }) => attribs['text:id'] ?? attribs['xml:id'] ?? ''),
    )
  }

  get carried(): Carried<StoryParagraph> {
    return this.#remarks.carried
  }

  /** The blocks inside an element. */
  blocksIn(element: Element, list: RunningList | null = null): StoryBlock[] {
    this.#depth += 1
    try {
      // So deep inside each other nothing is laid out by people.
      if (this.#depth > 100) return []
      return childElements(element).flatMap((each) => this.#block(each, list))
    } finally {
      this.#depth -= 1
    }
  }

  /** The blocks that an element is. */
  blocksOf(element: Element): readonly StoryBlock[] {
    return this.#block(element, null)
  }

  #block(element: Element, list: RunningList | null): readonly StoryBlock[] {
    switch (element.name) {
      case 'text:p':
      case 'text:h':
        return this.#paragraph(element, null)
      case 'text:list':
        return this.#list(element, list)
      case 'table:table':
        return [tableIn(element, (cell) => this.blocksIn(cell))]
      case 'text:section':
        return this.#isHiddenSection(element) ? [] : this.blocksIn(element)
      case 'draw:frame':
      case 'draw:g':
      case 'draw:text-box':
      case 'draw:custom-shape':
      case 'draw:rect':
      case 'draw:ellipse':
        return this.#drawing(element)
      default:
        return /^text:(?:(?:table-of-content|illustration-index|table-index|object-index|user-index|alphabetical-index|bibliography)|index-body|index-title|numbered-paragraph|list-item|list-header)$/.test(
          element.name,
        )
          ? this.blocksIn(element, list)
          : []
    }
  }

  #isHiddenSection(section: Element): boolean {
    if (section.attribs['text:display'] !== 'none') return false
    this.#remarks.add('vanished')
    this.#remarks.end({ kind: 'paragraph', heading: null, label: null, runs: [] })
    return !this.#includeHidden
  }

  #list(element: Element, around: RunningList | null): readonly StoryBlock[] {
    const list = this.#lists.begin(element, around)
    return childElements(element).flatMap((item) => {
      let isFirst = item.name === 'text:list-item'
      return childElements(item).flatMap((each) => {
        const isParagraph = each.name === 'text:p' || each.name === 'text:h'
        const label = isFirst && isParagraph ? item : null
        if (isParagraph) isFirst = false
        if (label !== null) return this.#paragraph(each, () => this.#lists.next(list, label))
        return each.name === 'text:list' ? this.#list(each, list) : this.#block(each, list)
      })
    })
  }

  #paragraph(element: Element, labelOf: (() => StoryParagraph['label']) | null): readonly StoryBlock[] {
    const style = element.attribs['text:style-name'] ?? ''
    const gathered: Gathered = { runs: [], behind: [] }
    const isHidden = childElements(element).some(
      ({ name, attribs }) => name === 'text:hidden-paragraph' && attribs['text:is-hidden'] === 'true',
    )
    const look = this.#styles.look('paragraph', style)
    this.#inline(element, { look: isHidden ? { ...look, hidden: true } : look, href: null }, gathered)
    const paragraph: StoryParagraph = {
      kind: 'paragraph',
      heading: this.#headingOf(element, style),
      label: labelOf?.() ?? null,
      runs: this.#numbered(element, labelOf !== null, gathered.runs),
    }
    this.#remarks.end(paragraph)
    return [paragraph, ...gathered.behind]
  }

  /** A heading outside any list has the number of its level, where headings are numbered. */
  #numbered(element: Element, isPoint: boolean, runs: readonly StoryRun[]): readonly StoryRun[] {
    if (element.name !== 'text:h' || isPoint || element.attribs['text:is-list-header'] === 'true') return runs
    const number = this.#lists.heading(levelOf(element))
    return number === null ? runs : [{ text: `${number} ` }, ...runs]
  }

  #headingOf(element: Element, style: string): number | null {
    const level = element.name === 'text:h' ? levelOf(element) : null
    if (level !== null) return level <= 6 ? level : null
    return (
      this.#styles
        .names('paragraph', style)
        .map(headingOfStyle)
        .find((each) => each !== null && each <= 2) ?? null
    )
  }

  #inline(element: Element, around: Inline, gathered: Gathered): void {
    for (const node of element.children) {
      if (isText(node)) this.#say(node.data.replace(/[\r\n\t ]+/g, ' '), around, gathered)
      else if (isTag(node)) this.#inlineElement(node, around, gathered)
    }
  }

  #inlineElement(element: Element, around: Inline, gathered: Gathered): void {
    switch (element.name) {
      case 'text:s':
        this.#say(' ', around, gathered)
        return
      case 'text:tab':
        this.#say('\t', around, gathered)
        return
      case 'text:line-break':
        this.#say('\n', around, gathered)
        return
      case 'text:span': {
        const look = over(around.look, this.#styles.look('text', element.attribs['text:style-name'] ?? ''))
        this.#inside(element, { ...around, look }, gathered)
        return
      }
      case 'text:a':
        this.#inside(element, { ...around, href: linkOf(element) }, gathered)
        return
      case 'text:note':
        this.#note(element, gathered)
        return
      case 'text:change':
      case 'text:change-start':
        if (this.#changes.has(element.attribs['text:change-id'] ?? '')) this.#remarks.add('deleted')
        return
      case 'office:annotation':
        this.#remarks.add('comment')
        return
      case 'text:hidden-text':
        this.#inside(
          element,
          { ...around, look: { ...around.look, hidden: element.attribs['text:is-hidden'] === 'true' } },
          gathered,
        )
        return
      case 'text:page-number':
      case 'text:page-count':
      case 'text:ruby-text':
      case 'text:script':
      case 'text:tracked-changes':
        return
      default:
        if (element.name.startsWith('draw:')) gathered.behind.push(...this.#drawing(element))
        else if (!element.name.startsWith('office:')) this.#inside(element, around, gathered)
    }
  }

  #inside(element: Element, around: Inline, gathered: Gathered): void {
    this.#inlineDepth += 1
    if (this.#inlineDepth < 200) this.#inline(element, around, gathered)
    this.#inlineDepth -= 1
  }

  #say(text: string, { look, href }: Inline, gathered: Gathered): void {
    if (text === '') return
    const standing = look.hidden ? 'vanished' : look.white && !look.ground && this.#isOnPage ? 'white' : 'shown'
    if (text.trim() !== '') this.#remarks.add(standing)
    if (standing !== 'shown' && !this.#includeHidden) return
    const shown = Array.from(text, (sign) =>
      isPrivate(sign) ? (signOf(look.font ?? '', sign.charCodeAt(0)) ?? sign) : sign,
    ).join('')
    gathered.runs.push({
      text: shown,
      bold: look.bold ?? false,
      href,
      raised: look.raised === 'none' ? null : look.raised,
    })
  }

  /** Cells and boxes may have a ground of their own. */
  get #isOnPage(): boolean {
    return this.#depth <= 1
  }

  #note(element: Element, gathered: Gathered): void {
    const at = this.notes.push([]) - 1
    gathered.runs.push({ text: '', note: at + 1 })
    const body = childElements(element).find(({ name }) => name === 'text:note-body')
    if (!body) return
    this.#remarks.begin()
    this.notes[at] = this.blocksIn(body)
    this.#remarks.leave()
  }

  /** The words in a drawing; a picture is counted. */
  #drawing(element: Element): readonly StoryBlock[] {
    if (element.name === 'draw:image') {
      this.#remarks.pictures += 1
      this.pictures.push(element)
      return []
    }
    if (this.#depth > 100) return []
    this.#depth += 1
    this.#remarks.begin()
    const blocks = childElements(element).flatMap((each) =>
      each.name.startsWith('draw:') ? this.#drawing(each) : this.#block(each, null),
    )
    this.#remarks.leave()
    this.#depth -= 1
    return blocks
  }
}

interface Inline {
  readonly look: Look
  readonly href: string | null
}

interface Gathered {
  readonly runs: StoryRun[]
  readonly behind: StoryBlock[]
}

function levelOf(heading: Element): number {
  const level = Number(heading.attribs['text:outline-level'] ?? 1)
  return level >= 1 && level <= 10 ? Math.floor(level) : 1
}

function linkOf(element: Element): string | null {
  const href = (element.attribs['xlink:href'] ?? '').trim()
  return href === '' || href.startsWith('#') ? null : href
}

function isPrivate(sign: string): boolean {
  return sign >= '\uf000' && sign <= '\uf0ff'
}
