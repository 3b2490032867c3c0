import { describe, expect, it } from 'vitest'
import { letterFrom } from '../partition/letter-from.ts'
import { findTables } from '../tables/index.ts'
import { findIncidents } from './index.ts'
import { peopleIn } from './people-in-description.ts'

function incidentsIn(text: string): ReturnType<typeof findIncidents> {
  return findTables(letterFrom(text)).flatMap(findIncidents)
}

describe('incidents of a register', () => {
  it('reads each column by its heading and keeps what has no field of its own', () => {
    const letter = [
      'Breaches of the summer',
      '',
      'Reference No.\tDate of incident\tDirectorate\tType of breach\tRoot Cause\tMedium\tAction taken\tReported to ICO\tPeople affected\tTold in time',
      'S-01\t4 May 2020\tHousing\tLetter to wrong address\tHaste\tPaper\tTraining\tYes - 6 May\t<5\tY',
      'S-02\tMay 2020\tLegal\tSomething else\tHaste\tEmail\tNone\tN\t12\tN',
    ].join('\n')
    expect(incidentsIn(letter)).toMatchObject([
      {
        reference: 'S-01',
        row: 1,
        date: '2020-05-04',
        department: 'Housing',
        type: 'post_wrong_recipient',
        typeAsWritten: 'Letter to wrong address',
        cause: 'Haste',
        medium: 'Paper',
        action: 'Training',
        reportedToIco: true,
        peopleAffected: { number: 5, relation: '<', basis: 'column' },
        other: { 'Told in time': 'Y' },
      },
      {
        row: 2,
        date: null,
        type: null,
        typeAsWritten: 'Something else',
        reportedToIco: false,
        peopleAffected: { number: 12, relation: '=' },
      },
    ])
    const [first] = incidentsIn(letter)
    expect(letter.slice(first?.span.start, first?.span.end)).toMatch(/^S-01.*Y$/)
  })

  it('takes people from the description where no column counts them', () => {
    const rows = incidentsIn(
      'Ref\tService\tReported to ICO\tComments\nS-01\tHousing\tNo\tMinutes for 3 children sent to the wrong team\nS-02\tHousing\tNo\tA letter was left on a bus on the way home',
    )
    expect(rows.map((row) => row.peopleAffected)).toEqual([{ number: 3, relation: '=', basis: 'description' }, null])
    expect(rows[0]?.other).toEqual({ Comments: 'Minutes for 3 children sent to the wrong team' })
  })

  it.for([
    [
      'requests',
      'Ref\tDate\tRequest\tOutcome\nR1/20\t04/05/2020\tData breaches of the year\tSent\nR2/20\t05/05/2020\tLost vans\tSent',
    ],
    ['contracts', 'Ref\tSupplier\tDescription\nC1/20\tA firm\tCleaning of offices\nC2/20\tA firm\tMending of roofs'],
    ['counts', 'Type of breach\tNumber of incidents\nLost paper\t4\nLost phone\t5'],
  ])('says nothing of a table of %s', ([, text = '']) => {
    expect(incidentsIn(text)).toEqual([])
  })
})

describe('people in a description', () => {
  it.for([
    ['Plan for 3 children in need sent to the wrong staff member', 3],
    ['Details of twelve residents were emailed to another resident', 12],
    ['Payslips of 2 employees left on a printer', 2],
    ['Full names of 2 children and of an adult', null],
    ['Letter sent to 3 people', null],
    ['Letters about 40 residents', null],
    ['Plans for 3 children and 2 parents', null],
    ['Details of approximately 40 residents', null],
    ['Work email read on 2 phones', null],
  ] as const)('%s: %s', ([description, number]) => {
    expect(peopleIn(description)).toBe(number)
  })
})
