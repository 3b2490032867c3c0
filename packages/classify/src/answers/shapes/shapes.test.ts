import { describe, expect, it } from 'vitest'
import { brokenShape, shapes } from './index.ts'

describe.for([...shapes])('$id', (shape) => {
  it('reads its examples and holds its tongue at its near misses', () => {
    expect(brokenShape(shape)).toEqual([])
  })
})
