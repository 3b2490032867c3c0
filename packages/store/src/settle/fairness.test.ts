import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { boundsOf } from '../bounds.ts'
import { choose } from './choosing.ts'
import type { Draft } from './dataset.ts'
import { rateOf } from './rates.ts'
import { addUp } from './sums.ts'

/** Properties of sums, rates and ties over figures of every kind: never tighter than published, nothing decided by chance. */

type Quantity = 'count' | 'money'

/** A true number, and how an authority published it: exact, as a bound, as a band, or about. */
const published = (quantity: Quantity) =>
  fc
    .tuple(
      quantity === 'count' ? fc.nat(500) : fc.nat(50_000).map((pence) => pence / 100),
      fc.constantFrom('=', '<', '<=', '>', '>=', 'range', '~'),
      fc.integer({ min: 1, max: 20 }),
      fc.nat(20),
    )
    .map(([truth, relation, above, below]) => {
      const number =
        relation === '<' || relation === '<='
          ? truth + above
          : relation === '>' || relation === '>='
            ? Math.max(0, truth - above)
            : truth
      const isSound = relation !== '>' || number < truth
      const how = isSound ? (relation as Draft['relation'] & string) : '>='
      const band = [Math.max(0, truth - below), truth + above] as const
      return {
        truth,
        relation: how,
        stated: how === 'range' ? null : number,
        ...boundsOf({ number: how === 'range' ? band : number, relation: how, quantity }),
      }
    })

const days = (from: string, to: string) => ({ period_from: from, period_to: to })

function draft(about: Partial<Draft>): Draft {
  return {
    ...{ id: 'd', kind: 'figure', authority: 'amberford', document: 'letter', question: 'q', observation: null },
    ...{ measure: 'data_breaches', question_group: 'g', category: null, incident_type: null, year: 2019 },
    ...{
      year_kind: 'calendar',
      period_basis: 'answer',
      covers: 'whole',
      number: null,
      stated: null,
      low: null,
      high: null,
    },
    ...{ relation: '=', unit: 'incidents', quantity: 'count', state: 'present', outcome: 'disclosed', grounds: null },
    ...{
      confidence: 0.99,
      checked: false,
      quote: 'words',
      place: null,
      link: 'letter.txt',
      reference: null,
      responded: null,
    },
    ...{ caveats: [], sure: true, eligible: true, passing: false, stage: 1, series: 's', timing: 'during', each: null },
    ...days('2019-01-01', '2019-12-31'),
    ...about,
  }
}

function monthOf(index: number): ReturnType<typeof days> {
  const [year, month] = [2019 + Math.floor(index / 12), (index % 12) + 1]
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const start = `${year}-${String(month).padStart(2, '0')}`
  return days(`${start}-01`, `${start}-${last}`)
}

const twelve = fc
  .constantFrom<Quantity>('count', 'money')
  .chain((quantity) =>
    fc.array(published(quantity), { minLength: 12, maxLength: 12 }).map((parts) => ({ quantity, parts })),
  )

function partsOf({
  quantity,
  parts,
}: {
  quantity: Quantity
  parts: readonly (ReturnType<typeof boundsOf> & { relation: Draft['relation']; stated: number | null })[]
}): readonly Draft[] {
  return parts.map(({ relation, stated, low, high }, index) =>
    draft({
      id: `m${index}`,
      covers: 'part',
      quantity,
      relation,
      stated,
      low,
      high,
      ...monthOf(index),
      caveats: ['part_year'],
    }),
  )
}

describe('a sum of months', () => {
  it('holds what is true, and is exactly as wide as what was published', () => {
    fc.assert(
      fc.property(twelve, (year) => {
        const [made, ...more] = addUp(partsOf(year))
        expect(more).toEqual([])
        // A year of which nothing is told but "about" has no bound to add up.
        if (!made) throw new Error('twelve months make a year')
        const { low, high, number, relation, caveats } = made.sum
        const truth = year.parts.reduce((sum, part) => sum + part.truth, 0)
        if (low !== null) expect(low).toBeLessThanOrEqual(truth + 1e-6)
        if (high !== null) expect(high).toBeGreaterThanOrEqual(truth - 1e-6)
        const of = (end: 'low' | 'high') =>
          year.parts.some((part) => part[end] === null)
            ? null
            : year.parts.reduce((sum, part) => sum + (part[end] ?? 0), 0)
        for (const end of ['low', 'high'] as const) {
          const [mine, theirs] = [made.sum[end], of(end)]
          if (theirs === null) expect(mine).toBeNull()
          else expect(mine).toBeCloseTo(theirs, 4)
        }
        const isExact = year.parts.every((part) => part.relation === '=')
        expect(number !== null).toBe(isExact)
        expect(relation === '=').toBe(isExact)
        expect(caveats).toContain('summed')
      }),
    )
  })

  it('is not made of eleven, nor of a month that is told twice, nor where the year is stated', () => {
    fc.assert(
      fc.property(twelve, fc.nat(11), (year, at) => {
        const parts = partsOf(year)
        expect(addUp(parts.toSpliced(at, 1))).toEqual([])
        const twice = parts[at]
        if (twice) expect(addUp([...parts, { ...twice, id: 'twice' }])).toEqual([])
        expect(addUp([...parts, draft({ id: 'year', quantity: year.quantity, stated: 5, low: 5, high: 5 })])).toEqual(
          [],
        )
      }),
    )
  })
})

