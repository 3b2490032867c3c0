import { describedTables } from './described.ts'

/** The dictionary that travels inside the file, written from the descriptions of tables, views and searches. */
export function* dictionaryRows() {
  for (const { name, kind, about, columns } of describedTables()) {
    yield { table_name: name, column_name: '', kind, type: '', about }
    for (const column of columns) {
      yield { table_name: name, column_name: column.name, kind, type: column.type, about: column.about }
    }
  }
}
