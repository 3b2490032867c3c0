import { load } from 'cheerio/slim'
import type { Parts } from '../../zip.ts'
import { childElements, descendants, type Element, isTag } from '../html/dom.ts'

/** One part of the file as XML that can be changed and written back. */
export type Xml = ReturnType<typeof load>

/** Reads a part; null where the file has none of that name. */
export function xmlOf(parts: Parts, name: string): Xml | null {
  const bytes = parts[name]
  if (!bytes) return null
  const source = new TextDecoder(bytes[0] === 0xff || bytes[0] === 0xfe ? 'utf-16' : 'utf-8').decode(bytes)
  if (source.slice(0, 1000).includes('<!DOCTYPE'))
    throw new Error(`${name} declares a document type, which Word never does`)
  const xml = load(source, { xml: true })
  // What stands behind the one element that XML allows is damage, and mammoth takes the square of it to say so.
  xml.root().children().slice(1).remove()
  return xml
}

/** All elements of a name, in document order. */
export function all(xml: Xml, name: string): readonly Element[] {
  return xml
    .root()
    .get()
    .flatMap((root) => root.children.filter(isTag))
    .flatMap((top) => [top, ...descendants(top)].filter((element) => element.name === name))
}

/** The first child of a name; null where there is none. */
export function child(element: Element | null, name: string): Element | null {
  return element === null ? null : (childElements(element).find((each) => each.name === name) ?? null)
}

/** The `w:val` of a child; null where the child or its value is missing. */
export function settingOf(element: Element | null, name: string): string | null {
  return child(element, name)?.attribs['w:val'] ?? null
}

/** Is a switch such as `w:b` on? Word writes it without a value for yes. Null where it is not there. */
export function isOn(element: Element | null, name: string): boolean | null {
  const found = child(element, name)
  return found === null ? null : !/^(?:0|false|off|none)$/.test(found.attribs['w:val'] ?? '')
}
