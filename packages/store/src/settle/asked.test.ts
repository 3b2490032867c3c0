import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore, type Store } from '../store.ts'
import type { Sent } from '../tables/asked.ts'
import { inventedRegister, letter } from '../testing.ts'

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disclosed-asked-'))
  store = openStore(join(folder, 'dataset.sqlite'), { register: inventedRegister })
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const nothing: Sent = { authority: null, sent: null, reference: null, email: null }
const sent = (authority: string, more: Partial<Sent> = {}): Sent => ({ ...nothing, authority, ...more })

function states(): readonly unknown[] {
  store.settle()
  return store.select('SELECT named, state, rule FROM asked ORDER BY round, named, reference').map((row) => {
    const { named, state, rule } = row as { named: string; state: string; rule: string | null }
    return [named, state, rule].filter(Boolean).join(' ')
  })
}

describe('who was asked', () => {
  it('is answered, acknowledged or silent, and silence stands beside the answers', () => {
    store.put(letter({ authority: 'amberford', round: 'Fines' }))
    store.put(letter({ authority: 'brackwater', round: 'Fines', kind: 'foi_acknowledgement' }))
    const put = store.putAsked('Fines', [
      sent('Amberford City Council (invented)'),
      sent('brackwater'),
      sent('dunmere'),
    ])
    expect(put).toEqual({ requests: 3, unknown: [] })
    expect(states()).toEqual([
      'Amberford City Council (invented) answered round',
      'brackwater acknowledged',
      'dunmere silent',
    ])
  })

  it('finds the answer by its reference, by its round, by its day', () => {
    store.put(letter({ authority: 'amberford', reference: 'FOI/2019-77', salt: '1' }))
    store.put(letter({ authority: 'amberford', reference: 'FOI 2019-78', salt: '2' }))
    store.put(letter({ authority: 'brackwater', received: '2020-03-04', responded: '2020-04-01' }))
    store.putAsked('Fines', [
      sent('amberford', { reference: 'foi 2019 77' }),
      sent('brackwater', { sent: '2020-03-02' }),
    ])
    expect(states()).toEqual(['amberford answered reference', 'brackwater answered day'])
  })

  it('has of two answers of a round the one that was received when it was sent', () => {
    const round = 'Fines'
    store.put(letter({ authority: 'amberford', round, salt: '1', received: '2020-03-02', responded: '2020-03-20' }))
    store.put(letter({ authority: 'amberford', round, salt: '2', received: '2020-04-20', responded: '2020-05-04' }))
    store.putAsked(round, [sent('amberford', { sent: '2020-03-02' })])
    store.settle()
    expect(store.select('SELECT state, responded FROM coverage')).toEqual([
      { state: 'answered', responded: '2020-03-20' },
    ])
  })

  it('calls nobody silent where a letter at hand may be the answer', () => {
    store.put(letter({ authority: 'amberford' }))
    store.put(letter({ authority: 'brackwater', responded: '2018-01-01' }))
    store.putAsked('Fines', [sent('amberford'), sent('brackwater', { sent: '2020-03-02' })])
    expect(states()).toEqual(['amberford unclear', 'brackwater silent'])
  })

  it('says that it cannot tell two answers to two requests apart', () => {
    store.put(letter({ authority: 'amberford', round: 'Fines', salt: '1', responded: '2020-01-01' }))
    store.put(letter({ authority: 'amberford', round: 'Fines', salt: '2', responded: '2020-02-01' }))
    store.putAsked('Fines', [sent('amberford', { sent: '2019-12-01' }), sent('amberford', { sent: '2019-12-02' })])
    expect(states()).toEqual(['amberford unclear', 'amberford unclear'])
  })

  it('says of a name that nobody goes by who may be meant', () => {
    const { unknown } = store.putAsked('Fines', [
      sent('Amberfrod City Council'),
      { ...nothing, email: 'foi@nowhere.example' },
    ])
    expect(unknown[0]).toMatchObject({ named: 'Amberfrod City Council' })
    expect(unknown[0]?.maybe).toContain('Amberford City Council (invented)')
    expect(unknown[1]).toEqual({ named: 'foi@nowhere.example', maybe: [] })
    expect(states()).toEqual(['Amberfrod City Council unknown', 'foi@nowhere.example unknown'])
  })

  it('takes a new list of a round in place of the old one, and keeps it in a rebuild', () => {
    store.put(letter({ authority: 'amberford', round: 'Fines' }))
    store.putAsked('Fines', [sent('amberford'), sent('brackwater')])
    store.putAsked('Fines', [sent('amberford'), sent('dunmere')])
    const before = states()
    expect(before).toEqual(['amberford answered round', 'dunmere silent'])
    const hash = store.hash()
    store.rebuild()
    expect(store.hash()).toBe(hash)
  })

  it('is the same whatever comes first, the list or the letters', () => {
    const list = [sent('amberford'), sent('brackwater')]
    const other = openStore(join(folder, 'other.sqlite'), { register: inventedRegister })
    store.put(letter({ authority: 'amberford', round: 'Fines' }))
    store.putAsked('Fines', list)
    other.putAsked('Fines', list.toReversed())
    other.settle()
    other.put(letter({ authority: 'amberford', round: 'Fines' }))
    for (const each of [store, other]) each.settle()
    expect(other.hash()).toBe(store.hash())
    other.close()
  })
})
