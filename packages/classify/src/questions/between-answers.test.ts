import { describe, expect, it } from 'vitest'
import { questionsAndAnswers as read } from './questions-and-answers.ts'

describe('questions that stand over their answers', () => {
  it('are found one and all where two of them do', () => {
    expect(
      read(`The lamps of Fennimoor Green

Can you please say when the council first learned that the lamps burn by day?

Our parks team learned of it on 5 April 2013.

Does Fennimoor council have a date by which the lamps will be mended?

The contractor told us that they would be mended by 21 July.

Does Fennimoor council know what the current of one lamp costs each week?

Our parks team do not hold this.`),
    ).toEqual([
      '- Can you please say when the council first learned that the lamps burn by day? > Our parks team learned of it on 5 April 2013.',
      '- Does Fennimoor council have a date by which the lamps will be mended? > The contractor told us that they would be mended by 21 July.',
      '- Does Fennimoor council know what the current of one lamp costs each week? > Our parks team do not hold this.',
    ])
  })

  it('may be named between two that are asked, and no heading of a table is', () => {
    const body = (named: string, answer: string) => `Good afternoon, please find our response below.

How many boats has Amblethorpe Harbour lost?

One.

Was the owner told?

Yes.

${named}

${answer}`
    expect(read(body('Number of these that were found again.', '0'))).toContain(
      '- Number of these that were found again. > 0',
    )
    expect(read(body('Number of boats by colour', 'Red: 4'))).toHaveLength(2)
  })

  it('may have them behind their mark', () => {
    expect(
      read(`Response

How many patients did the trust treat in each year since 2010? The numbers for each full year are 4,653 and 4,931.

How many wards for day patients has the trust had since 2010? The Trust has one such ward.`),
    ).toEqual([
      '- How many patients did the trust treat in each year since 2010? > The numbers for each full year are 4,653 and 4,931.',
      '- How many wards for day patients has the trust had since 2010? > The Trust has one such ward.',
    ])
  })

  it('are none where a reply asks itself why it refuses', () => {
    expect(
      read(`Dear Requester

Thank you for your request. You asked:

1. How many lamps burn by day?
2. How many lamps are there?

Why does section 31 of the Act apply to these figures?

Because thieves would learn where the lamps are.

What is the public interest in telling where lamps are?

There is little.`).map((each) => each.slice(0, 30)),
    ).toEqual(['1 How many lamps burn by day? ', '2 How many lamps are there? > '])
  })
})

it('a label with the word Number stands over its question, whatever mark that ends in', () => {
  expect(
    read(`Request Summary: requests and who answers them

Question Number 1:
How many requests came in?

Answer To Question 1:
63

Question Number 2:
How many staff have you to answer them, and for how many hours (e.g. full time)

Answer To Question 2:
2 from the records team

Question Number 3:
What software does your Trust use to log them? (e.g. paper register)

Answer To Question 3:
One of our own`),
  ).toEqual([
    '1 How many requests came in? > 63',
    '2 How many staff have you to answer them, and for how many hours (e.g. full time) > 2 from the records team',
    '3 What software does your Trust use to log them? (e.g. paper register) > One of our own',
  ])
})

it('a request above the first heading of an answer is known by its introduction, and lists between questions said again count their own', () => {
  expect(
    read(`FOI Request - Allotments
Request 101002111

I should like to ask for the following information:

1. The number of people waiting for an allotment on one day of each year.

2. The longest time that someone has waited for one.

3. The average wait, if this is held.

Response 29-11-21

1. The number of people waiting for an allotment on one day of each year.

The numbers as of 1 April 2021 are:

1. North list 101
2. South list 242
3. Transfer list 53

The numbers as of 1 April 2020 are:

1. North list 91
2. South list 298
3. Transfer list 62

2. The longest time that someone has waited for one.

Eleven years.`).map((each) => each.split(' > ')[1]),
  ).toEqual([
    'The numbers as of 1 April 2021 are: | 1. North list 101 | 2. South list 242 | 3. Transfer list 53 | The numbers as of 1 April 2020 are: | 1. North list 91 | 2. South list 298 | 3. Transfer list 62',
    'Eleven years.',
    '',
  ])
})

it('the figure of a year is none of the question above it, and points below a demand ask', () => {
  expect(
    read(`I should like information about claims for potholes:
1.The total number of claims that came in for each of the financial years
2021/22 1,012
2022/23 966
2023/24 (to date). 179
2. For the same time period, please give:
a) The total amount paid out each financial year
2021/22 £38,618
2022/23 Nil
b) The highest single payout each financial year
2021/22 £11,048
2022/23 Nil`),
  ).toEqual([
    '1 The total number of claims that came in for each of the financial years > 2021/22 1,012 | 2022/23 966 | 2023/24 (to date). 179',
    '2a The total amount paid out each financial year > 2021/22 £38,618 | 2022/23 Nil',
    '2b The highest single payout each financial year > 2021/22 £11,048 | 2022/23 Nil',
  ])
})
