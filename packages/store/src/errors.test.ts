import { describe, expect, it } from 'vitest'
import { StoreError, saying } from './errors.ts'

const failing = (code: string) => () => {
  throw Object.assign(new Error('as SQLite puts it'), { code })
}

describe('saying', () => {
  it.for([
    ['SQLITE_FULL', 'full', /the disk is full\. Make room/],
    ['SQLITE_BUSY_SNAPSHOT', 'locked', /another program is writing to it/],
    ['SQLITE_READONLY_DBMOVED', 'read_only', /must not be written to/],
    ['EACCES', 'read_only', /must not be written to/],
    ['SQLITE_CORRUPT', 'damaged', /the file is damaged/],
    ['SQLITE_MISUSE', 'failed', /as SQLite puts it/],
  ] as const)('makes a sentence of %s', ([code, kind, sentence]) => {
    const step = () => saying('write to', 'fines.sqlite', failing(code))
    expect(step).toThrow(StoreError)
    expect(step).toThrow(expect.objectContaining({ code: kind, message: expect.stringMatching(sentence) }))
    expect(step).toThrow(/^Cannot write to fines\.sqlite: /)
  })

  it('lets errors that are none of the file pass as they are', () => {
    expect(() => saying('read', 'fines.sqlite', () => Number('1').toFixed(200))).toThrow(RangeError)
  })
})
