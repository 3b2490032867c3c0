import { describe, expect, it } from 'vitest'
import { brokenPromises } from './check.ts'
import type { Document } from './document.ts'

const letter: Document = {
  id: 'sha256:00',
  mediaType: 'text/plain',
  bytes: 9,
  part: null,
  pages: null,
  ocr: false,
  reader: 'text@1',
  text: 'One\n\nTwo',
  blocks: [
    { kind: 'paragraph', start: 0, end: 3 },
    { kind: 'paragraph', start: 5, end: 8 },
  ],
  places: [],
  bold: [],
  links: [],
  notes: [],
}

describe('brokenPromises', () => {
  it('has nothing to say of a document that keeps them', () => {
    expect(brokenPromises(letter)).toEqual([])
  })

  it('names a block that leaves the text, and blocks out of order', () => {
    expect(brokenPromises({ ...letter, blocks: [{ kind: 'paragraph', start: 5, end: 80 }] })).toHaveLength(1)
    expect(brokenPromises({ ...letter, blocks: letter.blocks.toReversed() })).toHaveLength(1)
  })

  it('wants a row to be one line', () => {
    const row = { start: 0, end: 8, cells: [] }
    const table = { kind: 'table', caption: null, headRows: 0, start: 0, end: 8, rows: [row] } as const
    expect(brokenPromises({ ...letter, blocks: [table] })).toEqual(['row at 0 is more than one line'])
  })
})
