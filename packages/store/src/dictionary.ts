import { searches } from './search.ts'
import { tables } from './tables/index.ts'
import { views } from './views/index.ts'

/** The dictionary that travels inside the file, written from the descriptions of tables and views. */
export function* dictionaryRows() {
  for (const { name, about, columns } of tables) {
    yield { table_name: name, column_name: '', kind: 'table', type: '', about }
    for (const [column, described] of Object.entries(columns)) {
      yield { table_name: name, column_name: column, kind: 'table', type: described.type, about: described.about }
    }
  }
  for (const { name, about, columns } of views) {
    yield { table_name: name, column_name: '', kind: 'view', type: '', about }
    for (const [column, described] of Object.entries(columns)) {
      yield { table_name: name, column_name: column, kind: 'view', type: described.type, about: described.about }
    }
  }
  for (const { name, about, columns } of searches) {
    yield { table_name: name, column_name: '', kind: 'search', type: '', about }
    for (const [column, described] of Object.entries(columns)) {
      yield { table_name: name, column_name: column, kind: 'search', type: 'TEXT', about: described }
    }
  }
}
