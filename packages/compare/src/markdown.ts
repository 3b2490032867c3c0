import type { Comparison } from './comparison.ts'
import { sumShown, whyNoSum } from './render.ts'
import { roundInWords } from './silence.ts'

/** The comparison as Markdown: the table, what its marks mean, and the words behind each cell. */
export function toMarkdown(comparison: Comparison): string {
  const { subject, per, columns, rows, totals, legend, caveats, rounds, wordings, notes } = comparison
  if (!subject || rows.length === 0)
    return `${[...(subject ? [`# ${plain(subject.label)}`, 'Nothing to show.'] : []), ...notes.map(plain)].join('\n\n')}\n`
  const rate = per === null ? '' : `, per ${per.toLocaleString('en-GB')} residents`
  const labels = columns.map(({ label }) => label)
  const isSilent = totals.some(({ silent }) => silent > 0)
  const sums =
    totals.length === 0
      ? []
      : [
          ['Sum of whole years', ...totals.map(sumShown)],
          ['given by', ...totals.map(({ given, asked }) => `${given} of ${asked}`)],
          ...(isSilent ? [['silent', ...totals.map(({ silent }) => String(silent))]] : []),
        ]
  const words = rows.flatMap(({ name, cells }) =>
    cells.flatMap(({ shown, basis }, index) =>
      basis === null ? [] : [[name, labels[index] ?? '', shown, basis.quote ?? '', basis.place ?? '', basis.link]],
    ),
  )
  return `${[
    `# ${plain(subject.label)} (${plain(subject.counts)}${rate})`,
    table(
      ['', ...labels],
      [...rows.map(({ name, cells }) => [name, ...cells.map(({ shown }) => shown)]), ...sums],
      columns.map(() => true),
    ),
    ...(legend.length > 0
      ? [
          '## Marks',
          table(
            ['mark', 'meaning'],
            legend.map(({ mark, meaning }) => [mark, meaning]),
          ),
        ]
      : []),
    ...(caveats.length > 0
      ? [
          '## Caveats',
          table(
            ['caveat', 'cells', 'meaning'],
            caveats.map(({ mark, cells, meaning }) => [mark, String(cells), meaning]),
          ),
        ]
      : []),
    ...(rounds.length > 0
      ? ['## Who was asked', rounds.map((each) => `- ${plain(roundInWords(each))}`).join('\n')]
      : []),
    ...(wordings.length > 1
      ? [
          '## Asked as',
          table(
            ['authorities', 'wording'],
            wordings.map(({ text, authorities }) => [String(authorities), text]),
          ),
        ]
      : []),
    ...[...whyNoSum(totals), ...notes].map(plain),
    ...(words.length > 0
      ? ['## The words', table(['authority', 'year', 'shown', 'words', 'place', 'where to open them'], words)]
      : []),
  ].join('\n\n')}\n`
}

function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  isNumeric: readonly boolean[] = [],
): string {
  const line = (cells: readonly string[]) => `| ${cells.map(plain).join(' | ')} |`
  const rule = head.map((_, index) => (isNumeric[index - 1] ? '---:' : '---'))
  return [line(head), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n')
}

/** Words of letters on one line, of which Markdown and HTML take nothing for their own. */
function plain(words: string): string {
  return words
    .replace(/[\s\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .trim()
    .replace(/[\\`*_|<>[\]#~&]/g, (sign) => `\\${sign}`)
}
