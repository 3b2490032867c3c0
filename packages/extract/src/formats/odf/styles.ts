import { all, child } from '../docx/xml.ts'
import type { Element } from '../html/dom.ts'
import type { OpenDocument } from './parts.ts'

/** What a style says of the words in it, with what its parents say. */
export interface Look {
  readonly bold: boolean | null
  readonly hidden: boolean | null
  readonly white: boolean | null
  /** Is there a ground of its own colour below? */
  readonly ground: boolean | null
  readonly raised: 'sup' | 'sub' | 'none' | null
  readonly font: string | null
}

export interface Styles {
  readonly look: (family: string, name: string) => Look
  /** The names of a style and those it is based on, as people see them. */
  readonly names: (family: string, name: string) => readonly string[]
  /** One attribute of a style or the nearest that it is based on that has it. */
  readonly attribute: (family: string, name: string, attribute: string) => string | null
  /** The properties of one kind of a style, by its own word only. */
  readonly properties: (family: string, name: string, kind: string) => Element | null
}

const says: Look = { bold: null, hidden: null, white: null, ground: null, raised: null, font: null }

export function stylesOf({ content, styles }: OpenDocument): Styles {
  const known = new Map<string, Element>()
  for (const xml of [styles, content])
    for (const style of xml ? all(xml, 'style:style') : [])
      known.set(`${style.attribs['style:family']}/${style.attribs['style:name']}`, style)
  const looks = new Map<string, Look>()
  const chain = (family: string, name: string) => chainOf(known, family, name)
  return {
    look: (family, name) => {
      const key = `${family}/${name}`
      const look = looks.get(key) ?? chain(family, name).map(ownLook).reduceRight(over, says)
      looks.set(key, look)
      return look
    },
    names: (family, name) =>
      chain(family, name).map(({ attribs }) =>
        (attribs['style:display-name'] ?? attribs['style:name'] ?? '').replaceAll('_20_', ' '),
      ),
    attribute: (family, name, attribute) =>
      chain(family, name).find(({ attribs }) => attribs[attribute] !== undefined)?.attribs[attribute] ?? null,
    properties: (family, name, kind) => child(known.get(`${family}/${name}`) ?? null, kind),
  }
}

/** What is said inside counts before what is said around it. */
export function over(around: Look, inside: Look): Look {
  return {
    bold: inside.bold ?? around.bold,
    hidden: inside.hidden ?? around.hidden,
    white: inside.white ?? around.white,
    ground: inside.ground ?? around.ground,
    raised: inside.raised ?? around.raised,
    font: inside.font ?? around.font,
  }
}

/** A style, then those it is based on; a chain that bites its tail ends. */
function chainOf(known: ReadonlyMap<string, Element>, family: string, name: string): readonly Element[] {
  const chain: Element[] = []
  let next: string | undefined = name
  while (next !== undefined && chain.length < 20) {
    const style = known.get(`${family}/${next}`)
    if (!style) break
    chain.push(style)
    next = style.attribs['style:parent-style-name']
  }
  return chain
}

function ownLook(style: Element): Look {
  const text = child(style, 'style:text-properties')?.attribs ?? {}
  const paragraph = child(style, 'style:paragraph-properties')?.attribs ?? {}
  const weight = text['fo:font-weight']
  const colour = text['fo:color']
  const place = text['style:text-position']
  const display = text['text:display']
  return {
    bold: weight === undefined ? null : /^(?:bold|[6-9]00)/.test(weight),
    hidden: display === undefined ? null : display === 'none',
    white: colour === undefined ? null : /^#f{6}$/i.test(colour),
    ground: isGround(text['fo:background-color']) || isGround(paragraph['fo:background-color']) ? true : null,
    raised: place === undefined ? null : raisedBy(place),
    font: text['style:font-name'] ?? text['fo:font-family']?.replace(/['"]/g, '') ?? null,
  }
}

export function isGround(colour: string | undefined): boolean {
  return colour !== undefined && colour !== 'transparent' && !/^#f{6}$/i.test(colour)
}

/** "super 58%", or how far it is raised: "33% 58%", "-8% 70%". */
function raisedBy(place: string): 'sup' | 'sub' | 'none' {
  if (place.startsWith('super') || /^[1-9]/.test(place)) return 'sup'
  return place.startsWith('sub') || place.startsWith('-') ? 'sub' : 'none'
}
