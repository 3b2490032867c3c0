import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readGold } from './gold.ts'
import { asSet, findLabelled } from './labelled.ts'
import { goldWith, labelledQuestion, labelledValue } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'disclosed-labels-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(path: string, contents: unknown): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), typeof contents === 'string' ? contents : JSON.stringify(contents))
}

function wrong(told: unknown): readonly string[] {
  const read = readGold(JSON.stringify(told), 'one/gold.json')
  return read.kind === 'wrong' ? read.sentences : []
}

describe('labels', () => {
  it('are taken as they are, with notes and fields of others', () => {
    const gold = goldWith({ questions: [labelledQuestion('How many', { values: [labelledValue(2, 2019)] })] })
    expect(readGold(JSON.stringify({ ...gold, notes: 'unclear' }), 'gold.json')).toEqual({ kind: 'labels', gold })
  })

  it('that are wrong are told by file and field, with what was expected', () => {
    const question = { ...labelledQuestion('How many'), outcome: 'refused' }
    expect(wrong({ ...goldWith(), questions: [question] })).toEqual([
      expect.stringMatching(
        /^one\/gold\.json: questions\[0\]\.outcome should be one of disclosed, .*withheld.*; it is "refused"\.$/,
      ),
    ])
    const value = { ...labelledValue(2, 2019), from: '1 January 2019' }
    expect(wrong({ ...goldWith(), received: '2019-02-30', values: [value] })).toEqual([
      'one/gold.json: received should be a day such as "2019-04-01"; it is "2019-02-30".',
      'one/gold.json: values[0].from should be a day such as "2019-04-01"; it is "1 January 2019".',
    ])
    expect(wrong({ ...goldWith(), regimes: 'FOIA', reference: undefined })).toEqual([
      'one/gold.json: reference should be a text in quotes, or null where the letter does not tell; it is missing.',
      'one/gold.json: regimes should be a list; it is "FOIA".',
    ])
    expect(wrong({ ...goldWith(), exemptions: [{ cite: 's.31', role: 'engaged' }] })).toEqual([
      'one/gold.json: exemptions[0].cite should be a citation such as "FOIA 31(1)(a)"; it is "s.31".',
    ])
    expect(readGold('{', 'one/gold.json')).toEqual({
      kind: 'wrong',
      sentences: [expect.stringMatching(/^one\/gold\.json is no JSON: /)],
    })
  })
})

describe('folders of labelled letters', () => {
  it('give their letters in order, and leave out what has no labels or wrong ones', () => {
    write('set/b/document.txt', 'Dear Sir')
    write('set/b/gold.json', goldWith())
    write('set/b/source.json', {})
    write('set/a/letter.docx', '')
    write('set/a/enclosed.xlsx', '')
    write('set/a/enclosed.xlsx.gold.json', {})
    write('set/a/gold.json', goldWith())
    write('set/c/document.txt', 'no labels')
    write('set/d/gold.json', { ...goldWith(), kind: 'letter' })
    write('set/e/gold.json', goldWith())
    const sentences: string[] = []
    const letters = findLabelled({ name: 'own', folder: join(folder, 'set') }, 'set', (each) => sentences.push(each))
    expect(letters.map(({ set, name, path }) => [set, name, path])).toEqual([
      ['own', 'a', 'set/a/letter.docx'],
      ['own', 'b', 'set/b/document.txt'],
    ])
    expect(sentences).toEqual([
      expect.stringMatching(/^set\/d\/gold\.json: kind should be one of foi_response, .+ The letter is left out\.$/),
      'set/e should hold one document, named document.pdf, document.txt or the like, and there is none. It is left out.',
    ])
  })

  it('may be one letter, and must be there', () => {
    write('single/document.txt', '')
    write('single/gold.json', goldWith())
    const sentences: string[] = []
    const find = (name: string) =>
      findLabelled({ name, folder: join(folder, name) }, name, (each) => sentences.push(each))
    expect(find('single').map(({ path }) => path)).toEqual(['single/document.txt'])
    expect([...find('nowhere'), ...find('set/c')]).toEqual([])
    expect(sentences).toEqual([
      'Cannot look for labelled letters in nowhere: it is no folder.',
      'There are no labelled letters in set/c: none of its folders holds a gold.json.',
    ])
  })

  it('are called as they are, or by a name before a "="', () => {
    expect(asSet('letters/2026/')).toEqual({ name: '2026', folder: 'letters/2026/' })
    expect(asSet('fresh=letters/2026')).toEqual({ name: 'fresh', folder: 'letters/2026' })
  })
})
