import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { run } from '../program.ts'
import { testIo } from '../testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'disclosed-tables-'))
afterAll(() => rmSync(folder, { recursive: true }))

const roads = Array.from({ length: 30_000 }, (_, at) => `F${at},"=Road ${at}",${at}`)
writeFileSync(join(folder, 'fines.csv'), `Ref,Road,Fines\n${roads.join('\n')}\n`)
writeFileSync(
  join(folder, 'bins.html'),
  '<h1>Bins</h1><table><tr><th>Year<th>Emptied<tr><td>2019<td>41<tr><td>2020<td>&lt;5</table><p>No more.</p>',
)

async function disclosed(...argv: readonly string[]) {
  const io = testIo({ base: folder })
  return { code: await run(argv, io), output: io.output(), errors: io.errors() }
}

describe('disclosed tables', () => {
  it('lists what there is, and where', async () => {
    expect(await disclosed('tables', 'bins.html')).toEqual({
      code: 0,
      output: 'table,kind,rows,columns,where,title,heads\nt1,series,2,2,,Bins,Year | Emptied\n',
      errors: '',
    })
    const { output } = await disclosed('tables', 'fines.csv', '--format', 'json')
    expect(JSON.parse(output)).toMatchObject([{ table: 't1', rows: 30_000, where: 'sheet CSV, A1:C51' }])
  })

  it('says where there is none', async () => {
    writeFileSync(join(folder, 'letter.txt'), 'We hold no bins.')
    expect((await disclosed('tables', 'letter.txt')).errors).toBe('No table with data was found in letter.txt.\n')
  })

  it('prints one, its held-back figures as they stand', async () => {
    const printed = await disclosed('tables', 'bins.html', 't1')
    expect(printed).toEqual({ code: 0, output: 'Year,Emptied\n2019,41\n2020,<5\n', errors: '' })
  })

  it('prints every row of a long one, and no cell that a spreadsheet would run', async () => {
    const { code, output } = await disclosed('tables', 'fines.csv', 't1')
    const lines = output.trimEnd().split('\n')
    expect([code, lines.length, lines[0], lines.at(-1)]).toEqual([
      0,
      30_001,
      'Ref,Road,Fines',
      "F29999,'=Road 29999,29999",
    ])
  })

  it.for([
    [
      ['bins.html', 't2'],
      2,
      'Cannot print table t2 of bins.html: it has t1. Type disclosed tables bins.html for the list.',
    ],
    [
      ['fines.csv', 't1', '--format', 'json'],
      2,
      'Cannot print t1 of fines.csv as json: it has 30000 rows, which come as CSV only.',
    ],
    [['none.csv'], 1, 'Cannot read none.csv: there is nothing there.'],
  ] as const)('says what is wrong with %j', async ([argv, code, words]) => {
    const said = await disclosed('tables', ...argv)
    expect(said).toMatchObject({ code, output: '' })
    expect(said.errors).toContain(words)
  })
})
