import { strToU8, zipSync } from 'fflate'
import { limits } from '../limits.ts'
import { type FileBefore, filesBefore } from './files-before.ts'
import { mendedXml } from './mended-xml.ts'

/** A Word or Excel file whose end is missing, made whole of what there is. */
export interface Mended {
  readonly bytes: Uint8Array
  /** What is lost with parts that are missing, in words. */
  readonly lost: readonly string[]
}

/** Null where no part with words is left. */
export function mendedOffice(bytes: Uint8Array, file: string): Mended | null {
  const allowed = Math.min(limits.unfolded, Math.max(limits.unfoldedAlways, bytes.length * limits.unfoldedRatio))
  const parts = new Map(
    filesBefore(bytes, file, allowed).flatMap((each) => (each.bytes === null ? [] : [[each.name, partOf(each)]])),
  )
  const names = [...parts.keys()]
  if (!names.some((name) => /^word\/[^/]{1,80}\.xml$|^xl\/worksheets\/[^/]{1,80}\.xml$/.test(name))) return null
  const there = new Set(names)
  const has = (name: string) => there.has(name)
  const sheets = names.filter((name) => /^xl\/worksheets\/[^/]{1,80}\.xml$/.test(name)).toSorted(byNumber)
  const missing = sheets.length > 0 ? missingOfBook(sheets, has) : missingOfLetter
  for (const [name, xml] of Object.entries(missing)) if (!has(name)) parts.set(name, strToU8(xml))
  const hasLostWords = fillStrings(parts, sheets)
  const body = parts.get(letter)
  if (body && !has(leads)) parts.set(letter, strToU8(new TextDecoder().decode(body).replace(lead, '')))
  const lost = [
    ...(has('xl/workbook.xml') ? [] : ['the names of its sheets and which of them are hidden']),
    ...(hasLostWords ? ['words of its cells'] : []),
    ...(has('xl/styles.xml') ? [] : ['what tells days and shares from plain numbers']),
  ]
  const lostOfLetter = has('word/styles.xml') ? [] : ['its styles, which may hide words']
  return { bytes: zipSync(Object.fromEntries(parts), { level: 0 }), lost: sheets.length > 0 ? lost : lostOfLetter }
}

/** Cells name their words by number in a part that is often the last one; the lost ones become empty, or no sheet is read. Were any lost? */
function fillStrings(parts: Map<string, Uint8Array>, sheets: readonly string[]): boolean {
  const text = (part: string) => new TextDecoder().decode(parts.get(part))
  let last = -1
  for (const sheet of sheets)
    for (const [, number] of text(sheet).matchAll(wordsOfCell)) last = Math.max(last, Number(number))
  const kept = text(strings)
  const missing = Math.min(last + 1, mostStrings) - (kept.match(/<si[\s>/]/g)?.length ?? 0)
  if (missing <= 0) return false
  const end = kept.lastIndexOf('</sst')
  parts.set(strings, strToU8(`${kept.slice(0, end === -1 ? undefined : end)}${'<si><t/></si>'.repeat(missing)}</sst>`))
  return true
}

const strings = 'xl/sharedStrings.xml'
const wordsOfCell = /\st="s"[^<>]{0,200}>\s{0,4}<v>(\d{1,7})</g
const mostStrings = 1_000_000

const letter = 'word/document.xml'
/** Where the references of a letter lead; without it they lead nowhere. */
const leads = 'word/_rels/document.xml.rels'
const lead = /\sr:[a-z]{1,10}="[^"]{0,100}"/g

const missingOfLetter: Readonly<Record<string, string>> = {
  'word/styles.xml': '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>',
}

function partOf({ name, bytes, isCut }: FileBefore): Uint8Array {
  const given = bytes ?? new Uint8Array()
  return isCut && /\.(?:xml|rels)$/i.test(name) ? strToU8(mendedXml(new TextDecoder().decode(given))) : given
}

/** sheet2.xml stands before sheet10.xml. */
function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}

/** A book of these sheets, where the part that names them is lost, and what else no program reads a book without. */
function missingOfBook(sheets: readonly string[], has: (part: string) => boolean): Readonly<Record<string, string>> {
  const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
  const isNamed = has('xl/workbook.xml') && has('xl/_rels/workbook.xml.rels')
  return {
    '[Content_Types].xml': typesOf(sheets),
    'xl/styles.xml': `<styleSheet ${main}/>`,
    [strings]: `<sst ${main}></sst>`,
    ...(isNamed ? {} : bookOf(sheets)),
  }
}

function bookOf(sheets: readonly string[]): Readonly<Record<string, string>> {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const named = sheets.map((_, at) => `<sheet name="Sheet ${at + 1}" sheetId="${at + 1}" r:id="s${at + 1}"/>`)
  const kept = [
    ...sheets.map((name, at) => relation(`s${at + 1}`, 'worksheet', name)),
    relation('w', 'sharedStrings', 'xl/sharedStrings.xml'),
    relation('f', 'styles', 'xl/styles.xml'),
  ]
  function relation(id: string, type: string, part: string): string {
    return `<Relationship Id="${id}" Type="${office}/${type}" Target="${part.slice('xl/'.length)}"/>`
  }
  return {
    'xl/workbook.xml': `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${office}"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${kept.join('')}</Relationships>`,
  }
}

function typesOf(sheets: readonly string[]): string {
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${kind}.${type}+xml"/>`
  const parts = [
    part('xl/workbook.xml', 'sheet.main'),
    part('xl/sharedStrings.xml', 'sharedStrings'),
    part('xl/styles.xml', 'styles'),
    ...sheets.map((name) => part(name, 'worksheet')),
  ]
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
}
