import type { Place } from '@disclosed/document'
import { strFromU8, unzipSync } from 'fflate'
import type { Writer } from '../../writer.ts'
import type { Parts } from '../../zip.ts'
import { all, type Xml, xmlOf } from '../docx/xml.ts'
import { childElements, type Element } from '../html/dom.ts'

/**
 * Notes what a workbook carries beside its sheets: the rows behind its pivot tables, which stay when their sheet is
 * deleted, and cells copied from other workbooks. Names of people have been published this way. None of it is read.
 */
export function noteWhatIsCarried(bytes: Uint8Array, writer: Writer): void {
  const names = new Set<string>()
  const parts = unzipSync(bytes, {
    filter: ({ name }) => {
      names.add(name)
      return isSought(name)
    },
  })
  notePivotCaches(parts, names, writer)
  noteExternalCells(parts, writer)
}

function isSought(name: string): boolean {
  return (
    /^xl\/(?:externalLinks|pivotTables|pivotCache)\/(?!pivotCacheRecords)/.test(name) ||
    /^xl\/(?:worksheets\/_rels\/|_rels\/|workbook\.xml$)/.test(name)
  )
}

function notePivotCaches(parts: Parts, names: ReadonlySet<string>, writer: Writer): void {
  const caches = Object.keys(parts).filter((name) => /^xl\/pivotCache\/pivotCacheDefinition[^/]{0,40}\.xml$/.test(name))
  if (caches.length === 0) return
  const sheets = sheetNames(parts)
  for (const cache of caches) {
    const head = strFromU8(parts[cache] ?? new Uint8Array())
    const records = names.has(cache.replace('Definition', 'Records'))
      ? (attributeIn(head, 'recordCount') ?? 'the')
      : null
    const source = /<(?:\w{1,9}:)?worksheetSource\b[^>]{0,600}/.exec(head)?.[0] ?? ''
    const sheet = attributeIn(source, 'sheet')
    const place = pivotPlace(cache, parts, sheets)
    const where =
      place?.kind === 'sheet' ? `The pivot table in ${place.range} of sheet “${place.sheet}”` : 'A pivot table'
    const what = records === null ? 'values' : records === 'the' ? 'rows' : `${records} rows`
    const gone = sheet !== null && ![...sheets.values()].includes(sheet) ? ', which is not in the file' : ''
    const from = sheet === null ? '' : ` (sheet “${sheet}”${gone})`
    const message = `${where} carries the ${what} it was made of, shown or not${from}; they were left out.`
    writer.note('pivot-cache', message, place ? { place } : {})
  }
}

/** Where the table that shows a cache stands; null where none does. */
function pivotPlace(cache: string, parts: Parts, sheets: ReadonlyMap<string, string>): Place | null {
  for (const table of Object.keys(parts).filter((name) => /^xl\/pivotTables\/[^/]{1,60}\.xml$/.test(name))) {
    if (!targetsOf(parts, table).includes(cache)) continue
    const range = /<(?:\w{1,9}:)?location\b[^>]{0,300}/.exec(strFromU8(parts[table] ?? new Uint8Array()))?.[0] ?? ''
    const sheet = [...sheets].find(([part]) => targetsOf(parts, part).includes(table))?.[1]
    if (sheet !== undefined) return { kind: 'sheet', sheet, range: attributeIn(range, 'ref') ?? 'A1' }
  }
  return null
}

function noteExternalCells(parts: Parts, writer: Writer): void {
  for (const link of Object.keys(parts).filter((name) => /^xl\/externalLinks\/[^/]{1,60}\.xml$/.test(name))) {
    const cells =
      strFromU8(parts[link] ?? new Uint8Array()).match(/<(?:\w{1,9}:)?cell\s[^>]{0,200}(?<!\/)>/g)?.length ?? 0
    if (cells === 0) continue
    const xml = xmlOf(parts, relationsOf(link))
    const target = (xml ? all(xml, 'Relationship') : [])[0]?.attribs.Target ?? ''
    const file = decoded(target).split(/[\\/]/).at(-1) ?? ''
    const from = file === '' ? 'another workbook' : `another workbook (${file})`
    writer.note(
      'external-cells',
      `The workbook carries ${cells} cells that it copied from ${from}; they were left out.`,
    )
  }
}

/** The names of the sheets by their parts. */
function sheetNames(parts: Parts): ReadonlyMap<string, string> {
  const book = xmlOf(parts, 'xl/workbook.xml')
  const targets = new Map(
    relations(parts, 'xl/workbook.xml').map(({ attribs }) => [attribs.Id, resolved('xl/workbook.xml', attribs.Target)]),
  )
  return new Map(
    (book ? sheetsOf(book) : []).map(({ attribs }) => [targets.get(attribs['r:id']) ?? '', attribs.name ?? '']),
  )
}

function sheetsOf(book: Xml): readonly Element[] {
  return all(book, 'sheets').flatMap(childElements)
}

function targetsOf(parts: Parts, part: string): readonly string[] {
  return relations(parts, part).map(({ attribs }) => resolved(part, attribs.Target))
}

function relations(parts: Parts, part: string): readonly Element[] {
  const xml = xmlOf(parts, relationsOf(part))
  return xml ? all(xml, 'Relationship') : []
}

function relationsOf(part: string): string {
  const slash = part.lastIndexOf('/') + 1
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
}

/** Where a relation of a part leads, as the name of a part. */
function resolved(part: string, target = ''): string {
  return decoded(new URL(target, `file:///${part}`).pathname).slice(1)
}

function attributeIn(tag: string, name: keyof typeof attributes): string | null {
  const value = attributes[name].exec(tag)?.[1]
  return value === undefined
    ? null
    : value.replace(/&(amp|lt|gt|quot|apos);/g, (_, entity: string) => entities[entity] ?? '')
}

const attributes = {
  recordCount: /\srecordCount="([^"]{0,300})"/,
  sheet: /\ssheet="([^"]{0,300})"/,
  ref: /\sref="([^"]{0,300})"/,
} as const

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
