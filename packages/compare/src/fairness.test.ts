import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { comparisonOf } from './compare.ts'
import { renderTable } from './render.ts'
import type { Row, Subject } from './rows.ts'

/** Properties of what is printed: no column adds up what overlaps or differs, no bound is tighter than it was published. */

const subject: Subject = { kind: 'measure', code: 'data_breaches', label: 'Data breaches', counts: 'incidents' }

function row(about: Partial<Row>): Row {
  return {
    ...{
      id: 'f',
      kind: 'figure',
      authority: 'a',
      name: 'A',
      type: 'unitary',
      nation: 'England',
      region: null,
      invented: 1,
    },
    ...{
      document: 'd',
      question: 'q',
      observation: 'o',
      measure: 'data_breaches',
      question_group: 'g',
      category: null,
    },
    ...{ incident_type: null, year: 2019, year_kind: 'calendar', period_from: '2019-01-01', period_to: '2019-12-31' },
    ...{ period_basis: 'answer', covers: 'whole', number: null, stated: null, low: null, high: null, relation: '=' },
    ...{
      unit: 'incidents',
      quantity: 'count',
      state: 'present',
      outcome: 'disclosed',
      grounds: null,
      chosen: 1,
      answers: 1,
    },
    ...{
      rate_per_100k: null,
      population: null,
      population_year: 2019,
      caveats: '',
      confidence: 0.99,
      checked: 0,
      quote: 'w',
    },
    ...{ place: null, link: 'l', reference: null, responded: null, asked: null, response: null },
    ...about,
  }
}

/** A true count, and what was published of it. */
const figure = fc
  .tuple(
    fc.nat(2000),
    fc.constantFrom('=', '<', '>=', 'range'),
    fc.integer({ min: 1, max: 9 }),
    fc.integer({ min: 1000, max: 900_000 }),
  )
  .map(([truth, relation, more, population]) => {
    const at = { population, truth }
    if (relation === '=')
      return { ...at, relation, stated: truth, number: truth, low: truth, high: truth, state: 'present' } as const
    if (relation === '<')
      return {
        ...at,
        relation,
        stated: truth + more,
        number: null,
        low: 0,
        high: truth + more - 1,
        state: 'bound',
      } as const
    if (relation === '>=')
      return {
        ...at,
        relation,
        stated: Math.max(0, truth - more),
        number: null,
        low: Math.max(0, truth - more),
        high: null,
        state: 'bound',
      } as const
    return {
      ...at,
      relation: 'range',
      stated: null,
      number: null,
      low: Math.max(0, truth - more),
      high: truth + more,
      state: 'bound',
    } as const
  })

const council = fc.record({
  figure,
  type: fc.constantFrom('unitary', 'district', 'county', 'metropolitan_district'),
  kind: fc.constantFrom('figure', 'figure', 'figure', 'refused', 'differs', 'unsure', 'part'),
})
type Council = typeof council extends fc.Arbitrary<infer Each> ? Each : never

function rowsFor(councils: readonly Council[]): readonly Row[] {
  return councils.map(({ figure: { truth: _, ...said }, type, kind }, index) => {
    const whose = { id: `f${index}`, authority: `a${index}`, name: `Council ${index}`, type }
    if (kind === 'refused')
      return row({
        ...whose,
        kind: 'refusal',
        state: 'no_figure',
        outcome: 'withheld',
        relation: null,
        quantity: 'count',
      })
    if (kind === 'differs') return row({ ...whose, ...said, chosen: 0, caveats: 'definition_differs' })
    if (kind === 'unsure') return row({ ...whose, ...said, number: null, state: 'unsure', caveats: 'unsure' })
    return row({ ...whose, ...said, covers: kind === 'part' ? 'part' : 'whole' })
  })
}

