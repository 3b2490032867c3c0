import { register } from '@disclosed/reference'
import { describe, expect, it } from 'vitest'
import { classify } from './classify.ts'
import { letterFrom } from './partition/letter-from.ts'
import { unknownSource } from './source.ts'

/** A whole letter: its kind, and each question with its outcome and its figures. */
function read(text: string): readonly string[] {
  const reading = classify(letterFrom(text).document, { source: unknownSource, register: register() })
  const questions = reading.questions.map(({ number, text: words, answer, values }) => {
    const known = values.filter(({ measuredBy }) => measuredBy !== 'value|likely/figure')
    const figures = known.map(({ number: figure, relation, from, to }) =>
      [`${relation === '=' ? '' : relation}${String(figure)}`, from ?? '', to ?? ''].join(' ').trim(),
    )
    return `${number ?? '-'} ${words.split(/\s+/).slice(0, 4).join(' ')} > ${[answer.outcome, ...figures].join(', ')}`
  })
  return [reading.kind, ...questions]
}

describe('questions and answers in turn', () => {
  it('are told by the marks of the answers, where the reply goes on further down', () => {
    expect(
      read(`Request and Answer:
We have considered your request for information. We take what you seek in request number 2 to be exempt by virtue of Section 31 of the Freedom of Information Act.

Request 1
How many arrests were made at the regatta in May 2022 at the harbour of Amblethorpe

Answer 1
Information held by police shows 4 individuals were arrested around the harbour.

Request 2
Who took the decision to close the quay to the visitors of the regatta?

Answer 2
Section 17(1) of the Freedom of Information Act requires the police to provide a notice that states why an exemption applies.
The information is exempt under section 31(1)(a) of the Act.`),
    ).toEqual([
      'foi_response',
      '1 How many arrests were > disclosed, 4 2022-05-01 2022-05-31',
      '2 Who took the decision > withheld',
    ])
  })

  it('are told by the figures of years, where the next question follows them', () => {
    expect(
      read(`I write about your request for information under the Freedom of Information Act. I note you seek the following:

Please could you give the following for 2012 to 2014:
1) How many traffic wardens did the council have at the start of each year?
2012 – 80
2013 – 78
2014 – 75

Q2. Please show the number of wardens on patrol at different times of day

The council does not hold this information.`),
    ).toEqual([
      'foi_response',
      '1 How many traffic wardens > disclosed, 80 2012-01-01 2012-12-31, 78 2013-01-01 2013-12-31, 75 2014-01-01 2014-12-31',
      '2 Please show the number > not_held',
    ])
  })

  it('are heard though nothing on the page says that somebody asks', () => {
    expect(
      read(`Last updated: 30 December 2024
See notes on freedom of information requests
How to search this page
The council lists here what it was asked under the Act.
Swan wardens

1. The number of swan wardens that the council employs on the river and on the lake of the park.

2. The total cost of boats for the wardens, their oars and their sails included.
Total forecast costs of boats for 23/24 are £193,529

3. The highest price of any boat in the financial year 2022/23.
Highest price was £4,056

Give feedback`),
    ).toEqual([
      'foi_response',
      '1 The number of swan > unanswered',
      '2 The total cost of > disclosed, 193529 2023-04-01 2024-03-31',
      '3 The highest price of > disclosed, 4056 2022-04-01 2023-03-31',
    ])
  })

  it('are heard under the headings of each request, however it is worded', () => {
    expect(
      read(`This is a freedom of information request 13013.

1. Request

The number of tests that were held in 2012, by the month.

2. Response

We publish the number of tests on our website. The information is exempt under section 21 of the Freedom of Information Act.

3. Request

The reasons for failures by the age of the driver for 2012

4. Response

Please find attached at Annex B a table of the failures and their reasons.`),
    ).toEqual(['foi_response', '- The number of tests > elsewhere', '- The reasons for failures > attached'])
  })

  it('make no answer to a request out of an authority that lists what it does', () => {
    expect(
      read(`Freedom of Information Act 2000

Dear Requester

Thank you for your request for the reasons of the decision.

The panel met in May. Its members had read the papers before.

The chair spoke first, and the members after her.

No vote was held on that day.

What follows are the reasons that it gave.

1. The number of objections was 14.

The panel looked at each of them twice.

2. The cost of the works was £40.

The panel found it too high, and no works were begun.

Yours sincerely`).slice(1),
    ).toEqual([])
  })
})

