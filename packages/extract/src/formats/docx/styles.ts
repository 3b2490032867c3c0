import type { Element } from '../html/dom.ts'
import { all, child, isOn, settingOf, type Xml } from './xml.ts'

/** What a paragraph's or character's style adds to its words, looked up through the styles that it is based on. */
export interface Styles {
  readonly isBold: (style: string | null) => boolean
  readonly isVanished: (style: string | null) => boolean
  /** Does a paragraph of this style stand on a ground of its own colour? */
  readonly hasGround: (style: string | null) => boolean
  /** The list a paragraph style belongs to. */
  readonly numbering: (style: string | null) => { readonly list: string | null; readonly level: number | null }
}

export function stylesOf(xml: Xml | null): Styles {
  const styles = new Map<string, Element>()
  for (const style of xml ? all(xml, 'w:style') : []) styles.set(style.attribs['w:styleId'] ?? '', style)
  return {
    isBold: (style) => lookUp(styles, style, (element) => isOn(child(element, 'w:rPr'), 'w:b')) ?? false,
    isVanished: (style) => lookUp(styles, style, (element) => isOn(child(element, 'w:rPr'), 'w:vanish')) ?? false,
    hasGround: (style) =>
      lookUp(styles, style, (element) => (child(child(element, 'w:pPr'), 'w:shd') ? true : null)) ?? false,
    numbering: (style) => ({
      list: lookUp(styles, style, (element) => settingOf(numberingIn(element), 'w:numId')),
      level: asLevel(lookUp(styles, style, (element) => settingOf(numberingIn(element), 'w:ilvl'))),
    }),
  }
}

export function asLevel(written: string | null): number | null {
  return written !== null && /^[0-8]$/.test(written) ? Number(written) : null
}

function numberingIn(style: Element): Element | null {
  return child(child(style, 'w:pPr'), 'w:numPr')
}

/** The first answer along the chain of styles; a chain that bites its tail ends. */
function lookUp<Answer>(
  styles: ReadonlyMap<string, Element>,
  style: string | null,
  read: (style: Element) => Answer | null,
): Answer | null {
  let id = style
  for (let steps = 0; id !== null && steps < 20; steps += 1) {
    const element = styles.get(id)
    if (!element) return null
    const answer = read(element)
    if (answer !== null) return answer
    id = settingOf(element, 'w:basedOn')
  }
  return null
}
