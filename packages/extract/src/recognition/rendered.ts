import type { PDFiumDocument } from '@hyzyla/pdfium'
import type { Picture } from './picture.ts'

/** Dots to an inch: letters of 10 points are then as high as recognisers like them. */
const usual = 200
/** The most dots of a page: one of A2 at that fineness; larger ones are drawn more coarsely. */
const mostDots = 16_000_000

/** A PDF whose pages can be had as pictures. */
export interface Drawable {
  /** Page `number` (from 1) as its readers see it, its forms' fields filled in. */
  readonly picture: (number: number) => Promise<Picture>
  readonly close: () => void
}

/** Opens it with PDFium, which decodes every kind of picture that stands in PDFs (JPEG, JPEG 2000, CCITT, JBIG2). */
export async function openDrawable(bytes: Uint8Array, password: string | null): Promise<Drawable> {
  const library = await pdfium()
  const file = await library.loadDocument(bytes, password ?? '')
  return {
    picture: (number) => drawn(file, number - 1),
    close: () => file.destroy(),
  }
}

async function drawn(file: PDFiumDocument, index: number): Promise<Picture> {
  const page = file.getPage(index)
  const { originalWidth, originalHeight } = page.getOriginalSize()
  const dots = (originalWidth * originalHeight * usual * usual) / (72 * 72)
  const dpi = dots > mostDots ? usual * Math.sqrt(mostDots / dots) : usual
  const { width, height, data } = await page.render({
    scale: dpi / 72,
    colorSpace: 'Gray',
    render: async (options) => options.data,
  })
  return { width, height, dpi, grey: data }
}

let loaded: ReturnType<typeof load> | null = null

function pdfium() {
  loaded ??= load()
  return loaded
}

async function load() {
  const { PDFiumLibrary } = await import('@hyzyla/pdfium')
  return PDFiumLibrary.init()
}
