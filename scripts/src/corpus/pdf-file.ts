import PDFDocument from 'pdfkit'
import { type LetterSource, plain, runsOf, type SourceBlock } from './source.ts'

type Pdf = PDFKit.PDFDocument

const margin = { left: 60, right: 60, top: 60, bottom: 70 }
const body = 10
const padding = 4

/**
 * A letter as it is printed: a letterhead, tables with ruled lines whose heads come again on the next page, a foot on
 * every page. Dates are fixed and nothing is packed, so the bytes are the same on every machine.
 */
export async function asPdf(source: LetterSource): Promise<Uint8Array> {
  const isWide = source.blocks.some((block) => block.kind === 'table' && (block.head?.length ?? 0) > 6)
  const pdf = new PDFDocument({
    size: 'A4',
    layout: isWide ? 'landscape' : 'portrait',
    margins: margin,
    compress: false,
    bufferPages: true,
    info: { Title: source.title, CreationDate: new Date(Date.UTC(2024, 0, 2)) },
  })
  const chunks: Uint8Array[] = []
  const isDone = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    pdf.on('end', resolve)
    pdf.on('error', reject)
  })
  letterhead(source, pdf)
  for (const block of source.blocks) write(block, pdf)
  feet(source, pdf)
  pdf.end()
  await isDone
  return Buffer.concat(chunks)
}

function letterhead({ letterhead: [name, ...address] }: LetterSource, pdf: Pdf): void {
  if (name === undefined) return
  pdf.font('Helvetica-Bold').fontSize(14).text(name, { align: 'right' })
  pdf.font('Helvetica').fontSize(9)
  for (const line of address) pdf.text(line, { align: 'right' })
  pdf.moveDown(2)
}

function write(block: SourceBlock, pdf: Pdf): void {
  switch (block.kind) {
    case 'heading':
      needs(40, pdf)
      pdf
        .font('Helvetica-Bold')
        .fontSize(17 - block.level * 2)
        .text(plain(block.text), margin.left)
      pdf.moveDown(0.6)
      break
    case 'paragraph':
      for (const line of block.lines) writeLine(line, margin.left, pdf)
      pdf.moveDown(0.8)
      break
    case 'list':
      for (const [index, item] of block.items.entries())
        writePoint(item, block.first === null ? '•' : `${block.first + index}.`, pdf)
      pdf.moveDown(0.8)
      break
    case 'table':
      writeTable(block, pdf)
      pdf.fontSize(body).moveDown(1)
      break
    default:
      block satisfies never
  }
}

function writeLine(line: string, left: number, pdf: Pdf): void {
  const runs = runsOf(line)
  pdf.fontSize(body)
  runs.forEach(({ text, bold }, index) => {
    pdf.font(bold ? 'Helvetica-Bold' : 'Helvetica')
    const options = { continued: index < runs.length - 1, width: widthOf(pdf) - (left - margin.left) }
    if (index === 0) pdf.text(text, left, pdf.y, options)
    else pdf.text(text, options)
  })
}

function writePoint(item: string, label: string, pdf: Pdf): void {
  needs(2 * body, pdf)
  const top = pdf.y
  pdf
    .font('Helvetica')
    .fontSize(body)
    .text(label, margin.left + 10, top, { lineBreak: false })
  pdf.y = top
  writeLine(item, margin.left + 34, pdf)
  pdf.moveDown(0.25)
}

function writeTable({ head, rows }: SourceBlock & { readonly kind: 'table' }, pdf: Pdf): void {
  const all = head ? [head, ...rows] : rows
  const size = (head?.length ?? 0) > 6 ? 8 : 9
  pdf.fontSize(size)
  const widths = columnWidths(all, widthOf(pdf), pdf)
  if (head) needs(heightOf(head, widths, pdf) + heightOf(rows[0] ?? [], widths, pdf), pdf)
  if (head) drawRow(head, widths, 'Helvetica-Bold', pdf)
  for (const row of rows) {
    if (pdf.y + heightOf(row, widths, pdf) > pdf.page.height - margin.bottom) {
      pdf.addPage()
      pdf.fontSize(size)
      if (head) drawRow(head, widths, 'Helvetica-Bold', pdf)
    }
    drawRow(row, widths, 'Helvetica', pdf)
  }
  pdf.x = margin.left
}

/** Columns as wide as their longest words ask for, and long texts share what is left. */
function columnWidths(rows: readonly (readonly string[])[], room: number, pdf: Pdf): readonly number[] {
  pdf.font('Helvetica-Bold')
  const columns = Math.max(...rows.map((row) => row.length))
  const wanted = Array.from({ length: columns }, (_, at) => {
    const cells = rows.map((row) => plain(row[at] ?? ''))
    const longestWord = Math.max(...cells.flatMap((cell) => cell.split(' ')).map((word) => pdf.widthOfString(word)))
    const longestCell = Math.max(...cells.map((cell) => pdf.widthOfString(cell)))
    return { least: longestWord + 2 * padding + 1, most: longestCell + 2 * padding + 1 }
  })
  const least = wanted.reduce((sum, each) => sum + each.least, 0)
  const most = wanted.reduce((sum, each) => sum + each.most, 0)
  if (most <= room) return wanted.map((each) => each.most)
  const share = (room - least) / (most - least)
  return wanted.map((each) => each.least + (each.most - each.least) * share)
}

function heightOf(row: readonly string[], widths: readonly number[], pdf: Pdf): number {
  const heights = row.map((cell, at) => pdf.heightOfString(plain(cell), { width: (widths[at] ?? 0) - 2 * padding }))
  return Math.max(...heights, 0) + 2 * padding
}

function drawRow(row: readonly string[], widths: readonly number[], font: string, pdf: Pdf): void {
  pdf.font(font)
  const top = pdf.y
  const height = heightOf(row, widths, pdf)
  let left = margin.left
  row.forEach((cell, at) => {
    const width = widths[at] ?? 0
    pdf.lineWidth(0.5).rect(left, top, width, height).stroke()
    pdf.text(plain(cell), left + padding, top + padding, { width: width - 2 * padding })
    left += width
  })
  pdf.x = margin.left
  pdf.y = top + height
}

function needs(height: number, pdf: Pdf): void {
  if (pdf.y + height > pdf.page.height - margin.bottom) pdf.addPage()
}

function widthOf(pdf: Pdf): number {
  return pdf.page.width - margin.left - margin.right
}

function feet({ footer }: LetterSource, pdf: Pdf): void {
  const { count } = pdf.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    pdf.switchToPage(page)
    const kept = pdf.page.margins.bottom
    pdf.page.margins.bottom = 0
    const words = [...footer, ...(count > 1 ? [`Page ${page + 1} of ${count}`] : [])]
    pdf.font('Helvetica').fontSize(8)
    words.forEach((line, index) => {
      pdf.text(line, margin.left, pdf.page.height - 50 + index * 11, {
        align: 'center',
        width: widthOf(pdf),
        lineBreak: false,
      })
    })
    pdf.page.margins.bottom = kept
  }
}
