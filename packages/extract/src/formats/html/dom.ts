import { type ChildNode, type Element, isTag, isText, type ParentNode } from 'domhandler'

export { type ChildNode, type Element, isTag, isText }

/** The elements right below one. */
export function childElements(element: Element): readonly Element[] {
  return element.children.filter(isTag)
}

/** The first element of these names below one, itself left out; null where there is none. */
export function findWithin(element: Element, names: ReadonlySet<string>): Element | null {
  for (const child of descendants(element)) if (names.has(child.name)) return child
  return null
}

/** All elements of a name below one, in document order. */
export function findAllWithin(element: Element, name: string): readonly Element[] {
  return [...descendants(element)].filter((each) => each.name === name)
}

export function isBelow(element: Element, outer: Element): boolean {
  for (let each = element.parent; each; each = each.parent) if (each === outer) return true
  return false
}

/** How many characters its words have, white space between elements apart. */
export function lengthOfWords(element: Element): number {
  let length = 0
  for (const each of [element, ...descendants(element)])
    for (const child of each.children) if (isText(child)) length += child.data.trim().length
  return length
}

/** All elements below one, in document order, without recursion: pages can nest deeply. */
export function* descendants(element: Element): Generator<Element> {
  let node: ChildNode | null = element.firstChild
  while (node) {
    if (isTag(node)) yield node
    let next: ChildNode | null = isTag(node) ? node.firstChild : null
    for (let each: ChildNode | null = node; !next && each && each !== element; ) {
      next = each.nextSibling
      const up: ParentNode | null = each.parent
      each = up && isTag(up) ? up : null
    }
    node = next
  }
}

/** An element's attribute in lower case and without white space at the ends; "" where it has none. */
export function attribute(element: Element, name: string): string {
  return (element.attribs[name] ?? '').trim().toLowerCase()
}

/** One property of an element's own style; null where it is not set there. */
export function styled(element: Element, property: string): string | null {
  const style = element.attribs.style
  if (style === undefined || !style.toLowerCase().includes(property)) return null
  for (const declaration of style.split(';')) {
    const colon = declaration.indexOf(':')
    if (colon !== -1 && declaration.slice(0, colon).trim().toLowerCase() === property)
      return declaration
        .slice(colon + 1)
        .trim()
        .toLowerCase()
  }
  return null
}

/** Is it left out when the page is shown? By its own word only: style sheets are not read. */
export function isHidden(element: Element): boolean {
  return (
    element.attribs.hidden !== undefined ||
    styled(element, 'display')?.startsWith('none') === true ||
    styled(element, 'visibility')?.startsWith('hidden') === true ||
    styled(element, 'mso-hide')?.startsWith('all') === true
  )
}

/** Makes CSS selectors that lead to one element: from the nearest id that is its own, else from the root. */
export function selectorMaker(root: Element): (element: Element) => string {
  const ids = new Map<string, number>()
  for (const element of descendants(root)) {
    const id = element.attribs.id
    if (id) ids.set(id, (ids.get(id) ?? 0) + 1)
  }
  const places = new Map<Element, string>()
  return (element) => {
    const path: string[] = []
    for (let each: Element | null = element; each; each = each.parent && isTag(each.parent) ? each.parent : null) {
      const id: string = each.attribs.id ?? ''
      if (plainId.test(id) && ids.get(id) === 1) {
        path.push(`#${id}`)
        break
      }
      path.push(each === root || each.name === 'html' || each.name === 'body' ? each.name : step(each, places))
    }
    return path.toReversed().join(' > ')
  }
}

const plainId = /^[A-Za-z][\w-]{0,80}$/

/** `p:nth-of-type(3)`, counted once for all elements below the same parent. */
function step(element: Element, places: Map<Element, string>): string {
  const known = places.get(element)
  if (known !== undefined) return known
  const counts = new Map<string, number>()
  const siblings = element.parent ? element.parent.children.filter(isTag) : [element]
  for (const sibling of siblings) {
    const count = (counts.get(sibling.name) ?? 0) + 1
    counts.set(sibling.name, count)
    places.set(sibling, `${sibling.name}:nth-of-type(${count})`)
  }
  return places.get(element) ?? element.name
}