describe('a request that a letter repeats', () => {
  const list = `1. How many tenants did the council have in 2011?

2. How many complaints about damp did the council receive in 2011?`

  it('is one, though a second message says it again in full', () => {
    expect(
      read(`Dear Amblethorpe Borough Council,

I make this request under the Freedom of Information Act 2000.

${list}

Yours faithfully,

A. Tenant

Dear Requester

In your e-mail you asked for this information:

${list}

In response, the information is below:

1.    3883

2.    Not recorded.`),
    ).toEqual([
      'foi_response',
      '1 How many tenants did > disclosed, 3883 2011-01-01 2011-12-31',
      '2 How many complaints about > not_held',
    ])
  })

  it('is two where it is made for two years', () => {
    const asked = '1. How many boats were sold by the council to its wardens?\n2. How many boats were lent to others?'
    expect(
      read(`Request

For 2018 please tell me:
${asked}

For 2019 please tell me:
${asked}

Response

We do not hold this information.

Freedom of Information Act 2000`),
    ).toHaveLength(5)
  })
})

describe('a reply that says the questions again', () => {
  it('is no receipt, whatever it says of working days', () => {
    expect(
      read(`Dear Requester

Freedom of Information (Scotland) Act 2002 I refer to your e-mail of 19 July 2022, which asked:
“Do you offer free moorings for staff and wardens?
If not, how much are staff charged to moor?”
I can now reply as follows:
Do you offer free moorings for staff and wardens?
Yes.
If not, how much are staff charged to moor?
Not applicable.
A request for review must be made within 40 working days and will be acknowledged. You will receive a reply within 20 working days.

Yours sincerely`),
    ).toEqual(['foi_response', '- “Do you offer free > disclosed', '- If not, how much > not_applicable'])
  })
})

describe('what an answer says of the time of its figures', () => {
  const letter = (question: string, answer: string) =>
    read(`Freedom of Information Act 2000

Date received: 27 February 2024

Request

${question}

Response

${answer}

Yours sincerely`)[1]

  it('wins over the time that was asked about, also where it stands below them', () => {
    expect(
      letter(
        'In the last 12 months, what is the number of days lost to absence of wardens and sailors?',
        `Wardens 803
Sailors 267
Please note in giving the figures above –
Absences from 01/02/2023 – 31/01/2024 have been used
The reason “sea sickness” has been used.`,
      ),
    ).toBe('- In the last 12 > disclosed, 803 2023-02-01 2024-01-31, 267 2023-02-01 2024-01-31')
  })

  it('may be a part of the year that was asked about', () => {
    expect(
      letter(
        'How much was spent on each of the two languages with the highest cost in the financial year 2022/23?',
        `We changed our supplier in the second half of the year. So we can give the languages for the last 6 months of the year as below.

Language | Total cost
Frisian | £12,842
Manx | £11,197`,
      ),
    ).toBe('- How much was spent > disclosed, 12842 2022-10-01 2023-03-31, 11197 2022-10-01 2023-03-31')
  })

  it('is for people to look at', () => {
    const { document } = letterFrom(`You asked:

How many boats were hired in 2022/23?

Response

We can give the figures for the last 6 months of the year as below.

Boats: 14
`)
    const [question] = classify(document, { source: unknownSource, register: register() }).questions
    expect(question?.values.map(({ from, measuredBy }) => [from, measuredBy?.includes('noted')])).toEqual([
      ['2022-10-01', true],
    ])
  })

  it('says nothing where it speaks of something else', () => {
    expect(
      letter(
        'How many wardens left in the financial year 2022/23?',
        `14

We changed our supplier in the second half of the year. Boats from May 2021 to June 2021 have been used to train them.`,
      ),
    ).toBe('- How many wardens left > disclosed, 14 2022-04-01 2023-03-31')
  })
})

