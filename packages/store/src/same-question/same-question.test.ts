import { describe, expect, it } from 'vitest'
import { askedIn } from './context.ts'
import { sameQuestions } from './groups.ts'
import { plainForm, wordsIn } from './words.ts'

/** The group that each question falls into, each standing in a letter of its own behind `before`. */
function groupsOf(questions: readonly string[], before: readonly string[] = []): readonly (string | undefined)[] {
  const last = questions.map((text, at) =>
    askedIn([...before, text].map(alone), ['Amblethorpe Borough Council', 'Amblethorpe'], `letter ${at}`).at(-1),
  )
  const groups = sameQuestions(
    last.map((each) => ({ wording: each?.wording ?? '', matter: each?.matter ?? null, documents: 1 })),
  )
  return last.map((each) => groups.get(each?.wording ?? ''))
}

const alone = (text: string) => ({ text, stem: null, parent: null })

describe('one question', () => {
  it.for([
    [
      'How many parking fines were cancelled in 2019?',
      'Under the FOI Act please tell me the number of parking fines cancelled by the council in 2020/21.',
      '3. Number of parking fines your authority cancelled in each of the last three financial years',
      'Please could you tell me how many parking fines Amblethorpe Borough Council cancelled between 1 April 2018 and 31 March 2019?',
    ],
    [
      'How many members of staff were dismissed for gross misconduct in 2019/20?',
      'The number of employees dismissed for gross misconduct, broken down by year.',
    ],
    [
      'How many fly-tipping FPNs have you issued?',
      'How many fly tipping Fixed Penalty Notices (FPNs) did you issue each year?',
      'How many FPNs did the Council issue for flytipping?',
    ],
    ['How many swans were counted on the river in the same three years?', 'How many swans were counted on the river?'],
    ['How many cyberattacks did your organisation have in 2019?', 'How many cyber attacks were there on the council?'],
    ['How many FOI requests did you receive?', 'How many Freedom of Information requests came in to your Trust?'],
    [
      'What percentage of planning applications were refused in 2021?',
      'Please state the percentage of planning applications that were refused in 2022.',
    ],
    [
      'How much did your council spend on agency staff in the financial year 2019/20?',
      'How much has the authority spent on agency staff in 2020/21?',
    ],
    [
      'How many public health funerals (also known as paupers’ funerals) were carried out by the council?',
      'Please can you tell me how many public health funerals have been carried out each year for the last three years?',
    ],
    [
      'How many stray dogs were euthanised in the months of June, July and August 2022?',
      'How many stray dogs were euthanized per year?',
    ],
  ])('is one however it is put: %s', (questions) => {
    expect(new Set(groupsOf(questions)).size).toBe(1)
  })

  it.for([
    [
      'How many parking fines were cancelled?',
      'How many parking fines were issued?',
      'How much did parking fines bring in?',
    ],
    ['How many staff were dismissed for misconduct?', 'How many staff were not dismissed for misconduct?'],
    ['How many staff were dismissed for misconduct?', 'How many staff were suspended for misconduct?'],
    ['How many planning applications were refused?', 'What percentage of planning applications were refused?'],
    ['Do you hold an asset register of trees?', 'Please provide a copy of your asset register of trees.'],
    ['How many council houses were empty for over 6 months?', 'How many council houses were empty for over 12 months?'],
    ['How many council houses stood empty?', 'How many houses stood empty?'],
    ['How many business rates summonses were issued?', 'How many council tax summonses were issued?'],
    ['How many homes did people aged over 65 leave?', 'How many homes did people aged under 65 leave?'],
    ['How many complaints by tenants about landlords?', 'How many complaints about tenants by landlords?'],
    ['How many vehicle registrations were lost?', 'Which vehicle registration numbers were lost?'],
    [
      'How much grant income did you receive from Crown Estate?',
      'How much grant income did you make from Crown Estate?',
    ],
    ['What was the average cost of a public funeral?', 'What was the total cost of a public funeral?'],
    [
      'How many taxi licences were revoked under the Licensing Act 2003?',
      'How many taxi licences were revoked under the Licensing Act 1964?',
    ],
    ['How many lost laptops were encrypted?', 'How many lost (or stolen) laptops were encrypted?'],
  ])('is kept apart from its like: %s', (questions) => {
    expect(new Set(groupsOf(questions)).size).toBe(questions.length)
  })

  it('has the subject of the question it leans on', () => {
    const follow = ['How many of these were upheld?', 'Of those, how many were upheld?', 'How many were upheld?']
    const ofNoise = groupsOf(follow, ['How many complaints about noise nuisance did you receive?'])
    const ofLitter = groupsOf(follow, ['How many complaints about street litter did you receive?'])
    expect(new Set([...ofNoise, ...ofLitter]).size).toBe(2)
  })

  it('is the same with the sentence that leads to it or to its answer, and without', () => {
    const below = (stem: string | null, text: string) =>
      askedIn([{ text, stem, parent: null }], [], 'letter')[0]?.matter
    const whole = 'How many allotment sites have a waiting list?'
    for (const stem of [
      'My request was as follows:',
      'Please find our response to your request set out below:',
      'In accordance with the Freedom of Information Act 2000, we ask for the following information:',
      'I am writing to make a formal request. Responded Thu:',
    ])
      expect(below(stem, whole), stem).toBe(below(null, whole))
    // A sentence of no subject lends none, and one that has a subject keeps it.
    expect(below('Please find our response set out below:', 'Number refused')).toBeNull()
    expect(below('Allotments on flood plains:', whole)).not.toBe(below(null, whole))
  })

  it('has a subject of its own in "incidents of" one thing', () => {
    const [wasps, rats] = groupsOf(
      ['How many complaints about wasps were made?', 'How many complaints about rats were made?'],
      ['How many complaints about street litter did you receive?'],
    )
    expect(wasps).not.toBe(rats)
    const others = ['How many fines for dog fouling did you issue?']
    const [after] = groupsOf(['How many complaints about wasps were made?'], others)
    expect(after).toBe(wasps)
  })

  it('belongs to its letter alone where it leans on nothing', () => {
    expect(new Set(groupsOf(['How many of these were upheld?', 'How many of these were upheld?'])).size).toBe(2)
  })

  it('has the subject of the words above a list', () => {
    const listed = (stem: string) => askedIn([{ text: 'number issued', stem, parent: null }], [], 'letter')[0]?.matter
    expect(listed('For parking fines please give the')).toBe(listed('For parking fines in 2019, please provide:'))
    expect(listed('For parking fines please give the')).not.toBe(listed('For dog fouling fines please give the'))
  })
})

