import { attribute, childElements, descendants, type Element, isBelow, isTag, isText, lengthOfWords } from './dom.ts'

/**
 * Tells the letter from the site around it. Returns whether an element, met while walking down from the body, stands
 * around: menus, banners, cookie notices, feet. What would take most of the page's words with it is never around.
 */
export function siteAround(body: Element): (element: Element) => boolean {
  const sizes = wordSizes(body)
  const whole = sizes.get(body) ?? 0
  const isMost = (element: Element) => (sizes.get(element) ?? 0) > whole * 0.4
  const main = mainOf(body, sizes, whole)
  const onTheWay = new Set<Element>()
  for (let each: Element | null = main; each; each = each.parent && isTag(each.parent) ? each.parent : null)
    onTheWay.add(each)
  return (element) => {
    if (onTheWay.has(element)) return false
    if (main !== null && !isBelow(element, main)) return true
    if (isMost(element)) return false
    return isNamedAround(element) || (main === null && isMenu(element))
  }
}

/** How many characters of words stand in each element. */
function wordSizes(body: Element): ReadonlyMap<Element, number> {
  const sizes = new Map<Element, number>()
  for (const element of [...descendants(body)].toReversed()) sizes.set(element, sizeOf(element, sizes))
  sizes.set(body, sizeOf(body, sizes))
  return sizes
}

function sizeOf(element: Element, sizes: ReadonlyMap<Element, number>): number {
  if (element.name === 'script' || element.name === 'style') return 0
  return element.children.reduce((sum, child) => {
    if (isText(child)) return sum + child.data.trim().length
    return sum + (isTag(child) ? (sizes.get(child) ?? 0) : 0)
  }, 0)
}

/** The element that says it is the main content, if it holds a fair share of the words; null where none does. */
function mainOf(body: Element, sizes: ReadonlyMap<Element, number>, whole: number): Element | null {
  const fair = (share: number) => (element: Element) => (sizes.get(element) ?? 0) >= whole * share
  const all = [...descendants(body)]
  const told = all.filter((element) => element.name === 'main' || attribute(element, 'role') === 'main')
  const [first] = told.filter(fair(0.15))
  if (first) return first
  const articles = all.filter(({ name }) => name === 'article')
  if (articles.length === 1 && articles.every(fair(0.3))) return articles[0] ?? null
  return all.filter((element) => mainIds.has(attribute(element, 'id'))).find(fair(0.3)) ?? null
}

const mainIds: ReadonlySet<string> = new Set([
  'content',
  'main',
  'main-content',
  'maincontent',
  'main_content',
  'page-content',
])

const aroundNames: ReadonlySet<string> = new Set(['nav', 'aside'])
const edgeNames: ReadonlySet<string> = new Set(['header', 'footer'])
const aroundRoles: ReadonlySet<string> = new Set([
  'navigation',
  'banner',
  'contentinfo',
  'complementary',
  'search',
  'menu',
  'menubar',
  'alertdialog',
  'dialog',
])

/**
 * Words in a class or id that sites give to what stands around. "header" is none of them, for letters have headers too;
 * "social" and "sharing" are none alone: `adult-social-care` and `data-sharing` are what letters are about.
 */
const aroundWords =
  /(?:^|[^a-z])(?:cookies?|breadcrumbs?|nav|navbar|navigation|topnav|sidebar|masthead|skip|skiplink|pagination|pager|popup|footer|menu|(?:social|shar(?:e|ing))[-_](?:media|links?|icons?|buttons?|bar)|related[-_](?:links?|content|pages|items))(?![a-z])/

/** What holds other elements. A heading's id is made of its words, and says nothing of where it stands. */
const containers: ReadonlySet<string> = new Set(['div', 'section', 'ul', 'ol', 'form', 'header', 'footer'])

function isNamedAround(element: Element): boolean {
  if (aroundNames.has(element.name) || aroundRoles.has(attribute(element, 'role'))) return true
  if (edgeNames.has(element.name)) return !isPartOfArticle(element)
  // LibreOffice and Word keep the page's head and foot so.
  if (/^(?:header|footer)$/.test(attribute(element, 'title'))) return true
  // Of links, only the one that skips to the content: others may stand in the middle of a sentence.
  if (element.name === 'a') return /(?:^|[^a-z])skip/.test(attribute(element, 'class'))
  if (!containers.has(element.name)) return false
  return aroundWords.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`)
}

function isPartOfArticle(element: Element): boolean {
  for (let each = element.parent; each; each = each.parent)
    if (isTag(each) && (each.name === 'main' || each.name === 'article' || attribute(each, 'role') === 'main'))
      return true
  return false
}

/** A list of short links and nothing else, none of them to a file: a menu, and no list of enclosures. */
function isMenu(element: Element): boolean {
  if (element.name !== 'ul') return false
  const points = childElements(element)
  if (points.length < 4) return false
  return points.every((point) => {
    const inside = [...descendants(point)]
    const links = inside.filter(({ name }) => name === 'a')
    const [link] = links
    if (links.length !== 1 || !link) return false
    return (
      lengthOfWords(link) === lengthOfWords(point) &&
      lengthOfWords(link) < 40 &&
      !leadsToFile.test(attribute(link, 'href'))
    )
  })
}

const leadsToFile = /\.(?:pdf|docx?|xlsx?|csv|od[ts]|rtf|zip|txt)(?:[?#]|$)/
