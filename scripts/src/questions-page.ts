import type { Store } from '@disclosed/store'
import { questions, type Worked } from './questions.ts'

/** `docs/questions.md`: ten questions, each with its statement and the rows that it gives on the letters of the corpus. */
export function questionsPage(store: Store): string {
  const answered = questions.map((question, index) => answer(question, index + 1, store))
  return `${[intro, ...answered].join('\n\n')}\n`
}

const intro = `# Ten questions

Each is one SELECT over the views, and works in every program that opens the file: \`disclosed query\`, Datasette, DB Browser, R, pandas
(see [doors.md](doors.md)). The rows below each are those of the letters in \`corpus/letters\`, whose councils are invented, after a person
has confirmed what they say. Written by \`pnpm run docs\`; a test holds this page to what the dataset answers.

A number stands only where it is sure or a person confirmed it; else \`number\` is empty, \`state\` says why, and the words are one
\`link\` away. What every table and column means is in [dictionary.md](dictionary.md), and in the file itself: \`SELECT * FROM dictionary\`.`

function answer({ title, about, sql }: Worked, nth: number, store: Store): string {
  const { columns, rows } = store.query(sql)
  const lines = [columns, columns.map(() => '---'), ...rows].map((cells) => `| ${cells.map(shown).join(' | ')} |`)
  return `## ${nth}. ${title}\n\n${about}\n\n\`\`\`sql\n${sql}\n\`\`\`\n\n${lines.join('\n')}`
}

function shown(cell: string | number | null): string {
  return cell === null ? '' : String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ')
}
