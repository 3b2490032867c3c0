import { describe, expect, it } from 'vitest'
import { cite } from './evidence.ts'
import type { Placed } from './place.ts'

const text = 'Total fines\t2 known\n'
const cell = (start: number, end: number, range: string): Placed => ({
  start,
  end,
  place: { kind: 'sheet', sheet: 'Q3', range },
  ocr: null,
})

describe('cite', () => {
  it('cuts the words and leaves white space at the ends out', () => {
    const evidence = cite({ text, places: [] }, { start: 11, end: 20 })
    expect(evidence.quote).toBe('2 known')
    expect(text.slice(evidence.start, evidence.end)).toBe(evidence.quote)
  })

  it('names the range from the first cell to the last', () => {
    const places = [cell(0, 11, 'A1'), cell(12, 19, 'B1')]
    expect(cite({ text, places }, { start: 0, end: 19 }).place).toEqual({ sheet: 'Q3', range: 'A1:B1' })
    expect(cite({ text, places }, { start: 12, end: 13 }).place).toEqual({ sheet: 'Q3', range: 'B1' })
  })

  it('draws one box around the lines it touches, on the first page of them', () => {
    const line = (start: number, end: number, page: number, top: number): Placed => ({
      start,
      end,
      place: { kind: 'page', page, box: [72, top, 300, top + 10] },
      ocr: start === 0 ? 0.8 : 0.6,
    })
    const evidence = cite(
      { text, places: [line(0, 5, 1, 100), line(5, 11, 1, 112), line(11, 19, 2, 72)] },
      { start: 2, end: 18 },
    )
    expect(evidence).toMatchObject({ page: 1, place: { box: [72, 100, 300, 122] }, ocr: 0.6 })
  })
})
