import { type Options, UnreadableError } from '../../format.ts'
import { Recognition } from '../../recognition/index.ts'
import type { Writer } from '../../writer.ts'
import type { ReadPage } from '../pdf/read.ts'
import { scannedPage } from '../pdf/scanned-page.ts'
import { pagesOf } from './pages.ts'
import { writePages } from './write-pages.ts'

/** Recognises the words of a picture and says them page by page. A picture without words is a document without words. */
export async function readPicture(
  bytes: Uint8Array,
  mediaType: string,
  writer: Writer,
  options: Options,
): Promise<void> {
  const name = options.name ?? 'the picture'
  const makers = await pagesOf(bytes, mediaType, name)
  const pages: ReadPage[] = []
  const all = await new Recognition(options.recognition).all(makers)
  const [first] = all
  if (!first || ('why' in first && all.every((each) => 'why' in each)))
    throw new UnreadableError(
      'damaged',
      `Cannot read ${name}: its picture ${first?.why ?? 'has no page'}. Fetch it again.`,
    )
  for (const [index, found] of all.entries()) {
    const number = index + 1
    const place = { kind: 'page', page: number, box: null } as const
    if ('why' in found) {
      writer.note('not-recognised', `page ${number} of ${name} ${found.why}; its words are missing`, { place })
      continue
    }
    const { width, height, turns, dpi } = found.page
    const page = scannedPage(found.page, number, { width: ((turns % 2 === 0 ? width : height) * 72) / dpi })
    if (page.isBlank) writer.note('no-text-layer', `no words were recognised on page ${number} of ${name}`, { place })
    else pages.push(page)
  }
  writePages(pages, writer)
  if (pages.length > 0)
    writer.note('recognised', `the words of ${name} were recognised from a picture; a few may be wrong`)
  writer.pages(makers.length)
}
