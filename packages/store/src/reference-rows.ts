import { bankHolidays, exemptions, measures } from '@disclosed/reference'
import type { Database } from './database.ts'
import { dictionaryRows } from './dictionary.ts'
import { insertInto } from './table.ts'
import { bankHoliday } from './tables/bank-holiday.ts'
import { provision } from './tables/citation.ts'
import { dictionary, measure, vocabulary } from './tables/vocabulary.ts'
import { vocabularyRows } from './vocabularies.ts'

/** Writes what every dataset has: measures, provisions, vocabularies, bank holidays, and the dictionary of the file itself. */
export function putReference(db: Database): void {
  for (const row of measures()) {
    const { code, label, counts, notToBeMixedWith } = row
    db.run(insertInto(measure, 'change'), { code, label, counts, not_with: notToBeMixedWith.join(',') || null })
  }
  for (const row of exemptions()) {
    db.run(insertInto(provision, 'change'), {
      cite: row.cite,
      law: row.law,
      section: row.section,
      title: row.title,
      class: row.class,
      kind: row.kind,
      parent: row.parent,
      legislation: row.provision,
    })
  }
  for (const row of bankHolidays()) db.run(insertInto(bankHoliday, 'change'), { ...row })
  for (const row of vocabularyRows()) db.run(insertInto(vocabulary, 'change'), row)
  for (const row of dictionaryRows()) db.run(insertInto(dictionary, 'change'), row)
}
