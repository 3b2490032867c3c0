import type { Bar, Scored } from '@disclosed/evaluate'
import { type Command, listOption, type Options, readingOptions, textOption, toldHow } from '../command.ts'
import type { ReportFormat } from '../evaluation.ts'
import { Stop } from '../io.ts'

const formats: readonly ReportFormat[] = ['table', 'json', 'csv']

export const evaluate: Command = {
  name: 'evaluate',
  about: `Read letters that somebody has labelled, and say field by field how right the readings are, and how right those marked sure.
A labelled letter is a folder with a document (document.pdf, document.txt …) and its labels, gold.json. A folder of such folders may be given a name, fresh=letters/2026, and is then reported by itself too.`,
  arguments: [{ name: '<folders...>', about: 'labelled letters, or folders of them' }],
  options: [
    { flags: '--format <format>', about: 'how figures are printed', choices: formats, default: 'table' },
    { flags: '--worst <number>', about: 'also show so many letters with most errors, each error a line', default: '0' },
    {
      flags: '--min <field=share>',
      about:
        'exit with 1 where the F1 of this field is below; "field:precision" and "field:recall" likewise; may be given several times',
      repeats: true,
    },
    ...readingOptions,
  ],
  examples: [
    ['disclosed evaluate letters', 'how right the readings of your own labelled letters are'],
    [
      'disclosed evaluate old=letters/2024 new=letters/2026 --worst 5',
      'two sets beside each other, and where most is wrong',
    ],
    ["disclosed evaluate letters --min outcome=0.9 --min 'sure values:precision=0.99'", 'a bar to hold'],
  ],
  run: async (io, [folders = []], options) => {
    const { belowBar, judge, reportOf, scoreLetter } = await import('@disclosed/evaluate')
    const { printReport } = await import('../evaluation.ts')
    const worst = Number(textOption(options, 'worst'))
    if (!Number.isInteger(worst) || worst < 0)
      throw new Stop(`--worst takes a whole number, not ${textOption(options, 'worst')}.`, 2)
    const bars = await barsIn(options)
    let failed = 0
    const complain = (sentence: string): void => {
      failed += 1
      io.err(`${sentence}\n`)
    }
    const { findLetters, readLetters } = await import('../labelled-letters.ts')
    const letters = await findLetters(io, folders, complain)
    if (letters.length === 0) return 1
    const scored: Scored[] = []
    for await (const { letter, reading } of readLetters(io, letters, toldHow(options), complain))
      scored.push({ letter, judged: reading && judge(letter.gold, reading), ...scoreLetter(letter.gold, reading) })
    const report = reportOf(scored, { worst })
    io.out(printReport(report, formats.find((each) => each === options.format) ?? 'table'))
    const below = bars.flatMap((bar) => belowBar(bar, report.all.fields) ?? [])
    for (const sentence of below) io.err(`${sentence}\n`)
    return failed + below.length > 0 ? 1 : 0
  },
}

async function barsIn(options: Options): Promise<readonly Bar[]> {
  const { measureNames, parseBar } = await import('@disclosed/evaluate')
  return listOption(options, 'min').map((written) => {
    const bar = parseBar(written)
    if (bar) return bar
    const fields = measureNames.join(' · ')
    throw new Stop(`--min takes a field and a share from 0 to 1, as outcome=0.9, not ${written}. Fields: ${fields}.`, 2)
  })
}
