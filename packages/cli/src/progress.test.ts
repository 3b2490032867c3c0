import { describe, expect, it } from 'vitest'
import { progressLine } from './progress.ts'
import { testIo } from './testing.ts'

describe('progress', () => {
  it('is one line that changes on a terminal, below messages that stay', () => {
    const io = testIo({ errIsTerminal: true, width: 70 })
    let now = 1000
    const line = progressLine(io, 'Reading', () => now)
    line.show({ done: 1, total: 4, path: 'letters/a.txt' })
    line.show({ done: 2, total: 4, path: 'letters/b.txt' })
    line.say('Cannot read letters/c.pdf')
    now += 1000
    line.show({ done: 3, total: 4, path: `letters/${'deep/'.repeat(30)}d.txt` })
    line.end()
    const lines = io.errors().split('\r\u001b[2K')
    expect(lines[1]).toBe('Reading ██████░░░░░░░░░░░░░░░░░░ 1 of 4  letters/a.txt')
    expect(lines[2]).toMatch(/^Cannot read letters\/c.pdf\nReading █{12}░{12} 2 of 4 {2}letters\/b.txt$/)
    expect(lines[3]).toMatch(/^Reading █{18}░{6} 3 of 4 {2}….*deep\/d.txt$/)
    expect(lines[3]?.length).toBeLessThan(70)
    expect(lines.at(-1)).toBe('')
  })

  it('is a line for every hundred files elsewhere', () => {
    const io = testIo({ errIsTerminal: false })
    const line = progressLine(io, 'Reading')
    for (let done = 1; done <= 250; done += 1) line.show({ done, total: 250, path: 'a.txt' })
    line.end()
    expect(io.errors()).toBe('Reading 100 of 250\nReading 200 of 250\n')
  })
})
