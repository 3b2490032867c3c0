import { createHash } from 'node:crypto'

/** Small PDFs for tests: text in Helvetica at places counted in points from the top left of an A4 page. */
export interface SmallPage {
  readonly texts?: readonly SmallText[]
  /** Lines drawn with the pen: from x, y to x, y. */
  readonly strokes?: readonly (readonly [number, number, number, number])[]
  /** Filled rectangles: left, top, width, height. */
  readonly fills?: readonly (readonly [number, number, number, number])[]
  readonly annotations?: readonly string[]
  /** Operators of one's own, in the file's coordinates, before or after all the others. */
  readonly before?: string
  readonly after?: string
  /** A quarter turn or several, with the clock; and the page's size, where it is not A4. */
  readonly rotate?: number
  readonly size?: readonly [number, number]
  /** More of its resources: `/XObject << … >>`. */
  readonly resources?: string
}

/** `y` is the line the letters stand on. */
export type SmallText = readonly [x: number, y: number, text: string, look?: SmallLook]

export interface SmallLook {
  readonly size?: number
  readonly bold?: boolean
  /** Degrees, against the clock. */
  readonly turned?: number
  /** How it is inked, as operators: "1 g" for white, "3 Tr" for not at all. */
  readonly ink?: string
}

const pageHeight = 842

/**
 * The bytes of a PDF with these pages; with a password it is encrypted (RC4, 40 bits) and asks for it. `more` are further
 * objects of the file, the first of them number 5 + 2 × pages; `catalog` stands in its first object.
 */
export function smallPdf(
  pages: readonly SmallPage[],
  password: string | null = null,
  more: readonly string[] = [],
  catalog = '',
): Uint8Array {
  const seal = password === null ? null : sealFor(password)
  const objects: string[] = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${5 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
  ]
  pages.forEach((page, index) => {
    const stream = contentOf(page)
    const content = seal ? seal.encrypt(stream, 6 + 2 * index) : stream
    const annotations = page.annotations ? `/Annots [${page.annotations.join(' ')}]` : ''
    const [width, high] = page.size ?? [595, pageHeight]
    const resources = `/Resources << /Font << /F1 3 0 R /F2 4 0 R >> ${page.resources ?? ''} >>`
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${high}] /Rotate ${page.rotate ?? 0} /Contents ${6 + 2 * index} 0 R ${annotations} ${resources} >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    )
  })
  for (const object of more) objects.push(object)
  return assembled(objects, seal?.dictionary ?? '')
}

/** Lines of prose below each other, `pitch` points apart. */
export function textLines(x: number, y: number, lines: readonly string[], pitch = 13): readonly SmallText[] {
  return lines.map((line, index) => [x, y + pitch * index, line])
}

/** The cells of a table at these x; rows `pitch` points apart. An empty string leaves its cell empty. */
export function cells(
  xs: readonly number[],
  y: number,
  rows: readonly (readonly string[])[],
  pitch = 20,
): readonly SmallText[] {
  return rows.flatMap((row, index) =>
    row.flatMap((text, column): readonly SmallText[] =>
      text === '' ? [] : [[xs[column] ?? 0, y + pitch * index, text]],
    ),
  )
}

/** The rules of a grid with these edges. */
export function grid(
  xs: readonly number[],
  ys: readonly number[],
): readonly (readonly [number, number, number, number])[] {
  const [left = 0, right = 0] = [xs[0], xs.at(-1)]
  const [top = 0, bottom = 0] = [ys[0], ys.at(-1)]
  return [...ys.map((y) => [left, y, right, y] as const), ...xs.map((x) => [x, top, x, bottom] as const)]
}

function contentOf({ texts = [], strokes = [], fills = [], before = '', after = '' }: SmallPage): string {
  const drawn = strokes.map(([x0, y0, x1, y1]) => `${x0} ${pageHeight - y0} m ${x1} ${pageHeight - y1} l S`)
  const filled = fills.map(([left, top, width, high]) => `${left} ${pageHeight - top - high} ${width} ${high} re f`)
  const written = texts.map(([x, y, text, { size = 10, bold = false, turned = 0, ink = '' } = {}]) => {
    const [sine, cosine] = [Math.sin((turned * Math.PI) / 180), Math.cos((turned * Math.PI) / 180)]
    const place = [cosine, sine, -sine, cosine].map((each) => each.toFixed(4)).join(' ')
    const inked = `BT ${ink} /${bold ? 'F2' : 'F1'} ${size} Tf ${place} ${x} ${pageHeight - y} Tm (${escaped(text)}) Tj ET`
    return ink === '' ? inked : `q ${inked} Q`
  })
  return [before, '0.5 g', ...filled, '0 g', ...drawn, ...written, after].join('\n')
}

function escaped(text: string): string {
  return text
    .replace(/[\\()]/g, '\\$&')
    .replaceAll('£', '\\243')
    .replaceAll('•', '\\225')
}

function assembled(objects: readonly string[], encryption: string): Uint8Array {
  let file = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    file += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const trailer = `<< /Size ${objects.length + 1} /Root 1 0 R /ID [<${fileId}> <${fileId}>] ${encryption} >>`
  const whole = `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n${trailer}\nstartxref\n${file.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(whole, 'latin1'))
}

const fileId = '00112233445566778899aabbccddeeff'
const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

/** The standard security handler of PDF 1.1, with one password for reader and owner. */
function sealFor(password: string): {
  readonly dictionary: string
  readonly encrypt: (data: string, object: number) => string
} {
  const padded = Buffer.concat([Buffer.from(password, 'latin1'), padding]).subarray(0, 32)
  const owner = rc4(md5(padded).subarray(0, 5), padded)
  const permissions = Buffer.from('fcffffff', 'hex')
  const key = md5(Buffer.concat([padded, owner, permissions, Buffer.from(fileId, 'hex')])).subarray(0, 5)
  const user = rc4(key, padding)
  return {
    dictionary: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`,
    encrypt: (data, object) => {
      const own = md5(Buffer.concat([key, Buffer.from([object & 255, object >> 8, 0, 0, 0])])).subarray(0, 10)
      return rc4(own, Buffer.from(data, 'latin1')).toString('latin1')
    },
  }
}

function md5(data: Uint8Array): Buffer {
  return createHash('md5').update(data).digest()
}

function rc4(key: Uint8Array, data: Uint8Array): Buffer {
  const state = Array.from({ length: 256 }, (_, index) => index)
  const at = (index: number): number => state[index & 255] ?? 0
  const swap = (one: number, other: number): void => {
    const kept = at(one)
    state[one & 255] = at(other)
    state[other & 255] = kept
  }
  for (let i = 0, j = 0; i < 256; i += 1) {
    j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
    swap(i, j)
  }
  let j = 0
  return Buffer.from(
    data.map((byte, index) => {
      const i = index + 1
      j = (j + at(i)) & 255
      swap(i, j)
      return byte ^ at(at(i) + at(j))
    }),
  )
}
