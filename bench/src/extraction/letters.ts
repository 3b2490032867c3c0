import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import PDFDocument from 'pdfkit'

/** Letters to measure with, in words of our own: paragraphs, questions, ruled tables; the same seed gives the same. */
export interface Shape {
  readonly pages: number
  /** On how many of them a table stands. */
  readonly tables: number
  readonly seed: number
}

/** A letter as PDF, as office programs make it: one embedded typeface, compressed, with rules around its tables. */
export async function letterAsPdf({ pages, tables, seed }: Shape): Promise<Uint8Array> {
  const pdf = new PDFDocument({ size: 'A4', margin: 60, info: { Title: `Request ${seed}` } })
  const parts: Buffer[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  pdf.on('data', (part: Buffer) => parts.push(part)).on('end', resolve)
  pdf.font(typeface).fontSize(11)
  for (let page = 0; page < pages; page += 1) {
    if (page > 0) pdf.addPage()
    pdf.text(`Our reference: FOI ${10_000 + seed} / page ${page + 1}`).moveDown()
    for (const paragraph of paragraphs(seed + page, page < tables ? 5 : 9)) pdf.text(paragraph).moveDown(0.6)
    if (page < tables) drawTable(pdf, rowsOf(seed + page, 12))
  }
  pdf.end()
  await promise
  return new Uint8Array(Buffer.concat(parts))
}

/** The paragraphs of one page. */
export function paragraphs(seed: number, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => {
    const at = seed * 7 + index * 3
    return [0, 1, 2, 3].map((step) => sentences[(at + step * step) % sentences.length] ?? '').join(' ')
  })
}

/** A head and rows of figures. */
export function rowsOf(seed: number, count: number): readonly (readonly string[])[] {
  const body = Array.from({ length: count }, (_, row) => [
    `${streets[(seed + row) % streets.length]} ${row + 1}`,
    ...[3, 5, 7].map((step) => String((seed * step + row * 11) % 400)),
  ])
  return [['Street', '2021', '2022', '2023'], ...body]
}

function drawTable(pdf: PDFKit.PDFDocument, rows: readonly (readonly string[])[]): void {
  const [left, top, pitch] = [60, pdf.y + 6, 18]
  const xs = [0, 190, 290, 390, 475]
  for (const x of xs) pdf.moveTo(left + x, top).lineTo(left + x, top + pitch * rows.length)
  for (let row = 0; row <= rows.length; row += 1)
    pdf.moveTo(left, top + pitch * row).lineTo(left + 475, top + pitch * row)
  pdf.lineWidth(0.5).stroke()
  rows.forEach((row, index) => {
    row.forEach((words, column) => {
      pdf.text(words, left + (xs[column] ?? 0) + 4, top + pitch * index + 4, { lineBreak: false })
    })
  })
}

const sentences = [
  'Thank you for your request for information about parking fines, which the council received in March.',
  'We have searched the records of the parking team and of the contractor that collects the fines.',
  'The council holds the information that you asked for, and it is set out in the table below.',
  'In the year 2022 there were 318 fines issued in car parks and 1,204 on the street.',
  'Fines that were cancelled before a notice was sent are not counted in these figures.',
  'We do not record the reason for an appeal in a form that can be searched.',
  'If you are unhappy with this reply you may ask for an internal review within forty working days.',
  'Some of the information is exempt under section 40(2) of the Freedom of Information Act 2000.',
]

const streets = [
  'High Street',
  'Mill Lane',
  'Station Road',
  'Church Walk',
  'Market Place',
  'Bridge Street',
  'The Green',
]

/** A typeface that pdf.js carries; so the measure needs no other. */
const typeface = join(
  dirname(createRequire(fileURLToPath(import.meta.resolve('@disclosed/extract'))).resolve('pdfjs-dist/package.json')),
  'standard_fonts/LiberationSans-Regular.ttf',
)
