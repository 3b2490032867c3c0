import { brokenPromises, type Document, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

async function page(body: string): Promise<Document> {
  const document = await extract(Buffer.from(`<!DOCTYPE html><html><body><p>Dear Requester</p>${body}</body></html>`))
  expect(brokenPromises(document)).toEqual([])
  return document
}

const outline = (document: Document) => document.blocks.map((block) => `${block.kind}: ${quote(document.text, block)}`)

const fines =
  '<table><tr><th>Year</th><th>Fines</th></tr><tr><td>2022</td><td>12</td></tr><tr><td>2023</td><td>9</td></tr></table>'
const long =
  'The council holds this for the car parks that it runs itself, and for no others in the borough of Amblethorpe.'

describe('tables within cells', () => {
  it('stand on their own, right after the row that holds them, and the outer table goes on', async () => {
    const document = await page(
      `<table><tr><th>Question</th><th>Answer</th></tr>
      <tr><td>1. How many fines?</td><td><p>See below. ${long}</p>${fines}<p>Both are final.</p></td></tr>
      <tr><td>2. Who decides?</td><td>The parking team. ${long}</td></tr></table>`,
    )
    expect(outline(document)).toEqual([
      'paragraph: Dear Requester',
      `table: Question\tAnswer\n1. How many fines?\tSee below. ${long} Both are final.`,
      'table: Year\tFines\n2022\t12\n2023\t9',
      `table: 2. Who decides?\tThe parking team. ${long}`,
    ])
    const [, outer, inner, rest] = document.blocks
    expect([outer, inner, rest].map((block) => block?.kind === 'table' && block.headRows)).toEqual([1, 1, 0])
  })

  it('come after all rows that one cell holds together', async () => {
    const document = await page(
      `<table><tr><th>Part</th><th>Answer</th></tr><tr><td rowspan="2">Parking</td><td>${long}${fines}</td></tr>
      <tr><td>${long}</td></tr><tr><td>Roads</td><td>None.</td></tr></table>`,
    )
    expect(outline(document)).toEqual([
      'paragraph: Dear Requester',
      `table: Part\tAnswer\nParking\t${long}\n${long}`,
      'table: Year\tFines\n2022\t12\n2023\t9',
      'table: Roads\tNone.',
    ])
  })

  it('are words of their cell where they only arrange it', async () => {
    const document = await page(
      `<table><tr><th>Question</th><th>Answer</th></tr>
      <tr><td>1. How many?</td><td>${long}<table><tr><td>Twelve</td><td>of them</td></tr></table></td></tr></table>`,
    )
    expect(outline(document)).toEqual([
      'paragraph: Dear Requester',
      `table: Question\tAnswer\n1. How many?\t${long} Twelve of them`,
    ])
  })
})
