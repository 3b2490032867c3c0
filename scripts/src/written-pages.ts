import { dictionaryPage } from './dictionary-page.ts'
import { exampleDataset } from './example-dataset.ts'
import { questionsPage } from './questions-page.ts'
import { rulesPage } from './rules-page.ts'

/** Every page in docs/ that is made from the code, by its name. */
export async function writtenPages(): Promise<ReadonlyMap<string, string>> {
  const { open, remove } = await exampleDataset()
  const store = open()
  try {
    return new Map([
      ['rules.md', rulesPage()],
      ['dictionary.md', dictionaryPage()],
      ['questions.md', questionsPage(store)],
    ])
  } finally {
    store.close()
    await remove()
  }
}