describe('sameQuestions', () => {
  const wordings = [
    { wording: 'a', matter: 'many: fly tipping fine', documents: 1 },
    { wording: 'b', matter: 'many: flytipping fine', documents: 3 },
    { wording: 'c', matter: 'many: fine fly tipping', documents: 2 },
    { wording: 'd', matter: 'much: fly tipping fine', documents: 9 },
    { wording: 'e', matter: null, documents: 1 },
  ]

  it('is led by the wording that most documents have, in any order of arrival', () => {
    const groups = sameQuestions(wordings)
    expect([...groups]).toEqual([
      ['a', 'b'],
      ['b', 'b'],
      ['c', 'b'],
      ['d', 'd'],
      ['e', 'e'],
    ])
    for (const order of [wordings.toReversed(), wordings.toSpliced(0, 2).concat(wordings.slice(0, 2))]) {
      expect(new Map(sameQuestions(order))).toEqual(groups)
    }
  })

  it('stays led by it when new wordings arrive', () => {
    const more = [...wordings, { wording: '0', matter: 'many: fine tipping fly', documents: 2 }]
    expect(sameQuestions(more).get('0')).toBe('b')
  })
})

describe('words', () => {
  it('are parted from marks, and numbers kept whole', () => {
    expect(wordsIn('e-mails of £1,200 in 2019/20 (e.g. “spam”), 50%: the Council’s two')).toEqual(
      'emails of £1200 in 2019/20 50% the council 2'.split(' '),
    )
  })

  it('have one form in singular and plural, present and past', () => {
    const pairs =
      'potholes pothole,policies policy,classes class,issued issue,repaired repair,cancelled cancel,children child,organised organize'
    for (const pair of pairs.split(',')) expect(new Set(pair.split(' ').map(plainForm)).size, pair).toBe(1)
    const others = 'care car,plane plan,park parking,staff stuff,need,bus,police policy,news new'
    for (const each of others.split(','))
      expect(new Set(each.split(' ').map(plainForm)).size, each).toBe(each.split(' ').length)
  })
})
