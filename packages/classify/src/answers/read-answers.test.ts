import { describe, expect, it } from 'vitest'
import type { Regime } from '../reading.ts'
import { outcomesIn } from './outcomes-in.ts'

function answered(answer: string, regime: Regime = 'FOIA'): string {
  return (
    outcomesIn(`Request\n\n1. How many swans were rung, and where?\n\nResponse\n\n1. ${answer}`, regime)[0] ?? 'none'
  )
}

describe('the ground decides what a refusal is', () => {
  it.for<[string, string, Regime?]>([
    ['We apply the exemption at section 21 of the Act to this.', 'elsewhere'],
    ['We apply the exemption at section 25(1) of the Act to this.', 'elsewhere', 'FOISA'],
    ['This is refused under section 12 of the Act.', 'cost_limit'],
    ['By virtue of section 14(1) of the Act we go no further.', 'vexatious'],
    ['Section 33(1)(b) of FOISA allows the Council to keep it.', 'withheld', 'FOISA'],
    ['Exemption s.43(2), commercial interests.', 'withheld'],
  ])('%s: %s', ([answer, outcome, regime]) => {
    expect(answered(answer, regime)).toBe(outcome)
  })
})

describe('figures beside a refusal', () => {
  it.for<[string, string]>([
    ['In all 2,870 swans were rung.\n\nTo say where would exceed the appropriate limit.', 'partly'],
    ['North bank | 435\nSouth bank | 395\n\nBy ward it is not held by us.', 'partly'],
    ['We would have to read 2,870 cards, which would exceed the appropriate limit.', 'cost_limit'],
    ['This would exceed the appropriate limit. There are 2,870 cards in the hall.', 'cost_limit'],
    ['Please find attached a list with the answers to questions 1 & 2.', 'attached'],
    [
      'For May this would exceed the appropriate limit. To help, we can give the following:\n2,870 swans were rung by April.',
      'partly',
    ],
    ['We do not hold it by calendar year. In 2023/24 the wardens rang 2,870 swans.', 'partly'],
    ['We do not hold it. The river has 14 bridges.', 'not_held'],
    ['This would exceed the appropriate limit. You can find maps at https://swans.example/maps', 'cost_limit'],
  ])('%s: %s', ([answer, outcome]) => {
    expect(answered(answer)).toBe(outcome)
  })
})

describe('what a letter says once', () => {
  const questions = 'Request\n\n1. How many swans were rung?\n2. How many ducks were rung?\n\nResponse\n\n'

  it('refuses what has no answer of its own', () => {
    expect(outcomesIn(`${questions}The rest is exempt under section 31(1)(a) of the Act.\n\n1. 14`)).toEqual([
      'disclosed',
      'withheld',
    ])
  })

  it('sends no question without an answer to an enclosure that others had theirs from', () => {
    expect(outcomesIn(`${questions}I enclose a copy of some of the information.\n\n1. 14`)).toEqual([
      'disclosed',
      'unanswered',
    ])
  })

  it('leaves alone what it does not name', () => {
    expect(outcomesIn(`${questions}As to question 1, this is exempt under section 31(1)(a) of the Act.`)).toEqual([
      'withheld',
      'unanswered',
    ])
  })

  it('takes nothing from an answer by hiding what else there may be', () => {
    const rest =
      'We neither confirm nor deny that any other information is held. Confirming or denying it would help poachers.'
    expect(outcomesIn(`${questions}1. 14\n2. 3 ducks were rung.\n\n${rest}`)).toEqual(['disclosed', 'disclosed'])
  })
})

it('hears no answer where the text breaks off before the figure', () => {
  expect(answered('There is no simple answer, for it hangs on what the')).toBe('unanswered')
  expect(answered('By the ringers of the river trust.')).toBe('disclosed')
  expect(answered('• North bank: 14\n• South bank: not in every year\nOur wardens count them in')).toBe('disclosed')
})

it('leaves to a file what one text sends there for several questions', () => {
  expect(
    outcomesIn(
      'Request\n\n• How many swans were rung by the wardens?\n• How many ducks were shot by the keepers?\n\nResponse\n\nThe figures change each year, and we hold 46 maps of the river. Please see the attached list.',
    ),
  ).toEqual(['attached', 'attached'])
})

it('hears the answer that stands behind its question without a mark', () => {
  expect(
    outcomesIn(
      'Q1. How many swans were rung? 14\n\nQ2. Please give the names of the ringers. This is exempt under section 40(2) of the Act.',
    ),
  ).toEqual(['disclosed', 'withheld'])
})

it('takes a want of records for not held, and a reason of law beside it for a refusal', () => {
  expect(answered('We are unable to say, as all birds are rung under one code.')).toBe('not_held')
  expect(answered('We are unable to say, as the ringers could be identified.')).toBe('withheld')
  expect(answered('We are unable to say. To read the cards would take 45 hours.')).toBe('cost_limit')
})

