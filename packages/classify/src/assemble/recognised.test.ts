import type { Document } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { sureIfRecognised, surelyRecognised } from './recognised.ts'

const text = 'How many in 2017? We lost 12 phones'
const sure = { confidence: 0.99, sure: true, measuredBy: 'value' }

/** A page whose words are all recognised for sure, but for those named. */
function page(chances: Readonly<Record<string, number>>): Document {
  let at = 0
  const places = text.split(/(?<= )/).map((word) => {
    const start = at
    at += word.length
    const ocr = chances[word.trim()] ?? 0.97
    return { start, end: at, place: { kind: 'page', page: 1, box: null } as const, ocr }
  })
  return { text, places, ocr: true, notes: [] } as unknown as Document
}

const figure = { start: text.indexOf('12'), end: text.indexOf('12') + 2 }
const question = { start: 0, end: text.indexOf('We') }

describe('what rests on recognised words', () => {
  it('stays as sure as it is where they were recognised for sure', () => {
    expect(sureIfRecognised(page({}), sure, [figure, question])).toEqual(sure)
  })

  it('is not sure where its own figure was not', () => {
    const found = sureIfRecognised(page({ 12: surelyRecognised - 0.01 }), sure, [figure, question])
    expect(found).toEqual({ ...sure, confidence: surelyRecognised - 0.01, sure: false })
  })

  it('is not sure where a figure that it leans on was not; other words beside it may be what they like', () => {
    expect(sureIfRecognised(page({ '2017?': 0.5 }), sure, [figure, question]).sure).toBe(false)
    expect(sureIfRecognised(page({ How: 0.5, phones: 0.1 }), sure, [figure, question]).sure).toBe(true)
  })

  it('is not sure where whoever made the file recognised the page', () => {
    const document = page({})
    const place = { kind: 'page', page: 1, box: null } as const
    const note = { code: 'recognised-layer', message: '', place, span: null }
    const places = document.places.map((each) => ({ ...each, ocr: null }))
    expect(sureIfRecognised({ ...document, places, ocr: false }, sure, [figure]).sure).toBe(true)
    expect(sureIfRecognised({ ...document, places, ocr: false, notes: [note] }, sure, [figure]).sure).toBe(false)
  })
})
