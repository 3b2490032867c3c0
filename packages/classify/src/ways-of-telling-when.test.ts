import { register } from '@disclosed/reference'
import { describe, expect, it } from 'vitest'
import { figuresOf, plainFoot, plainHead } from './answers/figures-of.ts'
import { classify } from './classify.ts'
import { letterFrom } from './partition/letter-from.ts'
import { unknownSource } from './source.ts'

/** Where letters say which days their figures are of. Each way is tried with the plainest of letters. */
const head = plainHead(2023)
const foot = plainFoot

interface Said {
  readonly questions?: readonly string[]
  readonly answers?: readonly string[]
  readonly stem?: string
  readonly preamble?: string
}

const plain = [
  'How many fines did the council issue?',
  'How many abandoned vehicles were removed?',
  'How many appeals were received?',
]

function below({ questions = plain, answers = ['168', '24', '7'], stem = 'You asked:' }: Said): string {
  return `${head}\n\n${stem}\n\n${questions.map((each, at) => `${at + 1}. ${each}\n\n${answers[at]}`).join('\n\n')}${foot}`
}

function apart({ questions = plain, answers = ['168', '24', '7'], stem, preamble }: Said): string {
  const asked = questions.map((each, at) => `${at + 1}. ${each}`).join('\n')
  const answered = answers.map((each, at) => `${at + 1}. ${each}`).join('\n')
  return [head, 'You asked:', stem, asked, 'Response', preamble, answered]
    .filter((each) => each !== undefined)
    .join('\n\n')
    .concat(foot)
}

const year = '2021-04-01..2022-03-31'
const ofYear = [[`=168 ${year}`], [`=24 ${year}`], [`=7 ${year}`]]
const ofNone = [['=168'], ['=24'], ['=7']]

describe('a question takes its time from the one it leans on', () => {
  it.for([
    ['Of these, how many were for littering?', 'And how many of those were paid?'],
    ['How many of the fines were paid in the same period?', 'How many warnings were given during the same time?'],
    ['How many were paid?', 'How many led to a prosecution?'],
    ['How many of the fines were appealed?', 'How many people complained as a result?'],
    ['How many such fines were paid late?', 'The number referred to the court'],
  ])('%s', ([second = '', third = '']) => {
    const questions = ['How many fines did the council issue in 2021/22?', second, third]
    expect(figuresOf(apart({ questions }))).toEqual(ofYear)
  })

  it('passes over what wants no figure', () => {
    const questions = ['How many laptops were lost in 2021/22?', 'Were any encrypted?', 'How many were recovered?']
    expect(figuresOf(below({ questions, answers: ['168', 'Yes', '7'] }))).toEqual([
      [`=168 ${year}`],
      [],
      [`=7 ${year}`],
    ])
  })

  it.for([
    ['How many wardens do you currently employ?', 'How many of these work part time?'],
    ['How many litter bins are there now?', 'How many bins hold dog waste?'],
    ['How many wardens work for the council?', 'How many of the wardens are men?'],
  ])('and none where it asks how things are: %s', ([second = '', third = '']) => {
    const questions = ['How many fines did the council issue in 2021/22?', second, third]
    expect(figuresOf(apart({ questions }))).toEqual([[`=168 ${year}`], ['=24'], ['=7']])
  })

  it('or from the years that its answer told', () => {
    const questions = ['How many fines did the council issue?', 'How many of these were paid?', 'Who signs them?']
    const answers = ['2020/21: 91\n2021/22: 77', '45', 'The clerk.']
    expect(figuresOf(below({ questions, answers }))).toEqual([
      ['=91 2020-04-01..2021-03-31', `=77 ${year}`],
      ['=45 2020-04-01..2022-03-31'],
      [],
    ])
    expect(
      figuresOf(below({ questions, answers: ['2020/21: 91\n2021/22: 77', 'Fewer than 5 in each year', ''] }))[1],
    ).toEqual(['<5 2020-04-01..2021-03-31', `<5 ${year}`])
  })
})

describe('words above the questions tell it for all', () => {
  it.for([
    'For 2021/22, please tell me:',
    'I would like the following for the financial year 2021/22:',
    'All questions relate to 2021/22.',
    'Time period: 2021/22',
  ])('%s', (stem) => {
    expect(figuresOf(below({ stem }))).toEqual(ofYear)
    expect(figuresOf(apart({ stem }))).toEqual(ofYear)
  })

  it.for(['Thank you also for your letter received in March 2022:', 'We published this in 2021/22.'])(
    'but for «%s»',
    (stem) => {
      expect(figuresOf(below({ stem }))).toEqual(ofNone)
    },
  )
})

