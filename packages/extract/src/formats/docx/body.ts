import type { Element } from '../html/dom.ts'
import { tabMark } from '../html/inline.ts'
import { labelMark } from '../html/labels.ts'
import type { Carried } from '../story/story.ts'
import { dropHidden, paragraphOf, paragraphsOf } from './hidden.ts'
import { labeller } from './numbering.ts'
import { type Styles, stylesOf } from './styles.ts'
import { showTextBoxes } from './text-boxes.ts'
import { all, child, isOn, settingOf, type Xml } from './xml.ts'

/** What was seen while a body was made ready, for notes; its pictures by the ids that the file's list of parts gives them. */
export type Seen = Carried<Element> & { readonly pictureIds: readonly string[] }

/**
 * Makes a body say in its text what Word shows and mammoth would lose: numbers of lists, fields, tabs, boxes that are
 * ticked, bold by style, tracked changes as accepted. Changes `body`.
 */
export function makeReady(body: Xml, styles: Xml | null, numbering: Xml | null, includeHidden: boolean): Seen {
  showTextBoxes(body)
  const changes = acceptChanges(body)
  for (const name of ['w:sdt', 'w:fldSimple', 'fldSimple']) unwrapAll(body, name)
  const known = stylesOf(styles)
  const hidden = dropHidden(body, known, includeHidden)
  const comments = paragraphsOf(all(body, 'w:commentReference'))
  const pictureIds = dropPictures(body)
  showBold(body, known)
  showTabs(body)
  showBreaks(body)
  showNumbers(body, known, numbering)
  return { ...hidden, changes, comments, pictures: pictureIds.length, pictureIds }
}

/** Makes the notes at a page's foot, or its head, say what Word shows of them. */
export function makeBesideReady(part: Xml, styles: Xml | null, includeHidden: boolean): void {
  acceptChanges(part)
  dropHidden(part, stylesOf(styles), includeHidden)
}

/** Deletions go, insertions stay. Returns the paragraph of each change; null where it was outside any. */
function acceptChanges(body: Xml): readonly (Element | null)[] {
  const gone = [...all(body, 'w:del'), ...all(body, 'w:moveFrom')]
  const rows = gone.filter(isMarkOfRow)
  const come = [...all(body, 'w:ins'), ...all(body, 'w:moveTo')]
  const seen = [...gone, ...come].map(paragraphOf)
  for (const mark of rows) body(mark).closest('w\\:tr').remove()
  for (const each of gone) if (!isMark(each)) body(each).remove()
  for (const each of come) if (!isMark(each)) unwrap(body, each)
  return seen
}

/** Inside properties, these elements mark the paragraph or row itself and hold no words. */
function isMark(element: Element): boolean {
  const parent = element.parent
  return parent !== null && 'name' in parent && /^w:(?:rPr|trPr|tcPr|pPr)$/.test(parent.name)
}

function isMarkOfRow(element: Element): boolean {
  const parent = element.parent
  return element.name === 'w:del' && parent !== null && 'name' in parent && parent.name === 'w:trPr'
}

function unwrapAll(body: Xml, name: string): void {
  for (const each of all(body, name)) unwrap(body, each)
}

/** Puts what an element holds in its place; of a content control, its content alone. */
function unwrap(body: Xml, element: Element): void {
  const inner = element.name === 'w:sdt' ? child(element, 'w:sdtContent') : element
  if (inner) body(element).replaceWith(body(inner).contents())
  else body(element).remove()
}

function dropPictures(body: Xml): readonly string[] {
  const pictures = [...all(body, 'a:blip'), ...all(body, 'v:imagedata')]
  for (const picture of pictures) body(picture).remove()
  return pictures.map(({ attribs }) => attribs['r:embed'] ?? attribs['r:id'] ?? '')
}

/** A run that says nothing of bold takes it from its own style, else from its paragraph's. */
function showBold(body: Xml, styles: Styles): void {
  for (const paragraph of all(body, 'w:p')) {
    const isBold = styles.isBold(settingOf(child(paragraph, 'w:pPr'), 'w:pStyle'))
    for (const run of body(paragraph).children('w\\:r').get()) {
      const properties = child(run, 'w:rPr')
      if (isOn(properties, 'w:b') !== null) continue
      const style = settingOf(properties, 'w:rStyle')
      if (!isBold && !(style !== null && styles.isBold(style))) continue
      if (properties) body(properties).append('<w:b/>')
      else body(run).prepend('<w:rPr><w:b/></w:rPr>')
    }
  }
}

function showTabs(body: Xml): void {
  for (const tab of [...all(body, 'w:tab'), ...all(body, 'w:ptab')]) {
    const parent = tab.parent
    if (parent && 'name' in parent && parent.name === 'w:r') body(tab).replaceWith(`<w:t>${tabMark}</w:t>`)
  }
}

/** A break of the page within a paragraph still parts its words. */
function showBreaks(body: Xml): void {
  for (const each of all(body, 'w:br')) delete each.attribs['w:type']
}

function showNumbers(body: Xml, styles: Styles, numbering: Xml | null): void {
  const labelOf = labeller(numbering, styles)
  for (const paragraph of all(body, 'w:p')) {
    const label = labelOf(paragraph)
    const list = child(child(paragraph, 'w:pPr'), 'w:numPr')
    if (list) body(list).remove()
    if (!label) continue
    const run = body('<w:r><w:t xml:space="preserve"></w:t></w:r>')
    run.children().text(labelMark(label))
    const properties = child(paragraph, 'w:pPr')
    if (properties) body(properties).after(run)
    else body(paragraph).prepend(run)
  }
}
