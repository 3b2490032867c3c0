import { strToU8, zipSync } from 'fflate'
import { type LetterSource, runsOf, type SourceBlock } from './source.ts'
import { escaped } from './web-page.ts'

/** The day that every part of a zip bears, so that the bytes are the same each time; zips know no time zone. */
const day = new Date(2024, 0, 2)
const names =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A letter as Word keeps it: lists with numbers that Word prints, tables with lines, a letterhead and a foot. */
export function asWordFile(source: LetterSource): Uint8Array {
  const lists = source.blocks.filter((block) => block.kind === 'list')
  const body = source.blocks.map((block) => bodyOf(block, block.kind === 'list' ? lists.indexOf(block) + 1 : 0))
  const parts = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${['document.main', 'styles', 'numbering', 'header', 'footer'].map(partType).join('')}</Types>`,
    '_rels/.rels': relationships([['officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relationships(
      ['styles', 'numbering', 'header', 'footer'].map((type) => [type, `${type}.xml`]),
    ),
    'word/styles.xml': styles,
    'word/numbering.xml': numbering(lists),
    'word/header.xml': `<w:hdr ${names}>${aroundPage(source.letterhead)}</w:hdr>`,
    'word/footer.xml': `<w:ftr ${names}>${aroundPage(source.footer)}</w:ftr>`,
    'word/document.xml': `<w:document ${names}><w:body>${body.join('')}<w:sectPr><w:headerReference w:type="default" r:id="r3"/><w:footerReference w:type="default" r:id="r4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  }
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(declaration + xml)] as const)
  return zipSync(Object.fromEntries(files), { mtime: day, level: 6 })
}

function partType(part: string): string {
  const [file = part] = part.split('.')
  return `<Override PartName="/word/${file}.xml" ContentType="${word}.${part}+xml"/>`
}

function relationships(targets: readonly (readonly string[])[]): string {
  const each = targets.map(
    ([type, target], index) => `<Relationship Id="r${index + 1}" Type="${relations}/${type}" Target="${target}"/>`,
  )
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`
}

const styles = `<w:styles ${names}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr><w:spacing w:after="160"/></w:pPr></w:style>${[1, 2, 3].map((level) => `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${34 - level * 4}"/></w:rPr></w:style>`).join('')}</w:styles>`

function numbering(lists: readonly (SourceBlock & { readonly kind: 'list' })[]): string {
  const shapes = lists.map(
    ({ first }, index) =>
      `<w:abstractNum w:abstractNumId="${index}"><w:lvl w:ilvl="0"><w:start w:val="${first ?? 1}"/><w:numFmt w:val="${first === null ? 'bullet' : 'decimal'}"/><w:lvlText w:val="${first === null ? '•' : '%1.'}"/><w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>`,
  )
  const uses = lists.map((_, index) => `<w:num w:numId="${index + 1}"><w:abstractNumId w:val="${index}"/></w:num>`)
  return `<w:numbering ${names}>${shapes.join('')}${uses.join('')}</w:numbering>`
}

function aroundPage(lines: readonly string[]): string {
  return (lines.length > 0 ? lines : ['']).map((line) => paragraph([line])).join('')
}

function bodyOf(block: SourceBlock, list: number): string {
  switch (block.kind) {
    case 'heading':
      return paragraph([block.text], `<w:pStyle w:val="Heading${block.level}"/>`)
    case 'paragraph':
      return paragraph(block.lines)
    case 'list':
      return block.items
        .map((item) => paragraph([item], `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`))
        .join('')
    case 'table':
      return table(block)
    default:
      return block satisfies never
  }
}

function table({ head, rows }: SourceBlock & { readonly kind: 'table' }): string {
  const columns = head?.length ?? rows[0]?.length ?? 0
  const width = Math.floor(9600 / Math.max(1, columns))
  const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')
  const row = (cells: readonly string[], isHead: boolean) =>
    `<w:tr>${isHead ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells
      .map(
        (cell) =>
          `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${paragraph([isHead && cell !== '' ? `**${cell}**` : cell])}</w:tc>`,
      )
      .join('')}</w:tr>`
  return `<w:tbl><w:tblPr><w:tblW w:w="9600" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${`<w:gridCol w:w="${width}"/>`.repeat(columns)}</w:tblGrid>${head ? row(head, true) : ''}${rows.map((each) => row(each, false)).join('')}</w:tbl>${paragraph([''])}`
}

function paragraph(lines: readonly string[], properties = ''): string {
  const runs = lines.map((line) =>
    runsOf(line)
      .map(
        ({ text, bold }) =>
          `<w:r>${bold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`,
      )
      .join(''),
  )
  return `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${runs.join('<w:r><w:br/></w:r>')}</w:p>`
}
