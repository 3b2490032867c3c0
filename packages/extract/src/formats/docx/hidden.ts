import type { Element } from '../html/dom.ts'
import type { Styles } from './styles.ts'
import { all, child, isOn, settingOf, type Xml } from './xml.ts'

/** Words that Word does not show, and the paragraphs they stand in. */
export interface HiddenWords {
  readonly vanished: readonly Element[]
  readonly white: readonly Element[]
}

/** Takes out what a reader of the printed page cannot see, unless it is asked for. Changes `body` then. */
export function dropHidden(body: Xml, styles: Styles, includeHidden: boolean): HiddenWords {
  const runs = all(body, 'w:r')
  const vanished = new Set(runs.filter((run) => isVanished(run, styles)))
  const hasGround = all(body, 'w:background').length > 0
  const white = hasGround ? [] : runs.filter((run) => !vanished.has(run) && isWhiteOnWhite(run, styles))
  const found = { vanished: paragraphsOf([...vanished]), white: paragraphsOf(white) }
  if (!includeHidden) for (const run of [...vanished, ...white]) body(run).remove()
  return found
}

/** Its own word counts first, then its style's, then its paragraph's. */
function isVanished(run: Element, styles: Styles): boolean {
  const properties = child(run, 'w:rPr')
  const own = isOn(properties, 'w:vanish')
  if (own !== null) return own
  return (
    styles.isVanished(settingOf(properties, 'w:rStyle')) ||
    styles.isVanished(settingOf(child(paragraphOf(run), 'w:pPr'), 'w:pStyle'))
  )
}

/**
 * White words on a page that nothing has coloured. Heads of tables are often white on a dark ground, which the style of
 * the table brings: where any ground may lie below the words, they are taken to be seen.
 */
function isWhiteOnWhite(run: Element, styles: Styles): boolean {
  const properties = child(run, 'w:rPr')
  if (!isWhite(child(properties, 'w:color')) || hasGround(properties) || child(properties, 'w:highlight')) return false
  if (!run.children.some((each) => 'name' in each && each.name === 'w:t')) return false
  const settings = child(paragraphOf(run), 'w:pPr')
  if (hasGround(settings) || styles.hasGround(settingOf(settings, 'w:pStyle'))) return false
  for (let each = run.parent; each && 'name' in each; each = each.parent) {
    if (/^(?:w:txbxContent|v:shape|wps:txbx)$/.test(each.name) || hasGround(child(each, 'w:tcPr'))) return false
    const table = each.name === 'w:tbl' ? child(each, 'w:tblPr') : null
    if (table && (hasGround(table) || settingOf(table, 'w:tblStyle') !== null)) return false
  }
  return true
}

function isWhite(color: Element | null): boolean {
  if (color === null) return false
  const { 'w:val': value = '', 'w:themeColor': theme, 'w:themeShade': shade } = color.attribs
  return theme === undefined ? /^f{6}$/i.test(value) : theme === 'background1' && shade === undefined
}

function hasGround(properties: Element | null): boolean {
  const shading = child(properties, 'w:shd')
  if (shading === null) return false
  const { 'w:fill': fill = 'auto', 'w:val': pattern = 'clear', 'w:themeFill': theme } = shading.attribs
  return theme !== undefined || !/^(?:auto|f{6})$/i.test(fill) || !/^(?:clear|nil)$/.test(pattern)
}

export function paragraphOf(element: Element): Element | null {
  for (let each = element.parent; each && 'name' in each; each = each.parent) if (each.name === 'w:p') return each
  return null
}

/** The paragraphs that elements stand in, each once for each element; one outside any is left out. */
export function paragraphsOf(elements: readonly Element[]): readonly Element[] {
  return elements.flatMap((element) => paragraphOf(element) ?? [])
}
