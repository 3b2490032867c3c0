import { compare, toMarkdown } from '@disclosed/compare'
import { openStore } from '@disclosed/store'
import { calendarYear, financialYear, inventedRegister, letter } from '@disclosed/store/testing'
import { expect, it } from 'vitest'
import { comparisonPage } from './comparison-page.ts'

const evil = '12 <script>alert(1)</script> | "quoted" [x](javascript:alert(1))'

function comparison() {
  const store = openStore(':memory:', { register: inventedRegister })
  const figures = (authority: string, values: NonNullable<Parameters<typeof letter>[0]['values']>, url?: string) =>
    store.put(
      letter({
        authority,
        ...(url === undefined ? { path: `${authority}.txt` } : { url }),
        lines: [values.map(({ quote }) => quote).join('; ')],
        values,
      }),
    )
  figures(
    'amberford',
    [
      { quote: evil, number: 12, ...calendarYear(2018) },
      { quote: '40', ...calendarYear(2019) },
      { quote: '<5', number: 5, relation: '<', ...calendarYear(2020) },
      { quote: '33', ...financialYear(2020) },
    ],
    'https://www.amberford.example/replies?a=1&b=2',
  )
  figures('brackwater', [
    { quote: '7', ...calendarYear(2019), sure: false },
    { quote: '3 by June', number: 3, from: '2018-01-01', to: '2018-06-30' },
    { quote: 'more than 9', number: 9, relation: '>', ...calendarYear(2020) },
  ])
  store.put(
    letter({
      authority: 'dunmere',
      path: 'dunmere.txt',
      questions: [
        {
          text: 'How many in 2019?',
          asks: [{ measure: 'data_breaches', ...calendarYear(2019) }],
          answer: 'Refused.',
          outcome: 'ncnd',
        },
      ],
    }),
  )
  store.settle()
  const made = compare(store, { measure: 'data_breaches' })
  store.close()
  return made
}

it('draws figures, bounds and refusals, and leads from every cell to its words', () => {
  const page = comparisonPage(comparison(), '2026-05-01')
  expect(page).not.toMatch(/<script|NaN|undefined|\[object|null/)
  expect(page.match(/href="(?!#|https:)/g)).toBeNull()
  expect(page).toContain('href="https://www.amberford.example/replies?a=1&#38;b=2')
  const ids = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
  const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
  expect(links.length).toBeGreaterThanOrEqual(12)
  for (const link of links) expect(ids, link).toContain(link)
  const charts = page.match(/<svg[\s\S]*?<\/svg>/g) ?? []
  expect(charts.length).toBe(3)
  expect(charts[0]).toMatch(/aria-label="2018: 12, 2019: 40, 2020: &#60;5, 2020\/21: 33"/)
  expect(charts[0]?.match(/<circle/g)?.length).toBe(2)
  // Calendar years are joined with each other; a bound and a financial year with nothing.
  expect(charts[0]?.match(/<line class="(?:calendar|financial)"/g)?.length).toBe(1)
  expect(charts[0]).toMatch(/<line class="bound calendar"/)
  expect(charts[0]?.match(/<rect class="financial"/g)?.length).toBe(1)
  expect(charts[1]).toMatch(/<circle class="calendar unsure"/)
  // Half a year is drawn, and no line leads from it.
  expect(charts[1]).toMatch(/<circle class="calendar part"/)
  expect(charts[1]).not.toMatch(/<line class="calendar/)
  // Each kind of refusal has its own mark, and the page says what it means.
  expect(charts[2]).toContain('N<title>2019: NCND</title>')
  expect(page).toContain('where there is no figure: N neither confirmed nor denied.')
})

it('is Markdown of which no letter makes more columns, marks or links than there are', () => {
  const text = toMarkdown(comparison())
  const tables = text.split('\n\n').filter((part) => part.startsWith('| '))
  for (const table of tables) {
    const widths = table
      .trimEnd()
      .split('\n')
      .map((line) => line.match(/(?<!\\)\|/g)?.length)
    expect(new Set(widths).size, table).toBe(1)
  }
  expect(text).toContain('| Amberford City Council (invented) | 12 | 40 | \\<5 | 33 |')
  expect(text).toContain('| Sum of whole years | 12 | 40 |')
  expect(text).not.toMatch(/(?<!\\)<script|(?<!\\)\]\(javascript/)
  expect(text).toContain('| Dunmere Council (invented) | 2019 | NCND | Refused. | line 5 | dunmere.txt |')
})

it('says so where there is nothing to compare', () => {
  const store = openStore(':memory:', { register: inventedRegister })
  const nothing = compare(store, {})
  expect(comparisonPage(nothing, '2026-05-01')).toContain('The dataset holds no figure')
  expect(toMarkdown(nothing)).toContain('The dataset holds no figure')
  store.close()
})

it('marks a figure’s words in the sentence they stand in, where the letter has them there', () => {
  const shown = comparison()
  const first = shown.rows.flatMap(({ cells }) => cells).find(({ basis }) => basis?.quote === '40')?.basis
  const around = { before: 'The Council <b>recorded ', words: first?.quote ?? '', after: ' of them in all.' }
  const page = comparisonPage(shown, '2026-05-01', (id) => (id === first?.observation ? around : null))
  expect(page).toContain(
    `<blockquote>The Council &#60;b&#62;recorded <mark>${first?.quote}</mark> of them in all.</blockquote>`,
  )
  const other = comparisonPage(shown, '2026-05-01', () => ({ ...around, words: 'other words' }))
  expect(other).not.toContain('of them in all')
})
