import { readFileSync } from 'node:fs'
import { brokenPromises, type Document, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

async function read(format: string, options = {}): Promise<Document> {
  const bytes = readFileSync(new URL(`one-letter/letter.${format}`, import.meta.url))
  const document = await extract(bytes, { name: `letter.${format}`, ...options })
  expect(brokenPromises(document)).toEqual([])
  return document
}

/** What a reader sees of it, and what is said beside. */
function seen(document: Document) {
  return {
    text: document.text,
    blocks: document.blocks.map(({ kind }) => kind),
    tables: document.blocks.flatMap((block) =>
      block.kind === 'table'
        ? [block.rows.map(({ cells }) => cells.map(({ columns, rows }) => `${columns}×${rows}`))]
        : [],
    ),
    bold: document.bold.map((span) => quote(document.text, span)),
    links: document.links.map((link) => `${quote(document.text, link)} → ${link.href}`),
    notes: document.notes.map(({ code }) => code),
  }
}

describe('one letter', () => {
  it('is read from OpenDocument as a person would', async () => {
    expect(seen(await read('fodt'))).toEqual({
      text: 'Amblethorpe Borough Council\nOur ref: FOI 2021/118\n\nDear Ms Ashdown,\n\nDate: 3 May 2021\n\nYour request\n\n1. How many thefts were recorded in 2020?\n\nThere were 41 thefts.\n\n1.1 Of these, how many\n(a) of laptops, and\n(b) of phones?\n2. How long is the kerb?\n\nIt is 40 m ¹ long, on 12 m² – see our page for “£500”.\n\nType\tThefts\n2019\t2020\nLaptop\t<5\t41\n\nYours sincerely\n\n¹ As at 31 March 2021.\n\nwww.amblethorpe.example',
      blocks:
        'furniture paragraph paragraph heading item paragraph item item item item paragraph table paragraph paragraph furniture'.split(
          ' ',
        ),
      tables: [
        [
          ['1×2', '2×1'],
          ['1×1', '1×1'],
          ['1×1', '1×1', '1×1'],
        ],
      ],
      bold: ['Your request', 'There were 41 thefts.'],
      links: ['our page → https://www.amblethorpe.example/kerbs'],
      notes: ['tracked-changes', 'hidden-content', 'white-text', 'comments'],
    })
  })

  it.for(['docx', 'doc', 'odt', 'rtf'])('reads the same from %s', async (format) => {
    expect(seen(await read(format))).toEqual(seen(await read('fodt')))
  })

  it.for(['docx', 'doc', 'odt', 'rtf'])('gives what it hides when asked: %s', async (format) => {
    const { text } = await read(format, { includeHidden: true })
    expect(text).toContain('There were 41 thefts. One is disputed. Two are closed.')
  })
})
