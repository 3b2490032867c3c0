import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@disclosed/store'
import { afterAll, expect, it } from 'vitest'
import { ingest, openReaders } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'disclosed-plainly-'))

afterAll(() => rmSync(folder, { recursive: true }))

/** Letters as they are found: in one folder, with names that tell nothing, nothing beside them. */
const letters: Readonly<Record<string, string>> = {
  'one.txt': `Leicester City Council
City Hall

Dear Requester

Thank you for your request of 3 February 2021 under the Freedom of Information Act 2000.

1. How many personal data breaches were recorded by the Council in the calendar year 2019?

The Council recorded 47 personal data breaches between 1 January 2019 and 31 December 2019.

2. How many personal data breaches were recorded by the Council in the calendar year 2020?

The Council recorded 52 personal data breaches between 1 January 2020 and 31 December 2020.

Kind regards

Information Governance
Leicester City Council
foi@leicester.gov.uk
`,
  'two.txt': `Thank you for your request.

1. How many personal data breaches were recorded in the calendar year 2019?

There were 47 personal data breaches between 1 January 2019 and 31 December 2019. Leeds City Council was told of one.
`,
}

it('gives numbers of letters that say whose they are, with no word of anybody', async () => {
  mkdirSync(join(folder, 'letters'))
  for (const [name, text] of Object.entries(letters)) writeFileSync(join(folder, 'letters', name), text)
  const readers = openReaders({ jobs: 1 })
  await ingest(['letters'], { db: 'plain.sqlite', base: folder, readers, jobs: 1 })
  await readers.close()
  const store = openStore(join(folder, 'plain.sqlite'), { readonly: true })
  try {
    const rows = store.select(
      'SELECT authority_id, year, number, state FROM comparison WHERE measure IS NOT NULL ORDER BY authority_id, year',
    ) as readonly { readonly authority_id: string | null; readonly number: number | null }[]
    expect(rows.filter(({ authority_id: id }) => id === 'leicester')).toEqual([
      { authority_id: 'leicester', year: 2019, number: 47, state: 'present' },
      { authority_id: 'leicester', year: 2020, number: 52, state: 'present' },
    ])
    expect(rows.filter(({ authority_id: id }) => id !== 'leicester').map(({ number }) => number)).toEqual([null])
  } finally {
    store.close()
  }
})
