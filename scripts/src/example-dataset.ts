import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ingest } from '@disclosed/ingest'
import { openStore, type Store } from '@disclosed/store'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** Everybody who was asked about breaches; two of them never answered in full. */
const asked = `authority,sent
Amblethorpe Borough Council (invented),2022-01-10
Castle Wenlow District Council (invented),2022-01-10
Dunmarrow Metropolitan Borough Council (invented),2022-01-10
Fennimoor District Council (invented),2022-01-10
Harrowmere City Council (invented),2022-01-10
Isle of Ostering Council (invented),2022-01-10
Pellingham Borough Council (invented),2022-01-10
Quillshire County Council (invented),2022-01-10
Strathorrin Council (invented),2022-01-10
Tarnbeck County Borough Council (invented),2022-01-10
`

/**
 * The letters of the corpus as one dataset in a temporary folder, with the word of a person for what they say: readings of the
 * corpus are held to its labels. Figures about devices are left unconfirmed. Remove the folder at the end.
 */
export async function exampleDataset(): Promise<{
  readonly db: string
  readonly open: () => Store
  readonly remove: () => Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'disclosed-example-'))
  const db = join(folder, 'disclosed.sqlite')
  await writeFile(join(folder, 'asked.csv'), asked)
  await ingest(['corpus/letters'], { db, base: project, asked: join(folder, 'asked.csv'), round: 'Data breaches 2022' })
  const store = openStore(db)
  try {
    store.together(() => confirmAll(store))
    store.settle()
  } finally {
    store.close()
  }
  return {
    db,
    open: () => openStore(db, { readonly: true }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

function confirmAll(store: Store): void {
  const subjects = store.select(`SELECT id AS subject FROM document
    UNION ALL SELECT id FROM question
    UNION ALL SELECT id FROM observation WHERE measure IS NULL OR measure NOT LIKE '%devices'`) as readonly {
    readonly subject: string
  }[]
  for (const each of subjects) {
    store.correct({ ...each, kind: 'confirm', by: 'the labels of the corpus', made: '2026-01-01T00:00:00Z' })
  }
}
