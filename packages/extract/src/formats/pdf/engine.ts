import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { UnreadableError } from '../../format.ts'
import { Loopback } from './loopback.ts'

/** What one operator of a page is told; each operator has its own shape, looked at where it is obeyed. */
export type Arguments = readonly unknown[] | null

/** One page as pdf.js gives it; only what is used here. */
export interface PdfPage {
  readonly getViewport: (options: { scale: number }) => {
    readonly width: number
    readonly height: number
    readonly transform: readonly number[]
  }
  readonly getOperatorList: () => Promise<{
    readonly fnArray: readonly number[]
    readonly argsArray: readonly Arguments[]
  }>
  readonly getStructTree: () => Promise<StructureNode | null>
  readonly getAnnotations: () => Promise<readonly Annotation[]>
  readonly commonObjs: { readonly get: (name: string) => unknown; readonly has: (name: string) => boolean }
  readonly cleanup: () => void
}

/** A node of a tagged file's structure: `{role: 'TR', children}`, or a leaf that points at marked content. */
export interface StructureNode {
  readonly role?: string
  readonly type?: string
  readonly id?: string
  readonly children?: readonly StructureNode[]
}

/** What lies on a page besides its content: links, fields of a form. */
export interface Annotation {
  readonly id?: string
  readonly subtype?: string
  readonly url?: string
  readonly unsafeUrl?: string
  readonly rect?: readonly number[]
  readonly hasAppearance?: boolean
  readonly fieldType?: string
  readonly fieldValue?: unknown
  /** What a text box says. */
  readonly contentsObj?: { readonly str?: string }
}

/** Says whether a layer of the file (optional content) is shown. */
export type IsShown = (layer: unknown) => boolean

export interface PdfFile {
  readonly pages: number
  readonly tagged: boolean
  readonly page: (number: number) => Promise<PdfPage>
  readonly isShown: IsShown
  /** Lets go of what is kept for pages already read. */
  readonly forget: () => Promise<void>
  readonly close: () => Promise<void>
}

interface Loaded {
  readonly numPages: number
  readonly getPage: (number: number) => Promise<PdfPage>
  readonly cleanup: () => Promise<void>
  readonly getOptionalContentConfig: () => Promise<{ readonly isVisible: (layer: unknown) => boolean }>
  readonly getMarkInfo: () => Promise<{ readonly Marked?: boolean } | null>
}

/**
 * Opens a PDF with pdf.js, as pdf-parse loads it. Pictures are not decoded. Imports pdf.js when first called (0.15 s).
 * Throws `UnreadableError`: `encrypted` without the right password, `empty`, `damaged` when there is no document in it.
 */
export async function openPdf(bytes: Uint8Array, password: string | null, name: string): Promise<PdfFile> {
  if (bytes.length === 0) throw new UnreadableError('empty', `Cannot read ${name}: the file is empty`)
  const { PDFParse } = await import('pdf-parse')
  const worker = await readingHalf()
  const folder = `${dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json')))}/`
  const parser = new PDFParse({
    // A copy: pdf.js keeps the buffer for itself.
    data: new Uint8Array(bytes),
    worker,
    ownerDocument: noPage,
    maxImageSize: 1,
    isEvalSupported: false,
    // Else every letter's outline is worked out, to draw it.
    disableFontFace: false,
    useSystemFonts: false,
    verbosity: 0,
    cMapUrl: `${folder}cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${folder}standard_fonts/`,
    ...(password === null ? {} : { password }),
  })
  try {
    // `load` is hidden from the types and is the way to the pages themselves.
    const loaded = await (parser as unknown as { readonly load: () => Promise<Loaded> }).load()
    const marks = await loaded.getMarkInfo()
    const layers = await loaded.getOptionalContentConfig()
    return {
      pages: loaded.numPages,
      tagged: marks?.Marked === true,
      page: (number) => loaded.getPage(number),
      isShown: (layer) => layers.isVisible(layer),
      forget: () => loaded.cleanup(),
      close: async () => {
        await parser.destroy()
        worker.destroy()
      },
    }
  } catch (error) {
    await parser.destroy().catch(() => undefined)
    worker.destroy()
    throw refusal(error, password, name)
  }
}

/** The half of pdf.js that reads files; it has no types of its own. */
interface ReadingHalf {
  readonly WorkerMessageHandler: { readonly initializeFromPort: (port: Loopback) => void }
}

/** That half on this thread, without copies between: each document is read on a thread or process of its own already. */
async function readingHalf() {
  const { PDFWorker } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const { WorkerMessageHandler }: ReadingHalf = await import(
    import.meta.resolve('pdfjs-dist/legacy/build/pdf.worker.mjs')
  )
  const port = new Loopback()
  WorkerMessageHandler.initializeFromPort(port)
  return new PDFWorker({ port: port as unknown as null, verbosity: 0 })
}

/** What pdf.js hangs a file's fonts on where there is no web page; nothing is drawn, so nothing is kept. */
const noPage = {
  createElement: () => ({ sheet: { cssRules: [], insertRule: () => undefined }, remove: () => undefined }),
  documentElement: { getElementsByTagName: () => [{ append: () => undefined }] },
}

function refusal(error: unknown, password: string | null, name: string): UnreadableError {
  const kind = error instanceof Error ? error.name : ''
  const said = error instanceof Error ? error.message : String(error)
  if (kind === 'PasswordException') {
    const message =
      password === null
        ? `Cannot read ${name}: it is encrypted; give its password`
        : `Cannot read ${name}: it is encrypted and the password given does not open it`
    return new UnreadableError('encrypted', message, { cause: error })
  }
  return new UnreadableError('damaged', `Cannot read ${name}: no PDF document can be found in it (${said})`, {
    cause: error,
  })
}