describe('a reply tells it for all', () => {
  it.for([
    'All answers cover 2021/22 unless stated otherwise.',
    'The following covers the period 2021/22.',
    'Our records for 2021/22 show:',
    'Period: 1 April 2021 to 31 March 2022',
    '2021/22',
  ])('above its answers: %s', (preamble) => {
    expect(figuresOf(apart({ preamble }))).toEqual(ofYear)
  })

  it('below its last answer', () => {
    const all = apart({ answers: ['168', '24', '7\n\nPlease note that all figures are for 2021/22.'] })
    expect(figuresOf(all)).toEqual(ofYear)
    const one = apart({ answers: ['168', '24', '7\n\nThis figure is for 2021/22.'] })
    expect(figuresOf(one)).toEqual([['=168'], ['=24'], [`=7 ${year}`]])
  })
})

describe('an answer tells its own', () => {
  it.for([
    ['(2021/22): 168', year],
    ['(These cover the last 12 months – 1 April 2021 to March 2022): 168', year],
    ['(Financial year 2021 to 2022): 168 (March 2022 not available yet)', year],
    ['2021/22 (part year from 25 May 2021): 168', '2021-05-25..2022-03-31'],
    ['2021/22 to December: 168', '2021-04-01..2021-12-31'],
    ['168 in 2020/21 and 2021/22', '2020-04-01..2022-03-31'],
    ['The 12 months from 1 April 2021: 168', year],
    ['The first 8 months of 2021/22: 168', '2021-04-01..2021-11-30'],
    ['168\n\nThis figure is for 2021/22.', year],
    ['The year ending 31 March 2022\n\n168', year],
    ['1 April 2022 to date of request: 168', '2022-04-01..2023-05-14'],
    ['168 since 1 April 2022 (to the date of your request)', '2022-04-01..2023-05-14'],
    ['1 April 2022 to the date of this letter: 168', '2022-04-01..'],
  ])('%s', ([answer = '', days]) => {
    expect(figuresOf(below({ answers: [answer, '24', '7'] }))[0]).toEqual([`=168 ${days}`])
  })
})

/** For each figure of each question the first of its days, and whether it is sure. */
function sureOf(text: string): readonly (readonly string[])[] {
  const { questions } = classify(letterFrom(text).document, { source: unknownSource, register: register() })
  return questions.map(({ values }) => values.map(({ from, sure }) => `${from} ${sure}`))
}

describe('a remark behind a figure cuts its year', () => {
  const asked = { questions: ['How many fines were issued in each of the last two years?', 'Who signs them?'] }
  it.for([
    ['2020/21: 90 (to 31 December)', '=90 2020-04-01..2020-12-31'],
    ['2020/21: 90 fines (up to December)', '=90 2020-04-01..2020-12-31'],
    ['2020/21: 90 (April to December)', '=90 2020-04-01..2020-12-31'],
    ['2020/21: 90 (so far)', '=90 2020-04-01..'],
    ['2020/21: 90 to date', '=90 2020-04-01..'],
    ['2020: 90 (Jan - June)', '=90 2020-01-01..2020-06-30'],
    ['2020/21: 90 (provisional)', '=90 2020-04-01..2021-03-31'],
    ['2020/21: 90 (from 12 wards)', '=90 2020-04-01..2021-03-31'],
  ])('%s', ([said = '', expected]) => {
    const figures = figuresOf(below({ ...asked, answers: [`2019/20: 170\n${said}`, 'The clerk.'] }))[0]
    expect(figures?.[1]).toBe(expected)
  })

  it('and where its days cannot be read it is never sure', () => {
    const sure = sureOf(below({ ...asked, answers: ['2019/20: 170\n2020/21: 90 (nine months only)', 'The clerk.'] }))[0]
    expect(sure).toEqual(['2019-04-01 true', '2020-04-01 false'])
  })

  it.for([
    ['2019/20: 170\n2020/21: 90*\n\n* nine months', ['true', 'false']],
    ['2019/20: 170\n2020/21: 90\n\nPlease note that 2020/21 only runs to 31 December.', ['true', 'false']],
    ['2019/20: 170\n2020/21: 90\n\nPlease note that fines for 2020/21 only include the town.', ['true', 'false']],
    ['2019/20: 170\n2020/21: 90\n\nFines can be paid up to 14 days later.', ['true', 'true']],
    ['2019/20: 170\n2020/21: 90*', ['true', 'true']],
    ['2019/20: 170\n2020/21*: 90\n\n* two of nine wards', ['true', 'false']],
  ] as const)('nor where a note below does: %s', ([answer, expected]) => {
    const sure = sureOf(below({ ...asked, answers: [answer, 'The clerk.'] }))[0]
    expect(sure?.map((each) => each.split(' ')[1])).toEqual(expected)
  })
})

it.for([
  ['2019/20: 170\n2020/21*: 90\n\n* 2020/21 figures are to 31 December 2020', '2020-12-31'],
  ['2019/20: 170\n2020/21*: 90\n\n*up to 31 December 2020', '2020-12-31'],
  ['Year | Fines\n--- | ---\n2019/20 | 170\n2020/21* | 90\n\n* Covers April to December', '2020-12-31'],
  ['2019/20: 170\n2020/21*: 90\n\n* paid by 31 December 2020', '2021-03-31'],
  ['2019/20: 170\n2020/21*: 90\n\n* figures up to June are in our yearly report', '2021-03-31'],
])('a note about its star cuts a year: %s', ([answer = '', last]) => {
  const questions = ['How many fines were issued in each of the last two years?', 'Who signs them?']
  const figures = figuresOf(below({ questions, answers: [answer, 'The clerk.'] }))[0]
  expect(figures).toEqual(['=170 2019-04-01..2020-03-31', `=90 2020-04-01..${last}`])
})

