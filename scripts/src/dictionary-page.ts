import { describedTables } from '@disclosed/store'

/** `docs/dictionary.md`: every table, view and search of the dataset with its columns, written from their descriptions. */
export function dictionaryPage(): string {
  const described = describedTables()
  const all = (['view', 'table', 'search'] as const).flatMap((kind) => described.filter((each) => each.kind === kind))
  const list = all.map(({ name, kind, about }) => `| [${name}](#${name}) | ${kind} | ${cell(about)} |`)
  const pages = all.map(({ name, kind, about, columns, key }) =>
    [
      `## ${name}`,
      `${kind === 'table' ? `Table; a row is told by ${key.map((each) => `\`${each}\``).join(', ')}.` : kind === 'view' ? 'View.' : 'Full-text search.'} ${about}`,
      [
        '| column | type | |\n|---|---|---|',
        ...columns.map(
          (each) => `| \`${each.name}\` | ${each.type.toLowerCase()} | ${cell(each.about)}${more(each)} |`,
        ),
      ].join('\n'),
    ].join('\n\n'),
  )
  return `${[intro, ['| | | |\n|---|---|---|', ...list].join('\n'), ...pages].join('\n\n')}\n`
}

const intro = `# The dataset

What every table and column of the SQLite file means. The same stands in the file itself (\`SELECT * FROM dictionary\`), and the codes of its
vocabularies in \`SELECT * FROM vocabulary\`. Begin with the views: \`comparison_safe\`, \`comparison\`, \`breach_types\`, \`exemption_use\`.
Written from the descriptions of the tables by \`pnpm run docs\`; a test holds it to them.`

function more({ nullable, references, codes }: ReturnType<typeof describedTables>[number]['columns'][number]): string {
  return [
    nullable === false ? '' : nullable ? ' May be null.' : '',
    references === null ? '' : ` → \`${references}\``,
    codes === null || codes.length > 14 ? '' : ` One of: ${codes.map((code) => `\`${code}\``).join(', ')}.`,
  ].join('')
}

function cell(words: string): string {
  return words.replace(/[\\|<>*]/g, (sign) => `\\${sign}`)
}
