import type { Options } from '../../format.ts'
import { type Recognised, Recognition } from '../../recognition/index.ts'
import { type Drawable, openDrawable } from '../../recognition/rendered.ts'
import type { Writer } from '../../writer.ts'
import { holdsLargePicture } from './large-pictures.ts'
import { bothOf, drawnInPicture, partOf } from './page-pictures.ts'
import type { PicturesOn, ReadPage } from './read.ts'
import { scannedPage } from './scanned-page.ts'

/** The pages of one file whose words have to be recognised from their picture. */
export class Scans {
  readonly #bytes: Uint8Array
  readonly #options: Options
  readonly #recognition: Recognition
  readonly #recognised: number[] = []
  /** Pages of which only a picture was recognised. */
  readonly #withinPages: number[] = []
  #drawable: Promise<Drawable> | null = null
  #hasPictures: boolean | null = null

  constructor(bytes: Uint8Array, options: Options) {
    this.#bytes = bytes
    this.#options = options
    this.#recognition = new Recognition(options.recognition)
  }

  /**
   * The same pages, those that want it read from their picture, and the others with the words of large pictures on them; a page that
   * cannot be read so is left as it is, with a note.
   */
  async read(pages: readonly ReadPage[], writer: Writer): Promise<readonly ReadPage[]> {
    return this.#readPictures(await this.#readScanned(pages, writer))
  }

  async #readScanned(pages: readonly ReadPage[], writer: Writer): Promise<readonly ReadPage[]> {
    const wanting = pages.filter(({ wants }) => wants)
    if (wanting.length === 0) return pages
    const found = await this.#recognition.all(
      wanting.map(
        ({ number }) =>
          () =>
            this.#picture(number),
      ),
    )
    const made = new Map(wanting.map((page, index) => [page, this.#made(page, found[index], writer)]))
    return pages.map((page) => made.get(page) ?? page)
  }

  async #readPictures(pages: readonly ReadPage[]): Promise<readonly ReadPage[]> {
    if (this.#options.recognition.off || !pages.some(({ pictures }) => pictures)) return pages
    this.#hasPictures ??= holdsLargePicture(this.#bytes)
    if (!this.#hasPictures) return pages
    const read: ReadPage[] = []
    for (const page of pages) read.push(page.pictures ? await this.#withPictures(page, page.pictures) : page)
    return read
  }

  async #withPictures(page: ReadPage, { boxes, withWords }: PicturesOn): Promise<ReadPage> {
    const whole = await this.#picture(page.number).catch(() => null)
    // On a page that is turned, boxes are those of the turned page, as the picture is.
    if (whole === null || Math.abs(whole.width / whole.height - page.width / page.height) > 0.02) return page
    const parts = boxes.flatMap((box) => {
      const part = partOf(whole, box)
      return part ? [{ box, part }] : []
    })
    const all = await this.#recognition.all(
      parts.map(
        ({ part }) =>
          async () =>
            part,
      ),
    )
    const found = all.flatMap((each, index) => {
      const box = parts[index]?.box
      return 'page' in each && box ? (drawnInPicture(each.page, page.number, box) ?? []) : []
    })
    if (found.length === 0) return page
    this.#withinPages.push(page.number)
    return withWords(found.reduce(bothOf))
  }

  /** Says which pages were recognised, once for all of them. */
  note(writer: Writer): void {
    if (this.#withinPages.length > 0)
      writer.note(
        'recognised',
        `the words of pictures on page ${inRuns(this.#withinPages)} were recognised; a few may be wrong`,
        { place: { kind: 'page', page: this.#withinPages[0] ?? 1, box: null } },
      )
    if (this.#recognised.length === 0) return
    const [first = 1, ...more] = this.#recognised
    const those =
      more.length === 0
        ? `page ${first} were recognised from its picture`
        : `${this.#recognised.length} pages (${inRuns(this.#recognised)}) were recognised from their pictures`
    writer.note('recognised', `the words of ${those}; a few may be wrong`, {
      place: { kind: 'page', page: first, box: null },
    })
  }

  async close(): Promise<void> {
    const drawable = await this.#drawable?.catch(() => null)
    drawable?.close()
  }

  async #picture(number: number) {
    this.#drawable ??= openDrawable(this.#bytes, this.#options.password)
    return (await this.#drawable).picture(number)
  }

  #made(page: ReadPage, found: Recognised | undefined, writer: Writer): ReadPage {
    const { number } = page
    const place = { kind: 'page', page: number, box: null } as const
    if (!found || 'why' in found) {
      const words = page.isBlank ? 'its words are missing' : 'the words that the file gives make no sense'
      writer.note('not-recognised', `page ${number} ${found?.why ?? 'was left out'}; ${words}`, { place })
      return page
    }
    const made = scannedPage(found.page, number, page)
    if (made.isBlank && !page.isBlank) return page
    if (made.isBlank) {
      writer.note('no-text-layer', `page ${number} shows no text, and no words were recognised in its picture`, {
        place,
      })
      return page
    }
    this.#recognised.push(number)
    return made
  }
}

/** "1–3, 7": pages that follow each other are named by the first and the last. */
function inRuns(pages: readonly number[]): string {
  const runs: [number, number][] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last?.[1] === page - 1) last[1] = page
    else runs.push([page, page])
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
