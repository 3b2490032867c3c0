import { describe, expect, it } from 'vitest'
import { baseOf, oneLine } from './io.ts'

describe('the folder paths are seen from', () => {
  it('is where the user typed, also when pnpm runs us in the folder of the project', () => {
    expect(baseOf({ npm_lifecycle_event: 'start', INIT_CWD: '/home/letters' }, '/project')).toBe('/home/letters')
    expect(baseOf({ INIT_CWD: '/home/letters' }, '/project')).toBe('/project')
    expect(baseOf({}, '/project')).toBe('/project')
  })
})

describe('one line', () => {
  it('has no control characters and no marks that turn its direction', () => {
    expect(oneLine(' a\n\tb\u001b]0;c\u0007\u202ed\u0085e ')).toBe('a b ]0;c d e')
  })
})
