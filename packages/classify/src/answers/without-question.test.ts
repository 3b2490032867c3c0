import { register } from '@disclosed/reference'
import { describe, expect, it } from 'vitest'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { unknownSource } from '../source.ts'

function figures(reply: string): readonly string[] {
  const { document } = letterFrom(`Amblethorpe Borough Council
Freedom of Information Act 2000

Dear Requester

Thank you for your request. The Council's response is set out below.

${reply}

You may ask for an internal review of this response within 40 working days.
`)
  return classify(document, { source: unknownSource, register: register() }).values.map(
    ({ relation, number, category }) => `${relation}${String(number)} ${category ?? ''}`.trim(),
  )
}

describe('a reply that does not say what was asked', () => {
  it('gives the figures of its list, and of sentences that report', () => {
    expect(figures('Swan rustling – 25 reported\nEel poaching – 21 incidents')).toEqual([
      '=25 Swan rustling',
      '=21 Eel poaching',
    ])
    expect(figures('In the financial year 2022/23 spending on harbour wardens was £15,400.')).toEqual(['=15400'])
  })

  it('gives none beside a refusal, nor those of a sentence that reports nothing', () => {
    expect(figures('There are 4,100 logs. To read them would exceed the appropriate limit under section 12.')).toEqual(
      [],
    )
    expect(figures('The wardens walk the 3 quays twice a day.')).toEqual([])
  })
})
