import { expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { type SmallPage, type SmallText, smallPdf } from './small-pdf.ts'

/** `count` short words strewn over a page in a fixed disorder. */
function strewn(count: number): readonly SmallText[] {
  return Array.from({ length: count }, (_, index) => [
    20 + ((index * 7919) % 5500) / 10,
    20 + ((index * 104_729) % 8000) / 10,
    `w${index % 97}`,
    { size: 4 },
  ])
}

it.each<readonly [string, SmallPage]>([
  ['thousands of words in disorder', { texts: strewn(6000) }],
  [
    'thousands of lines in disorder',
    {
      texts: [[72, 100, 'A map']],
      strokes: strewn(9000).map(([x, y], index) => (index % 2 ? [x, y, x + 40, y] : [x, y, x, y + 40])),
    },
  ],
  [
    'graph paper',
    {
      texts: strewn(200),
      strokes: Array.from({ length: 300 }, (_, index) =>
        index % 2 ? [0, 2.7 * index, 595, 2.7 * index] : [1.9 * index, 0, 1.9 * index, 842],
      ),
    },
  ],
])('reads %s within seconds of its own', async (_, page) => {
  const bytes = smallPdf([page])
  const before = process.cpuUsage()
  const { text } = await extract(bytes)
  expect(text.length).toBeGreaterThan(0)
  const { user, system } = process.cpuUsage(before)
  // Time of this process's own, whatever else the machine does.
  expect((user + system) / 1e6).toBeLessThan(12)
})