describe('what a point asks in lettered parts', () => {
  const letter = (request: string, reply: string) =>
    read(`Freedom of Information Act 2000

Request

${request}

Response

${reply}

Yours sincerely`).slice(1)

  it('is asked apart, where each part has some words and an answer of its own', () => {
    expect(
      letter(
        `1. The number of wardens in the council's service in 2021;
2. The number of wardens who moved in 2021 to a) other councils within England, b) other councils in Scotland or c) other councils in Wales`,
        `1. 22
2.
a. 0
b. 4
c. 1`,
      ),
    ).toEqual([
      '1 The number of wardens > disclosed, 22 2021-01-01 2021-12-31',
      '2a other councils within England > disclosed, 0 2021-01-01 2021-12-31',
      '2b other councils in Scotland > disclosed, 4 2021-01-01 2021-12-31',
      '2c other councils in Wales > disclosed, 1 2021-01-01 2021-12-31',
    ])
  })

  it('is one question where the parts only tell its figures apart', () => {
    expect(
      letter('1. How many dogs in 2021 were a) returned b) sold?\n2. How many cats came in?', '1.\na. 10\nb. 4\n2. 9'),
    ).toEqual([
      '1 How many dogs in > disclosed, 10 2021-01-01 2021-12-31, 4 2021-01-01 2021-12-31',
      '2 How many cats came > disclosed, 9',
    ])
  })
})

describe('a question with an answer that begins another sentence', () => {
  const letter = (answer: string) =>
    read(`Freedom of Information Act 2000

For 2020 please provide numerical data for:

1. The number of trees that were reported.

2. The number of trees that were taken to court.
${answer}

3. The number of trees that were felled.
180 (all of them by the council)`).slice(1)

  it('has the figure that stands first, and the question above it none', () => {
    expect(letter('0. Although 1 hedge was taken to court at that time.')).toEqual([
      '1 The number of trees > unanswered',
      '2 The number of trees > disclosed, 0 2020-01-01 2020-12-31',
      '3 The number of trees > disclosed, 180 2020-01-01 2020-12-31',
    ])
  })

  it('is spoken of with the one above it where neither is told apart', () => {
    expect(letter('Trees are counted by hand, and nobody can say which were.')[0]).toBe(
      '1 The number of trees > disclosed',
    )
  })
})

describe('figures in the middle of a list of questions', () => {
  it('are of the last one above them, where the others are refused by their numbers', () => {
    expect(
      read(`I would like to know, under the Freedom of Information Act:
1. The places of trees removed by your council.
2. How many of these trees were removed because of claims.
3. How much the council paid out in claims for damage by trees.
£1,200.3 has been paid in claims for damage. The individual payments are as follows:
£261.6
£519
4. The number of trees that somebody asked about.
For questions 1, 2 and 4, compliance would exceed the appropriate cost limit under Section 12 of the Freedom of Information Act 2000.`),
    ).toEqual([
      'foi_response',
      '1 The places of trees > cost_limit',
      '2 How many of these > cost_limit',
      '3 How much the council > disclosed, 1200.3, 261.6, 519',
      '4 The number of trees > cost_limit',
    ])
  })

  it('count no rounds of so many weeks', () => {
    expect(
      read(`Freedom of Information Act 2000

Request

How many collections of bins did the council change in 2018?

Response

2018 – Refuse bins were changed to 3 weekly collections.

Yours sincerely`)[1],
    ).toBe('- How many collections of > disclosed')
  })
})

describe('a page of several replies', () => {
  it('is a log, asks nothing and has no reference of its own', () => {
    const { document } = letterFrom(`Freedom of Information Disclosure Log

Here are the requests that have been answered.

Reference: 9317-18
Date: 23/01/2018

I write about your request. How many boats did the wardens hire in 2017?

Fourteen.

Reference: 9281-18
Date: 17/01/2018

I write about your request. How many oars did they hire?

None.`)
    const { kind, reference, questions } = classify(document, { source: unknownSource, register: register() })
    expect([kind, reference, questions.length]).toEqual(['disclosure_log', null, 0])
  })
})