it('reads no refusal in the key of a table', () => {
  expect(answered('‘NCND’ means a reply in which we neither confirmed nor denied.')).toBe('disclosed')
})

it('takes an answer that names section 12 alone for a refusal on cost', () => {
  expect(answered('Section 12, see below.')).toBe('cost_limit')
  expect(answered('Refused - s.12')).toBe('cost_limit')
  expect(answered('Section 12 of the street was mended.')).toBe('disclosed')
  expect(answered('Section 120 orders.')).toBe('disclosed')
})

it('takes what is said above several questions’ common answer where that tells nothing of its own', () => {
  const asked = 'Request\n\n1. How many swans were rung?\n2. How many geese were rung?\n\n'
  const told = `We find that what you asked for is not held by this council.\n\nResponse\n\n`
  const [beside, above] = [
    'The lake passed to the Amblethorpe Trust, which is a body of its own.',
    'There were 14 of each.',
  ]
  expect(outcomesIn(`${told}${asked}Response\n\n${beside}`)).toEqual(['not_held', 'not_held'])
  expect(outcomesIn(`${told}${asked}Response\n\n${above}`)).toEqual(['disclosed', 'disclosed'])
})

it('counts two whole sentences for an answer, though the text ends in the third', () => {
  const [first, second] = ['Now and then wardens ring the office.', 'The swan is then let go.']
  expect(answered(`${first} ${second} Nobody is told withou`)).toBe('disclosed')
  expect(answered('There is no simple answer, for it hangs on')).toBe('unanswered')
})

it('takes the page of a report for no figure', () => {
  expect(answered('This is published at https://swans.example/report\n\nPage 4 of the report has it.')).toBe(
    'elsewhere',
  )
})

it('goes on asking in a line of years', () => {
  const years = '2020, 2021, 2022'
  expect(
    outcomesIn(
      `Request\n\n1. How many swans were rung in:\n${years}\n2. How many geese were rung in:\n${years}\n\nResponse\n\nThis is refused under section 12 of the Act.`,
    ),
  ).toEqual(['cost_limit', 'cost_limit'])
})

it('does not take the words of whoever asks for a refusal', () => {
  expect(
    answered('14. Should section 12 of the Act stand in the way, please advise me how to narrow my request.'),
  ).toBe('disclosed')
})

describe('which words of a letter are said of which question', () => {
  const two = 'Request\n\n1. How many swans were rung?\n2. Where were the nests?\n\nResponse\n\n'

  it('hears the questions that a sentence names right beside a refusal', () => {
    expect(
      outcomesIn(
        `${two}In this case we will give you information for question 1 as the information for question 2 is exempt under section 38 of the Act.\n\nAs to question 1, the wardens rang 14 swans.`,
      ),
    ).toEqual(['disclosed', 'withheld'])
  })

  it('keeps what is said of everything where the text ends inside an answer', () => {
    expect(
      outcomesIn(
        `${two.replace('Where were the nests?', 'How many nests were there?')}We confirm that the information you have requested is not held by us.\n\n1. This information is not held.\n\n2. Information on how many nests were found within the area or another that was agr`,
      ),
    ).toEqual(['not_held', 'not_held'])
  })

  it('answers nothing with a request that the reply says again', () => {
    const request =
      'Your list showed that there were 5 complaints about swans and 57 about geese. We would now like the details of these 62 complaints.'
    expect(
      outcomesIn(
        `Request\n\n${request}\n\nResponse\n\n${request}\n\nAnswer: We refuse the above request under Regulation 12(5)(b) of the Environmental Information Regulations 2004.`,
        'EIR',
      ),
    ).toEqual(['withheld'])
  })

  it('leaves open what is only sent to words below that never come', () => {
    expect(outcomesIn(`${two}1. There were 14.\n\n2. Please see below response for question 2.`)).toEqual([
      'disclosed',
      'unanswered',
    ])
  })

  it.for<[string, string]>([
    ['We do not record it. To assist you, the dates of our replies are already in the public domain.', 'not_held'],
    [
      'We do not record it. What it could be counted from is already published and exempt under section 21.',
      'elsewhere',
    ],
    ['The structure of the team can be found at Annex A.', 'attached'],
    ['Amblethorpe County Council carries out this function.', 'not_held'],
    ['We can no longer access this data for the year', 'not_held'],
  ])('%s: %s', ([answer, outcome]) => {
    expect(answered(answer)).toBe(outcome)
  })

  it.for<[string, string]>([
    [
      'As it is environmental, we apply the exemption at section 39(2) of FOISA, and deal with it under the EIRs. In all, 14 were rung at the weir.',
      'disclosed',
    ],
    ['We apply the exemption at section 39(1) of FOISA, for the safety of the wardens.', 'withheld'],
  ])('%s: %s', ([answer, outcome]) => {
    expect(outcomesIn(`Request\n\n1. How many swans were rung, and where?\n\nResponse\n\n${answer}`, 'FOISA')).toEqual([
      outcome,
    ])
  })
})