describe('a rate', () => {
  it('is made of an exact and sure count over a whole year alone, by the residents nearest to its middle', () => {
    const people = fc.uniqueArray(fc.integer({ min: 2010, max: 2030 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        published('count'),
        people,
        fc.constantFrom('whole', 'part', 'longer', 'day', 'untold'),
        (figure, years, covers) => {
          const number = figure.relation === '=' ? figure.stated : null
          const rate = rateOf(draft({ ...figure, number, covers }), () =>
            years.map((year) => ({ year, population: 10_000 + year })),
          )
          if (rate.rate_per_100k !== null) {
            expect(number).not.toBeNull()
            expect(['whole', 'day']).toContain(covers)
            expect(
              Math.abs(rate.rate_per_100k - ((number ?? 0) / (rate.population ?? 1)) * 100_000),
            ).toBeLessThanOrEqual(0.005001)
          }
          if (rate.population_year !== null) {
            const nearest = Math.min(...years.map((year) => Math.abs(year - 2019)))
            expect(Math.abs(rate.population_year - 2019)).toBe(nearest)
            expect(rate.caveats).toEqual(nearest === 0 ? [] : ['population_year_differs'])
          }
        },
      ),
    )
  })
})

describe('the answer that stands for a cell', () => {
  const answer = fc.record({
    stated: fc.constantFrom(3, 3, 7),
    sure: fc.boolean(),
    checked: fc.boolean(),
    stage: fc.constantFrom(0, 1, 2),
    responded: fc.constantFrom(null, '2020-01-01', '2020-02-01'),
    passing: fc.boolean(),
    eligible: fc.constantFrom(true, true, false),
    covers: fc.constantFrom('whole', 'part') as fc.Arbitrary<Draft['covers']>,
  })
  const cell = fc
    .array(answer, { minLength: 1, maxLength: 5 })
    .map((answers) =>
      answers.map((each, index) =>
        draft({ ...each, low: each.stated, high: each.stated, id: `a${index}`, document: `d${index}` }),
      ),
    )

  it('is one at most, the same in any order, and never one of two that nothing decides between', () => {
    fc.assert(
      fc.property(cell, fc.infiniteStream(fc.nat(1000)), (answers, keys) => {
        const choices = choose(answers)
        const chosen = answers.filter(({ id }) => choices.get(id)?.chosen)
        expect(chosen.length).toBeLessThanOrEqual(1)
        const shuffled = answers
          .map((each) => ({ each, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
        expect(new Map([...choose(shuffled.map(({ each }) => each))].toSorted())).toEqual(
          new Map([...choices].toSorted()),
        )
        for (const { id } of answers.filter(({ eligible }) => !eligible)) expect(choices.get(id)?.chosen).toBe(false)
        const [one] = chosen
        if (!one) return
        // Whatever says something else is known to be worse in something that counts.
        for (const other of answers.filter((each) => each.eligible && each.stated !== one.stated))
          expect(isWorse(other, one, answers)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is none of two that differ in nothing but the figure, and both say so', () => {
    fc.assert(
      fc.property(answer, fc.nat(500), fc.nat(500), (about, first, second) => {
        const both = [first, second].map((stated, index) =>
          draft({
            ...about,
            eligible: true,
            covers: 'whole',
            stated,
            low: stated,
            high: stated,
            id: `a${index}`,
            document: `d${index}`,
          }),
        )
        const choices = choose(both)
        const told = both.map(({ id }) => choices.get(id))
        expect(told.map((each) => each?.disagrees)).toEqual(first === second ? [false, false] : [true, true])
        expect(told.filter((each) => each?.chosen).length).toBe(first === second ? 1 : 0)
      }),
    )
  })
})

function isWorse(other: Draft, one: Draft, all: readonly Draft[]): boolean {
  const dated = all.filter(({ eligible }) => eligible).every(({ responded }) => responded !== null)
  const weights = (each: Draft) => [
    Number(each.checked),
    Number(each.sure),
    each.stage,
    each.responded ?? '',
    each.covers === 'whole' ? 1 : 0,
    Number(!each.passing),
  ]
  const [theirs, its] = [weights(other), weights(one)]
  return theirs.some(
    (weight, index) => (index !== 3 || dated || other.responded !== one.responded) && weight !== its[index],
  )
}
