import { expect, it } from 'vitest'
import type { ForeignWord } from '../corrections/exchange.ts'
import type { Correction } from '../corrections/speak.ts'
import { openStore, type Store } from '../store.ts'
import { calendarYear, inventedRegister, letter, month } from '../testing.ts'

const councils = ['amberford', 'brackwater', 'coldmere', 'dunmere'] as const

/** Letters of several councils about the same things: years, months, types, an enclosure, refusals, two answers to one question. */
const letters = councils.flatMap((authority, nth) => [
  letter({
    authority,
    path: `${authority}/letter.txt`,
    reference: `FOI 100${nth}`,
    responded: `2021-03-0${nth + 1}`,
    questions: [
      {
        number: '1',
        text: 'How many data breaches were there in 2018 and 2019?',
        asks: [{ measure: 'data_breaches', from: '2018-01-01', to: '2019-12-31' }],
        answer: `We counted ${nth + 12} in 2018 and ${nth + 51} in 2019.`,
        values: [
          { quote: `${nth + 12}`, ...calendarYear(2018), sure: nth % 2 > 0 },
          { quote: `${nth + 51}`, ...calendarYear(2019) },
        ],
      },
      {
        number: '2',
        text: 'How many swans were counted on the river in 2019?',
        answer: `There were ${nth + 81} swans.`,
        values: [{ quote: `${nth + 81}`, measure: null, unit: 'swans', ...calendarYear(2019), sure: nth > 0 }],
      },
      {
        number: '3',
        text: 'How many ransomware attacks were there in 2019? Please send the list.',
        asks: [{ measure: 'ransomware_attacks', ...calendarYear(2019) }],
        answer: 'See the list.',
        outcome: nth === 2 ? 'withheld' : 'attached',
      },
    ],
  }),
  letter({
    authority: null,
    kind: 'enclosure',
    path: `${authority}/list.txt`,
    lines: Array.from({ length: 12 }, (_, at) => `Month ${at + 1}: ${nth * 100 + at + 200}`),
    values: Array.from({ length: 12 }, (_, at) => ({
      quote: `${nth * 100 + at + 200}`,
      ...month(2019, at + 1),
      sure: at > 1,
    })),
  }),
  letter({
    authority,
    path: `later/${authority}.txt`,
    salt: ' again',
    questions: [
      {
        text: 'How many data breaches were there in 2019?',
        asks: [{ measure: 'data_breaches', ...calendarYear(2019) }],
        answer: `There were ${nth + 61}, of them ${nth + 31} by post.`,
        values: [
          { quote: `${nth + 61}`, ...calendarYear(2019), sure: nth % 3 > 0 },
          { quote: `${nth + 31}`, ...calendarYear(2019), category: 'Post', incidentType: 'post_wrong_recipient' },
        ],
      },
    ],
  }),
])

it('comes to the same rows after each word as if all had been put together at once', () => {
  const random = numbers(7)
  let scoped = 0
  for (let turn = 0; turn < 6; turn += 1) {
    const stepwise = filled()
    stepwise.settle()
    const said: Correction[] = []
    for (let nth = 0; nth < 5; nth += 1) {
      const word = { ...someWord(stepwise, random, said.length > 0), made: `2026-05-01T10:0${nth}:00Z` }
      try {
        stepwise.correct(word)
      } catch {
        continue
      }
      said.push(word)
      stepwise.settle()
      const atOnce = filled()
      for (const each of stepwise.select('SELECT * FROM correction')) atOnce.takeOver(each as ForeignWord)
      atOnce.settle()
      expect(atOnce.hash(), JSON.stringify(said)).toBe(stepwise.hash())
      atOnce.close()
      scoped += 1
    }
    stepwise.close()
  }
  expect(scoped).toBeGreaterThan(20)
}, 60_000)

it('touches no row of other authorities and measures for a word about a figure', () => {
  const store = filled()
  store.settle()
  const [figure] = store.select(
    "SELECT id FROM observation WHERE measure = 'data_breaches' AND sure = 0 ORDER BY id LIMIT 1",
  ) as { id: string }[]
  // Whoever made everything anew would mend this.
  const swans = `figure WHERE measure IS NULL AND unit = 'swans'`
  store.together(() => store.select(`UPDATE ${swans.replace(' WHERE', " SET place = 'untouched' WHERE")} RETURNING id`))
  store.correct({ subject: figure?.id ?? '', kind: 'confirm', by: 'Ann', made: '2026-05-01T10:00:00Z' })
  store.settle()
  expect(store.select(`SELECT DISTINCT place FROM ${swans}`)).toEqual([{ place: 'untouched' }])
  expect(store.select('SELECT count(*) AS n FROM comparison WHERE checked = 1')).toEqual([{ n: 1 }])
  store.close()
})

function filled(): Store {
  const store = openStore(':memory:', { register: inventedRegister })
  for (const each of letters) store.put(each)
  return store
}

function someWord(store: Store, random: () => number, mayUndo: boolean): Omit<Correction, 'made'> {
  const pick = <Each>(all: readonly Each[]): Each => all[Math.floor(random() * all.length)] as Each
  const ids = (sql: string) => (store.select(`${sql} ORDER BY 1`) as { id: string }[]).map(({ id }) => id)
  const by = pick(['Ann', 'Bob'])
  const figure = { subject: pick(ids('SELECT id FROM observation')), by }
  const kinds: readonly (() => Omit<Correction, 'made'>)[] = [
    () => ({ ...figure, kind: 'confirm' }),
    () => ({ ...figure, kind: 'reject' }),
    () => ({ ...figure, kind: 'correct', given: { value: pick(['3', '<5', '40-50', '~70', 'suppressed']) } }),
    () => ({ ...figure, kind: 'correct', given: { measure: pick(['data_breaches', 'ransomware_attacks', 'none']) } }),
    () => ({ ...figure, kind: 'correct', given: { category: pick(['By post', 'none']) } }),
    () => ({ ...figure, kind: 'correct', given: { question: pick(ids('SELECT id FROM question')) } }),
    () => ({ ...figure, kind: 'correct', given: { period: pick(['2018', '2019/20']) } }),
    () => ({ subject: pick(ids('SELECT id FROM question')), kind: 'confirm', by }),
    () => ({ subject: pick(ids('SELECT id FROM correction')), kind: 'undo', by }),
  ]
  return pick(mayUndo ? kinds : kinds.slice(0, -1))()
}

/** Numbers from 0 to 1 that are the same in every run. */
function numbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
