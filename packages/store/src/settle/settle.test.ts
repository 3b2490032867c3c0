import { expect, it } from 'vitest'
import { openStore } from '../store.ts'
import { calendarYear, inventedRegister, letter } from '../testing.ts'

const said = (authority: string, quote: string, question: string, salt = '') =>
  letter({
    authority,
    salt,
    path: `${authority}${salt}.txt`,
    questions: [{ text: question, answer: `In 2019: ${quote}`, values: [{ quote, ...calendarYear(2019) }] }],
  })

const letters = [
  said('amberford', '12', 'How many parking fines were cancelled in 2019?'),
  said('brackwater', '31', 'Please state the number of parking fines cancelled in 2019.'),
  said('amberford', '14', 'How many parking fines were cancelled in 2019?', ' again'),
  said('dunmere', '7', 'The number of parking fines that the council cancelled'),
  letter({ authority: 'coldmere', outcome: 'ncnd', path: 'coldmere.txt' }),
]

it('comes to the same rows whether it is done once, or after each letter in any order', () => {
  const once = openStore(':memory:', { register: inventedRegister })
  for (const each of letters) once.put(each)
  once.settle()
  for (let turn = 0; turn < letters.length; turn += 1) {
    const often = openStore(':memory:', { register: inventedRegister })
    for (const each of [...letters.slice(turn), ...letters.slice(0, turn).toReversed()]) {
      often.put(each)
      often.settle()
    }
    expect(often.hash()).toBe(once.hash())
    // What was read and is gone again leaves nothing behind.
    often.put(said('brackwater', '99', 'How many swans were counted on the river?', ' more'))
    often.settle()
    expect(often.hash()).not.toBe(once.hash())
    often.forget('brackwater more.txt')
    often.settle()
    expect(often.hash()).toBe(once.hash())
    often.close()
  }
  once.close()
})

it('takes what came with a letter for a person who says whose it is, where the letter does not speak for another', () => {
  const entry = said('amberford', '12', 'How many parking fines were cancelled in 2019?')
  const told = { from: 'sidecar', field: 'authority', quote: 'Amberford' } as const
  const read = (evidence: readonly unknown[], discrepancies: readonly unknown[]) => {
    const reading = {
      ...entry.reading,
      authority: { id: 'amberford', name: 'Amberford City Council (invented)', confidence: 0.9, sure: false, evidence },
      discrepancies,
    }
    const store = openStore(':memory:', { register: inventedRegister })
    store.put({ ...entry, reading: reading as unknown as typeof entry.reading })
    store.settle()
    try {
      return store.select('SELECT number, state, caveats FROM comparison')
    } finally {
      store.close()
    }
  }
  expect(read([told], [])).toEqual([{ number: 12, state: 'present', caveats: 'no_population,invented' }])
  const unsure = { number: null, state: 'unsure', caveats: 'unsure,authority_unsure,no_population,invented' }
  expect(read([{ ...told, from: 'path' }], [])).toEqual([unsure])
  expect(read([told], [{ code: 'told_otherwise', message: 'It is of Brackwater', evidence: [] }])).toEqual([unsure])
})