it('figures that lean on years that were cut are of what is left', () => {
  const questions = ['How many fines were there in 19/20 to 20/21?', 'How many of them were paid?', 'Who signs them?']
  const figures = (first: string) => figuresOf(below({ questions, answers: [first, '45', 'The clerk.'] }))[1]
  expect(figures('19/20: 170 (from 1 June 2019)\n20/21: 90')).toEqual(['=45 2019-06-01..2021-03-31'])
  expect(figures('19/20: 170\n20/21: 90')).toEqual(['=45 2019-04-01..2021-03-31'])
})

it('a year of schools may be an academic one, and a year for a label has no days: neither is sure', () => {
  const letter = (question: string, answer: string) =>
    sureOf(below({ questions: [question, 'Who signs them?'], answers: [answer, 'The clerk.'] }))[0]
  const years = '2019/20: 170\n2020/21: 90'
  expect(letter('How many pupils were excluded in 2019/20 and 2020/21?', years)?.join()).not.toContain('true')
  expect(letter('How many pupils were excluded in the financial years 2019/20 and 2020/21?', years)?.join()).toBe(
    '2019-04-01 true,2020-04-01 true',
  )
  expect(letter('How many fines were issued in 2019/20 and 2020/21?', years)?.join()).not.toContain('false')
})

it.for([
  '259 (to 30 September 2022)',
  '259 as at 30 September 2022',
  'From that date to 30 September 2022 we counted 259 fines.',
  'As of 30 September 2022 the council had issued 259 fines since 25 May 2018.',
])('what was asked about since a day is counted from it to the day that is told: %s', (answer) => {
  const figures = (question: string) =>
    figuresOf(below({ questions: [question, 'Who signs them?'], answers: [answer, 'The clerk.'] }))[0]
  expect(figures('How many fines were issued since 25 May 2018?')).toEqual(['=259 2018-05-25..2022-09-30'])
})

it('but what was done on a day is of that day', () => {
  const questions = ['How many fines were issued since 25 May 2018?', 'Who signs them?']
  expect(figuresOf(below({ questions, answers: ['On 3 March 2020 we issued 14 fines.', 'The clerk.'] }))[0]).toEqual([
    '=14 2020-03-03..2020-03-03',
  ])
})

it('and how many there are is of that day', () => {
  const questions = ['How many wardens do you employ, since 25 May 2018?', 'Who signs them?']
  expect(figuresOf(below({ questions, answers: ['14 as at 30 September 2022', 'The clerk.'] }))[0]).toEqual([
    '=14 2022-09-30..2022-09-30',
  ])
})

it('none in all of some years is none in each of them; any other figure may be their sum', () => {
  const questions = ['How many fines were issued in 2020/21 and 2021/22?', 'Who signs them?']
  const figures = (answer: string) => figuresOf(below({ questions, answers: [answer, 'The clerk.'] }))[0]
  for (const answer of ['Nil in both years.', 'None in any of these years', '0 for all years'])
    expect(figures(answer)).toEqual(['=0 2020-04-01..2021-03-31', `=0 ${year}`])
  expect(figures('12 in both years')).not.toHaveLength(2)
})

it('a year that only another question calls academic is never sure', () => {
  const letter = (second: string) =>
    below({
      questions: ['How many pupils were excluded in each academic year?', second],
      answers: ['2019/20: 14\n2020/21: 9', '2019/20: 168\n2020/21: 170'],
    })
  expect(sureOf(letter('How many parking fines did the council issue in 2019/20 and 2020/21?'))).toEqual([
    ['2019-09-01 true', '2020-09-01 true'],
    ['2019-09-01 false', '2020-09-01 false'],
  ])
})

it('years in short on both sides of a dash are asked about from the first to the last', () => {
  const questions = ['How many fines were issued in FY 18/19 - 20/21?', 'Who signs them?']
  expect(figuresOf(below({ questions, answers: ['168', 'The clerk.'] }))[0]).toEqual(['=168 2018-04-01..2021-03-31'])
})

it('figures below an answer’s own years are of these years', () => {
  const questions = ['How many fines in each of the years 2020 and 2021, and for what?', 'Who signs them?']
  const answers = ['2020-21: 91\n2021-22: 77\n\nLitter: 100\nFouling: 68', 'The clerk.']
  expect(figuresOf(below({ questions, answers }))[0]?.toSorted()).toEqual(
    [
      '=91 2020-04-01..2021-03-31',
      `=77 ${year}`,
      '=100 2020-04-01..2022-03-31 Litter',
      '=68 2020-04-01..2022-03-31 Fouling',
    ].toSorted(),
  )
})
