import { describe, expect, it } from 'vitest'
import { figuresOf, plainFoot, plainHead } from './answers/figures-of.ts'

/**
 * How authorities mark their answers, date their figures and part the two is a matter of house styles that combine freely. Each style is
 * tried with the plainest of letters, whose figures nobody could mistake.
 */
const head = plainHead(2021)
const foot = plainFoot

const questions = [
  'How many parking fines did the council issue in 2019/20?',
  'How many abandoned vehicles did the council remove in 2019/20?',
  'How much did the council spend on parking enforcement in 2019/20?',
]
const short = ['168', '24', '£45,210']
const sentences = ['The council issued 168 parking fines.', '24 vehicles were removed.', 'The total spent was £45,210.']
const told = [168, 24, 45210].map((number) => [`=${number} 2019-04-01..2020-03-31`])

/** `#` stands for the number, `@` for the letter and `%` for the Roman number of a question, `…` for what is asked or said. */
function marked(style: string, words: string, at: number): string {
  return style
    .replaceAll('#', `${at + 1}`)
    .replaceAll('@', 'abc'.charAt(at))
    .replaceAll('%', ['i', 'ii', 'iii'][at] ?? '')
    .replace('…', () => words)
}

describe('answers below their questions', () => {
  it.for([
    ['#. …', '…'],
    ['Q#. …', 'A#. …'],
    ['Q.# …', 'A.# …'],
    ['Q#: …', 'A#: …'],
    ['Q# …', 'A# …'],
    ['Q#) …', 'A#) …'],
    ['Q# - …', 'A# - …'],
    ['Question #: …', 'Answer #: …'],
    ['Question # - …', 'Response # - …'],
    ['Question #\n…', 'Answer\n…'],
    ['#) …', 'Answer: …'],
    ['#. …', 'Response: …'],
    ['#. …', 'A: …'],
    ['Q: …', 'A: …'],
    ['Question: …', 'Answer: …'],
    ['Request: …', 'Response: …'],
    ['(#) …', '…'],
    ['[#] …', '…'],
    ['@) …', '…'],
    ['(%) …', '…'],
    ['• …', '…'],
    ['- …', '…'],
    ['…', '…'],
    ['# …', '…'],
    ['1.# …', '…'],
    ['Q#\n…', 'A#\n…'],
    ['#. …', 'We can confirm: …'],
    ['#. …', 'Council response: …'],
    ['Question Number #: …', 'Answer To Question #: …'],
    ['#. …', '– …'],
    ['#. …', 'Reply\n…'],
  ])('marked %j and %j', ([ask = '', answer = '']) => {
    const letter = (said: readonly string[], between: string) =>
      questions
        .map((each, at) => `${marked(ask, each, at)}${between}${marked(answer, said[at] ?? '', at)}`)
        .join('\n\n')
    expect(figuresOf(`${head}You asked:\n\n${letter(short, '\n')}${foot}`)).toEqual(told)
    expect(figuresOf(`${head}Our response is set out below.\n\n${letter(sentences, '\n\n')}${foot}`)).toEqual(told)
  })
})

describe('answers apart from their questions', () => {
  it.for([
    ['#. …', '#. …'],
    ['#. …', '#) …'],
    ['#. …', '# - …'],
    ['#. …', '# – …'],
    ['#. …', '#: …'],
    ['#. …', '(#) …'],
    ['#. …', 'Q# …'],
    ['#. …', 'Q# - …'],
    ['#. …', 'Q.# …'],
    ['#. …', 'A#. …'],
    ['#. …', 'Question #: …'],
    ['#. …', 'Question # – …'],
    ['#. …', 'Question #\n…'],
    ['#. …', 'Answer to question #: …'],
    ['#. …', 'Point #: …'],
    ['#. …', 'In response to question #: …'],
    ['@) …', '@) …'],
    ['(%) …', '(%) …'],
    ['• …', '• …'],
    ['…', '…'],
    ['#) …', '#. …'],
    ['#. …', '• …'],
    ['#. …', '…'],
  ])('marked %j and %j', ([ask = '', answer = '']) => {
    const asked = questions.map((each, at) => marked(ask, each, at)).join('\n')
    const said = (words: readonly string[]) => words.map((each, at) => marked(answer, each, at)).join('\n')
    const before = `${head}You asked for the following information:\n\n${asked}\n\nResponse\n\n`
    expect(figuresOf(`${before}${said(short)}${foot}`)).toEqual(told)
    expect(figuresOf(`${before}${said(sentences)}${foot}`)).toEqual(told)
  })
})

const years = [2017, 2018, 2019]
const counts = [1168, 942, 1075]
const short2 = (year: number) => `${year % 100}`
const next2 = (year: number) => short2(year + 1)
const financial = (year: number) => `${year}-04-01..${year + 1}-03-31`
const calendar = (year: number) => `${year}-01-01..${year}-12-31`

