import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readList } from './csv.ts'

/** The source of `vocabularies.ts`: each list's codes, so that every union, schema and check comes from one place. */
export function writeVocabularies(): string {
  const unions = [
    ['outcomes', 'outcomeCodes', 'Outcome'],
    ['incident-types', 'incidentTypeCodes', 'IncidentTypeCode'],
    ['measures', 'measureCodes', 'MeasureCode'],
    ['caveats', 'caveatCodes', 'CaveatCode'],
  ] as const
  const written = unions.map(([list, codes, union]) => {
    const lines = readList(list).map(({ code }) => `  '${code}',\n`)
    return `export const ${codes} = [\n${lines.join('')}] as const\nexport type ${union} = (typeof ${codes})[number]\n`
  })
  return `// Written by write-vocabularies.ts from the lists in data/; a test keeps the two the same.\n\n${written.join('\n')}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('./vocabularies.ts', import.meta.url), writeVocabularies())
}
