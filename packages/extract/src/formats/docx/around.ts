import { dirname, posix } from 'node:path'
import type { Parts } from '../../zip.ts'
import { childElements, descendants, type Element } from '../html/dom.ts'
import { all, type Xml, xmlOf } from './xml.ts'

/** The words of the pages' heads and feet, each once: letters keep their reference and their letterhead there. */
export interface Around {
  readonly heads: readonly string[]
  readonly feet: readonly string[]
}

export function aroundOf(parts: Parts, body: Xml, path: string, makeReady: (part: Xml) => void): Around {
  const targets = relationships(parts, path)
  const words = (name: string) => {
    const names = all(body, name).map((reference) => targets.get(reference.attribs['r:id'] ?? '') ?? '')
    return [...new Set(names.map((part) => linesOf(xmlOf(parts, part), makeReady)))].filter(
      (lines) => lines.trim() !== '',
    )
  }
  return { heads: words('w:headerReference'), feet: words('w:footerReference') }
}

/** Where the ids of a part's references lead, as names of parts. */
function relationships(parts: Parts, path: string): ReadonlyMap<string, string> {
  const folder = dirname(path)
  const xml = xmlOf(parts, `${folder}/_rels/${posix.basename(path)}.rels`)
  return new Map(
    (xml ? all(xml, 'Relationship') : []).map(({ attribs }) => {
      const target = attribs.Target ?? ''
      return [attribs.Id ?? '', target.startsWith('/') ? target.slice(1) : posix.join(folder, target)]
    }),
  )
}

/** The lines of a head or foot: one for each paragraph, those of text boxes too, but each box once. */
function linesOf(xml: Xml | null, makeReady: (part: Xml) => void): string {
  if (xml === null) return ''
  makeReady(xml)
  for (const both of all(xml, 'mc:AlternateContent'))
    for (const choice of childElements(both).filter(({ name }) => name === 'mc:Fallback')) xml(choice).remove()
  return all(xml, 'w:p')
    .map(lineOf)
    .filter((line) => line.trim() !== '')
    .join('\n')
}

function lineOf(paragraph: Element): string {
  let line = ''
  for (const element of descendants(paragraph)) {
    if (element.name === 'w:t' && nearest(element, 'w:p') === paragraph) line += textOf(element)
    else if (element.name === 'w:br') line += '\n'
    else if (element.name === 'w:noBreakHyphen') line += '-'
    else if (element.name === 'w:tab' && nearest(element, 'w:pPr') === null) line += '\t'
  }
  return line
}

function textOf(element: Element): string {
  return element.children.map((node) => ('data' in node ? node.data : '')).join('')
}

function nearest(element: Element, name: string): Element | null {
  for (let each = element.parent; each && 'name' in each; each = each.parent) if (each.name === name) return each
  return null
}