/** Ways of writing a year. */
const names: readonly [string, (year: number) => string, (year: number) => string][] = [
  ['2017', (year) => `${year}`, calendar],
  ['Calendar year 2017', (year) => `Calendar year ${year}`, calendar],
  ['January to December 2017', (year) => `January to December ${year}`, calendar],
  ['1 Jan 2017 - 31 Dec 2017', (year) => `1 Jan ${year} - 31 Dec ${year}`, calendar],
  ['2017/18', (year) => `${year}/${next2(year)}`, financial],
  ['2017-18', (year) => `${year}-${next2(year)}`, financial],
  ['2017 - 2018', (year) => `${year} - ${year + 1}`, financial],
  ['2017 -2018', (year) => `${year} -${year + 1}`, financial],
  ['2017/2018', (year) => `${year}/${year + 1}`, financial],
  ['2017 to 2018', (year) => `${year} to ${year + 1}`, financial],
  ['17/18', (year) => `${short2(year)}/${next2(year)}`, financial],
  ['FY17/18', (year) => `FY${short2(year)}/${next2(year)}`, financial],
  ['Financial year 2017/18', (year) => `Financial year ${year}/${next2(year)}`, financial],
  ['April 2017 to March 2018', (year) => `April ${year} to March ${year + 1}`, financial],
  ['Apr-17 to Mar-18', (year) => `Apr-${short2(year)} to Mar-${next2(year)}`, financial],
  ['01/04/2017 - 31/03/2018', (year) => `01/04/${year} - 31/03/${year + 1}`, financial],
  ['1st April 2017 – 31st March 2018', (year) => `1st April ${year} – 31st March ${year + 1}`, financial],
  ['Year ending March 2018', (year) => `Year ending March ${year + 1}`, financial],
]

/** Ways of setting them beside their figures; each part holds the years that stand in it. */
const layouts: readonly [string, (years: readonly string[], figures: readonly number[]) => string][] = [
  ['year - figure', (of, figures) => of.map((each, at) => `${each} - ${figures[at]}`).join('\n')],
  ['year: figure', (of, figures) => of.map((each, at) => `${each}: ${figures[at]}`).join('\n')],
  ['year = figure', (of, figures) => of.map((each, at) => `${each} = ${figures[at]}`).join('\n')],
  ['year, a tab, figure', (of, figures) => of.map((each, at) => `${each}\t${figures[at]}`).join('\n')],
  ['• year: figure', (of, figures) => `\n${of.map((each, at) => `• ${each}: ${figures[at]}`).join('\n')}`],
  ['one behind the other', (of, figures) => of.map((each, at) => `${each} - ${figures[at]}`).join(', ')],
  [
    'table',
    (of, figures) =>
      `\n| Year | Fines |\n|---|---|\n${of.map((each, at) => `| ${each} | ${figures[at]} |`).join('\n')}`,
  ],
  ['years along the top', (of, figures) => `\n| ${of.join(' | ')} |\n|---|---|---|\n| ${figures.join(' | ')} |`],
  [
    'cell by cell',
    (of, figures) => `\nYear\nNumber of fines\n${of.map((each, at) => `${each}\n${figures[at]}`).join('\n')}`,
  ],
  ['heads, then figures', (of, figures) => `\n${[...of, ...figures].join('\n')}`],
]

describe('figures of several years', () => {
  const asked = [
    'How many parking fines did the council issue in each of the last three years?',
    'Does it use bailiffs?',
  ]
  it.for(names)('written %s', ([, write, days]) => {
    const expected = [counts.map((count, at) => `=${count} ${days(years[at] ?? 0)}`), []]
    for (const [name, layout] of layouts) {
      const said = layout(years.map(write), counts)
      const letter = `${head}Our response is below.\n\nQ1. ${asked[0]}\n\nA1. ${said}\n\nQ2. ${asked[1]}\n\nA2. Yes${foot}`
      expect([name, figuresOf(letter)]).toEqual([name, expected])
    }
  })
})

describe('one figure', () => {
  it.for([
    ['168.', '=168'],
    ['A total of 168 were issued.', '=168'],
    ['There were 168 fines issued.', '=168'],
    ['Total = 168', '=168'],
    ['Yes. There were 168.', '=168'],
    ['According to our records, there were 168.', '=168'],
    ['168 (2019/20)', '=168'],
    ['During the financial year 2019/20 we issued 168 fines.', '=168'],
    ['Data extracted on 1 June 2021 shows 168 fines.', '=168'],
    ['168 fines were issued between 1 April 2019 and 31 March 2020.', '=168'],
    ['None', '=0'],
    ['Nil return', '=0'],
    ['No fines were issued.', '=0'],
    ['Approx. 170', '~170'],
    ['Fewer than 5', '<5'],
    ['More than 150', '>150'],
    ['Twelve (12)', '=12'],
    ['One hundred and sixty-eight', '=168'],
  ])('said %j', ([said = '', value = '']) => {
    const asked = questions.map((each, at) => `${at + 1}. ${each}`).join('\n')
    const letter = `${head}You asked:\n\n${asked}\n\nResponse\n\n1. ${said}\n2. 24\n3. £45,210${foot}`
    expect(figuresOf(letter)[0]).toEqual([`${value} 2019-04-01..2020-03-31`])
  })
})
