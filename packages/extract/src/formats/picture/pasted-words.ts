import { type Options, UnreadableError } from '../../format.ts'
import { isFullOfLetters, type Picture, type RecognisedPage, Recognition } from '../../recognition/index.ts'
import type { Writer } from '../../writer.ts'
import { scannedPage } from '../pdf/scanned-page.ts'
import { type PageMaker, pagesOf, sizeOf } from './pages.ts'
import type { Pasted } from './pasted.ts'
import { writePages } from './write-pages.ts'

/** Smaller ones (in dots) are logos and signatures. */
const least = { width: 600, height: 400 }
/** More are an album, and no letter. */
const mostPictures = 40

/** Writes the words of pictures behind what was written; returns of how many pictures. */
export async function recognisePasted(pictures: readonly Pasted[], writer: Writer, options: Options): Promise<number> {
  const found: { readonly number: number; readonly make: PageMaker }[] = []
  for (const [index, picture] of pictures.slice(0, mostPictures).entries()) {
    const bytes = picture()
    for (const make of bytes === null ? [] : await makersOf(bytes, options))
      found.push({ number: index + 1, make: async () => withWords(await make()) })
  }
  if (found.length === 0) return 0
  const all = await new Recognition(options.recognition).all(found.map(({ make }) => make))
  const read = new Set<number>()
  for (const [index, recognised] of all.entries()) {
    const number = found[index]?.number ?? 1
    if ('page' in recognised && isWritten(recognised.page, number, writer)) read.add(number)
  }
  if (read.size > 0)
    writer.note(
      'recognised',
      `the words of ${read.size === 1 ? 'a picture' : `${read.size} pictures`} in the document were recognised; a few may be wrong`,
    )
  return read.size
}

async function makersOf(bytes: Uint8Array, options: Options): Promise<readonly PageMaker[]> {
  const mediaType = typeOf(bytes)
  if (mediaType === null) return []
  const [width, height] = sizeOf(bytes, mediaType)
  if (mediaType !== 'image/tiff' && (width < least.width || height < least.height)) return []
  try {
    return await pagesOf(bytes, mediaType, options.name ?? 'the file')
  } catch (error) {
    // Too large, or broken: it stays left out, as its note says.
    if (error instanceof UnreadableError || error instanceof RangeError) return []
    throw error
  }
}

function typeOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0x89 && second === 0x50 && third === 0x4e) return 'image/png'
  if (first === 0xff && second === 0xd8) return 'image/jpeg'
  if ((first === 0x49 && second === 0x49) || (first === 0x4d && second === 0x4d)) return 'image/tiff'
  return null
}

/** Refuses what shows no words: photographs, logos, charts on a coloured ground. */
function withWords(picture: Picture): Picture {
  if (!isFullOfLetters(picture)) throw new Error('it shows no lines of words')
  return picture
}

function isWritten(found: RecognisedPage, number: number, writer: Writer): boolean {
  const { width, height, turns, dpi } = found
  const page = scannedPage(found, 1, { width: ((turns % 2 === 0 ? width : height) * 72) / dpi })
  if (page.isBlank) return false
  writer.within({ kind: 'element', selector: `img:nth-of-type(${number})` }, () => writePages([page], writer))
  return true
}
