import { readdirSync, readFileSync } from 'node:fs'
import { unmark } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { periodRules } from './periods/index.ts'
import { longestLabel, readWholePeriod } from './periods/whole-period.ts'
import { holdsOtherWords } from './periods/words.ts'
import { quantityRules } from './quantities/index.ts'

const rules = [...periodRules, ...quantityRules]

const letters = new URL('../../../corpus/letters/', import.meta.url)
const lines = readdirSync(letters, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:txt|html|csv)$/.test(name))
  .flatMap((name) => readFileSync(new URL(name, letters), 'utf8').split('\n'))

const words =
  'since,from,between,covering,the,start,beginning,of,and,including,calendar,year,financial year,12 months,six months,week,quarter,w/e,period,to,up to,till,until,through,ending,ended,on,at,end,1 May 2019,May,May 2019,Sept. 2020,3rd,Wed 5 June 2019,05/04/19,2019,2020,2019/20,18/19,FY 2019/20,Q1 2019,Q3,first quarter of 2020,5,1,5%,£5,£2m,GBP 10,3 days,five,a hundred,forty-two,about,approximately,circa,c.,ca.,~,some,estimated,approx,or so,or,over,more than,fewer than,<,>,≥,or more,less,at least,exceeding,+,none,no,not,-,–,—,/'.split(
    ',',
  )

/** Phrases put together by chance, the same ones each time. */
function* phrases(count: number): Generator<string> {
  let seed = 7
  const below = (most: number): number => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((seed / 4_294_967_296) * most)
  }
  for (let nth = 0; nth < count; nth += 1) {
    const pieces = Array.from({ length: 2 + below(7) }, () => words[below(words.length)] ?? '')
    yield pieces.map((piece) => piece + ([' ', ' ', ' ', '\n', '  ', '', ', '][below(7)] ?? '')).join('')
  }
}

const texts = [
  ...lines,
  lines.join('\n'),
  ...rules.flatMap(({ examples, nearMisses }) => [...examples.map(({ letter }) => unmark(letter).text), ...nearMisses]),
  ...phrases(20_000),
]

describe.for(rules)('$id', ({ find, findAnyhow }) => {
  it('says no quickly only where it would say no at length', () => {
    const missed = texts.filter((text) => JSON.stringify(find(text)) !== JSON.stringify((findAnyhow ?? find)(text)))
    expect(missed).toEqual([])
  })
})

describe('the words that no period holds', () => {
  it('are none of those that a rule for periods shows as its evidence', () => {
    const shown = periodRules.flatMap(({ examples }) =>
      examples.flatMap(({ letter }) => {
        const { text, marks } = unmark(letter)
        return marks.map(({ start, end }) => text.slice(start, end))
      }),
    )
    expect(shown.filter(holdsOtherWords)).toEqual([])
  })

  it('may stand between brackets', () => {
    expect(['2020/21 [ab]', '2019 (up to 4 May, as told)', '2020/21 ab'].map(holdsOtherWords)).toEqual([
      false,
      false,
      true,
    ])
  })

  it('stand in no label that is a period', () => {
    const labels = texts.filter((text) => text.length <= longestLabel && holdsOtherWords(text))
    expect(labels.length).toBeGreaterThan(1_000)
    expect(labels.filter((label) => readWholePeriod(label, periodRules) !== null)).toEqual([])
  })
})
