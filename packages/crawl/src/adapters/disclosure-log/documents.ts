import type { ListedItem, Page } from '../../adapter.ts'
import { pathOf } from '../../parsing/addresses.ts'
import { findDay } from '../../parsing/days.ts'
import { attachmentOf, hostsOf, isFile, usualDownloads, withoutSize } from '../../parsing/files.ts'
import type { Html } from '../../parsing/html.ts'
import { linesOf } from '../../parsing/lines.ts'
import { mainPart } from '../../parsing/main-part.ts'
import { emptyRecord, withTold } from '../../parsing/records.ts'
import type { Source } from '../../source.ts'
import type { LogSettings } from './settings.ts'

/** A page of links to files: each is an item, its title the words of the link, its category the heading above it. */
export function documentsOn(
  { $, base }: Html,
  page: Page,
  source: Source,
  settings: LogSettings,
): readonly ListedItem[] {
  const downloads = [...settings.downloads, ...usualDownloads]
  const hosts = hostsOf(page.finalUrl, source)
  const found = new Map<string, ListedItem>()
  let heading: string | null = null
  for (const line of linesOf($, mainPart($, settings.main ?? null), base)) {
    const files = line.links.filter(({ url }) => isFile(url, downloads))
    if (/^(?:h[2-6]|caption|summary)$/.test(line.tag) && files.length === 0) heading = line.text
    for (const link of files) {
      const itemKey = pathOf(link.url)
      if (found.has(itemKey)) continue
      const words = withoutSize(link.text)
      const { reference, title } = partsOfName(words)
      const position = found.size + 1
      const record = withTold(emptyRecord(source, itemKey, page.url), {
        title: title || null,
        reference,
        published: monthAtEnd(words),
        categoryRaw: heading ? [heading] : [],
        attachments: [attachmentOf(link, files.length === 1 ? line.text : link.text, hosts)],
        listPosition: position,
      })
      found.set(itemKey, { itemKey, title: title || null, position, request: null, record })
    }
  }
  return [...found.values()]
}

/** "FOI-16-0058 – Parking fines": the reference, and the title behind it. */
export function partsOfName(words: string): { readonly reference: string | null; readonly title: string } {
  const found =
    /^((?:FOI|EIR|FOIA|IR|SAR|REF)?[\s./_-]{0,3}\d[\d./_-]{2,24}[A-Z]?)(?:\s{0,3}[–—:-]\s{0,3}|\s{1,3})(?=\S)/i.exec(
      words,
    )
  const reference = found?.[1]?.replace(/[\s./_-]{1,9}$/, '') ?? null
  // A year in front of the title is no reference.
  if (!found || reference === null || /^(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?$/.test(reference))
    return { reference: null, title: words }
  return { reference, title: words.slice(found[0].length) }
}

/** "Parking fines - October 2018" */
function monthAtEnd(words: string) {
  const tail = /[-–—(]\s{0,3}([^-–—()]{3,40})\)?$/.exec(words)?.[1]
  return tail ? findDay(tail) : null
}