describe('the sum of a column', () => {
  it('holds what is true of those it adds up, and never a county beside a district, nor what is counted otherwise, is unsure or covers a part', () => {
    fc.assert(
      fc.property(fc.array(council, { minLength: 1, maxLength: 8 }), (councils) => {
        const { totals, rows } = comparisonOf(subject, rowsFor(councils))
        const [total] = totals
        if (!total) throw new Error('a column has a total')
        const added = councils.filter(({ kind }) => kind === 'figure')
        expect(total.given).toBe(added.length)
        expect(total.asked).toBe(councils.length)
        expect(total.refused).toBe(councils.filter(({ kind }) => kind === 'refused').length)
        const types = new Set(added.map(({ type }) => type))
        const isBarred = added.length === 0 || (types.has('county') && types.has('district'))
        expect(total.why !== null).toBe(isBarred)
        if (isBarred) {
          expect([total.sum, total.low, total.high]).toEqual([null, null, null])
          return
        }
        const truth = added.reduce((sum, each) => sum + each.figure.truth, 0)
        if (total.sum !== null) expect(total.sum).toBe(truth)
        expect(total.sum !== null).toBe(added.every(({ figure }) => figure.relation === '='))
        expect(total.low ?? 0).toBeLessThanOrEqual(truth)
        expect(total.high ?? Infinity).toBeGreaterThanOrEqual(truth)
        // Whoever counts otherwise is shown, and is no number of the column.
        for (const [index, { kind }] of councils.entries()) {
          const cell = rows.find(({ id }) => id === `a${index}`)?.cells[0]
          if (kind === 'differs')
            expect(cell).toMatchObject({ kind: 'other_definition', number: null, low: null, high: null })
        }
      }),
      { numRuns: 300 },
    )
  })

  it('takes in what is counted otherwise only where that is asked for', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 5 }), (figures) => {
        const rows = rowsFor(figures.map((each) => ({ figure: each, type: 'unitary', kind: 'differs' })))
        expect(comparisonOf(subject, rows).totals[0]).toMatchObject({ given: 0, sum: null })
        expect(comparisonOf(subject, rows, { anyDefinition: true }).totals[0]?.given).toBe(figures.length)
      }),
    )
  })
})

describe('a bound as it is printed', () => {
  it('allows every count that was published as possible, as a number and as a rate', () => {
    fc.assert(
      fc.property(figure, fc.constantFrom(null, 1000, 100_000), (said, per) => {
        const { truth: _, ...published } = said
        const [cell] = comparisonOf(subject, [row(published)], per === null ? {} : { per }).rows[0]?.cells ?? []
        const [least, most] = printed(cell?.shown ?? '')
        const scale = per === null ? 1 : per / said.population
        const slack = said.relation === '=' ? 0.0500001 : 1e-9
        // What was published: a count below 5 is at most 4, and "<5" is printed; as a rate, "<" what 5 comes to.
        const high = said.relation === '<' ? (said.stated ?? 0) : said.high
        expect(least).toBeLessThanOrEqual((said.low ?? 0) * scale + slack)
        if (high === null) expect(most).toBe(Infinity)
        else expect(most).toBeGreaterThanOrEqual(high * scale - slack)
      }),
      { numRuns: 500 },
    )
  })

  it('sums to a line of the table that allows what is true', () => {
    fc.assert(
      fc.property(fc.array(figure, { minLength: 1, maxLength: 6 }), (figures) => {
        const rows = rowsFor(figures.map((each) => ({ figure: each, type: 'unitary', kind: 'figure' })))
        const line =
          renderTable(comparisonOf(subject, rows))
            .split('\n')
            .find((each) => each.startsWith('Sum of whole years')) ?? ''
        const [least, most] = printed(line.replace('Sum of whole years', '').trim())
        const truth = figures.reduce((sum, { truth }) => sum + truth, 0)
        expect(least).toBeLessThanOrEqual(truth)
        expect(most).toBeGreaterThanOrEqual(truth)
      }),
    )
  })
})

/** The least and the most that "12", "<5", "≥3", "306–310" and their rates allow. */
function printed(shown: string): readonly [number, number] {
  const [first = '', second] = shown.replaceAll(',', '').split('–')
  if (second !== undefined) return [Number(first), Number(second)]
  const number = Number(first.replace(/^[<≤>≥~]/, ''))
  expect(Number.isNaN(number), shown).toBe(false)
  if (/^[<≤]/.test(first)) return [0, number]
  return /^[>≥]/.test(first) ? [number, Infinity] : [number, number]
}
