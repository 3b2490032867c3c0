import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Calibration } from '@disclosed/classify'
import type { Bar, CalibrationReport, FindingKind, Scored } from '@disclosed/evaluate'
import { type Command, listOption, type Options, readingOptions, textOption, toldHow } from '../command.ts'
import { type Io, Stop } from '../io.ts'
import { counted } from '../share.ts'

const formats = ['table', 'json', 'csv', 'markdown'] as const

export const evaluate: Command = {
  name: 'evaluate',
  about: `Read letters that somebody has labelled, and say field by field how right the readings are, and how right those marked sure.
A labelled letter is a folder with a document (document.pdf, document.txt …) and its labels, gold.json. A folder of such folders may be given a name, fresh=letters/2026, and is then reported by itself too.`,
  arguments: [{ name: '[folders...]', about: 'labelled letters, or folders of them' }],
  options: [
    { flags: '--format <format>', about: 'how figures are printed', choices: formats, default: 'table' },
    { flags: '--worst <number>', about: 'also show so many letters with most errors, each error a line', default: '0' },
    {
      flags: '--min <field=share>',
      about:
        'exit with 1 where the F1 of this field is below; "field:precision" and "field:recall" likewise; may be given several times',
      repeats: true,
    },
    {
      flags: '--calibrate [file]',
      about:
        'measure confidence anew on these letters, write the table (calibration.json where no file is named), and say how it holds on letters held back; letters of a set named seen (seen=FOLDER), beside which rules were written, teach what signs are worth and never how many findings are right',
    },
    {
      flags: '--finding <kind>',
      about:
        'with --calibrate, measure only this kind of finding anew and leave the others as the table has them; may be given several times',
      repeats: true,
    },
    {
      flags: '--reviewed <dataset>',
      about: 'how many of the findings that people confirmed, corrected or rejected in it were right as they were read',
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
    ['disclosed evaluate --reviewed disclosed.sqlite', 'how right what people looked at was'],
    [
      'disclosed evaluate letters --calibrate packages/classify/src/calibration.json --format markdown > docs/calibration.md',
      'the table of the program and the page about it; never measure on letters that rules were written to show',
    ],
  ],
  run: async (io, [folders = []], options) => {
    const reviewed = textOption(options, 'reviewed')
    if (reviewed !== null) await tellReviewed(io, reviewed, options)
    if (reviewed !== null && folders.length === 0) return 0
    if (folders.length === 0) throw new Stop('Name folders of labelled letters, or a dataset with --reviewed.', 2)
    const { belowBar, judge, reportOf, scoreLetter } = await import('@disclosed/evaluate')
    const [{ printReport }, { pageOf }] = await Promise.all([
      import('../evaluation.ts'),
      import('../evaluation-page.ts'),
    ])
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
      scored.push({
        letter,
        id: reading?.document.id ?? null,
        judged: reading && judge(letter.gold, reading),
        ...scoreLetter(letter.gold, reading),
      })
    const report = reportOf(scored, { worst })
    const calibrated = options.calibrate ? await calibrate(io, scored, options) : null
    const format = formats.find((each) => each === options.format) ?? 'table'
    io.out(format === 'markdown' ? pageOf(report, calibrated, io.today()) : printReport(report, calibrated, format))
    const below = bars.flatMap((bar) => belowBar(bar, report.all.fields) ?? [])
    for (const sentence of below) io.err(`${sentence}\n`)
    return failed + below.length > 0 ? 1 : 0
  },
}

/** What people said of readings is a measure of them, too. */
async function tellReviewed(io: Io, dataset: string, options: Options): Promise<void> {
  const [{ openStore }, { printReviewed }] = await Promise.all([import('@disclosed/store'), import('../reviewed.ts')])
  const store = openStore(resolve(io.base, dataset), { readonly: true })
  try {
    const format = (['json', 'csv'] as const).find((each) => each === options.format) ?? 'table'
    io.out(printReviewed(store, format))
  } finally {
    store.close()
  }
}

/** Writes the table; what it is worth is told with the report. */
async function calibrate(io: Io, scored: readonly Scored[], options: Options): Promise<CalibrationReport> {
  const { calibrationReport } = await import('@disclosed/evaluate')
  const path = typeof options.calibrate === 'string' ? options.calibrate : 'calibration.json'
  const file = resolve(io.base, path)
  const only = await kindsIn(options)
  const before: Calibration | null = only.length > 0 ? JSON.parse(await readFile(file, 'utf8')) : null
  const report = calibrationReport(scored, before ? { only, before } : {})
  await writeFile(file, `${JSON.stringify(report.calibration, null, 1)}\n`)
  io.err(`Wrote ${path}, measured on ${counted(report.all.letters, 'letter')}.\n`)
  return report
}

async function kindsIn(options: Options): Promise<readonly FindingKind[]> {
  const { findingKinds } = await import('@disclosed/evaluate')
  return listOption(options, 'finding').map((named) => {
    const kind = findingKinds.find((each) => each === named)
    if (kind) return kind
    throw new Stop(`--finding takes a kind of finding, not ${named}. Kinds: ${findingKinds.join(' · ')}.`, 2)
  })
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
