import { expect, it } from 'vitest'
import { namesLike } from './alike.ts'

it('finds the names that somebody may have meant, the likest first', () => {
  const names = ['Amblethorpe Borough Council', 'Ambleford Council', 'Castle Wenlow District Council', 'data_breaches']
  expect(namesLike('Amblethrope', names)[0]).toBe('Amblethorpe Borough Council')
  expect(namesLike('data breeches', names)).toEqual(['data_breaches'])
  expect(namesLike('Nowhere at all', names)).toEqual([])
})
