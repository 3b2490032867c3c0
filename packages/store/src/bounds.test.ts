import { describe, expect, it } from 'vitest'
import { boundsOf } from './bounds.ts'

describe('boundsOf', () => {
  it.for([
    [5, '<', 'count', 0, 4],
    [5, '<=', 'count', 0, 5],
    [5, '>', 'count', 6, null],
    [5, '>=', 'count', 5, null],
    [5, '=', 'count', 5, 5],
    [5, '~', 'count', null, null],
    [5, '<', 'money', null, 5],
    [2.5, '<', 'percent', null, 2.5],
    [[1, 4], 'range', 'count', 1, 4],
    [null, '=', 'count', null, null],
  ] as const)('%j %s (%s) is from %s to %s', ([number, relation, quantity, low, high]) => {
    expect(boundsOf({ number, relation, quantity })).toEqual({ low, high })
  })
})
