import { type Command, dbOption, type Options, openedFrom, textOption } from '../command.ts'
import { Stop } from '../io.ts'

export const compare: Command = {
  name: 'compare',
  about: 'Compare authorities across years: figures, refusals by their name, and every caveat.',
  arguments: [],
  options: [
    dbOption,
    { flags: '--measure <measure>', about: 'what is counted, as data_breaches (the main one of the dataset)' },
    { flags: '--question <words>', about: 'a question, by words of it, in place of a measure' },
    { flags: '--authority <names>', about: 'ids or names, parted by commas' },
    { flags: '--type <type>', about: 'only authorities of that type, as district' },
    { flags: '--nation <nation>', about: 'only those of a nation, as Wales' },
    { flags: '--region <region>', about: 'only those of a region, as "South East"' },
    { flags: '--years <years>', about: 'as 2017-2023, or one' },
    { flags: '--per <residents>', about: 'for so many residents each, as 100000' },
    {
      flags: '--any-definition',
      about: 'take in figures that count something not quite the same, which are set apart in [ ] otherwise',
    },
    {
      flags: '--rank',
      about: 'order authorities by the figures of one year; refused, with the reasons, where caveats forbid it',
    },
    {
      flags: '--format <format>',
      about:
        'table for people, html or markdown to send around, csv, json or jsonl for programs: every cell with its words',
      choices: ['table', 'html', 'markdown', 'csv', 'json', 'jsonl'],
    },
  ],
  examples: [
    ['disclosed compare', 'what the letters are mostly about'],
    ['disclosed compare --measure data_breaches --years 2019-2023 --format csv > breaches.csv', 'for a spreadsheet'],
    ['disclosed compare --format html > breaches.html', 'one page with charts, to send to an editor'],
    [
      'disclosed compare --question "parking fines cancelled" --type district',
      'one question put to many, in any words',
    ],
    ['disclosed compare --years 2019 --per 100000 --rank', 'the highest rates first, where nothing forbids it'],
  ],
  run: async (io, _args, options) => {
    const measure = textOption(options, 'measure')
    const question = textOption(options, 'question')
    if (measure !== null && question !== null) throw new Stop('Name a --measure or a --question, not both.', 2)
    const asked = {
      ...(measure === null ? {} : { measure }),
      ...(question === null ? {} : { question }),
      authorities: (textOption(options, 'authority') ?? '')
        .split(',')
        .map((each) => each.trim())
        .filter(Boolean),
      ...yearsOf(textOption(options, 'years')),
      ...perOf(textOption(options, 'per')),
      ...onlyOf(options),
      rank: options.rank === true,
      anyDefinition: options.anyDefinition === true,
    }
    const [{ openStore }, comparing] = await Promise.all([import('@disclosed/store'), import('@disclosed/compare')])
    const store = openStore(openedFrom(io, options), { readonly: true })
    try {
      const comparison = comparing.compare(store, asked)
      const format = textOption(options, 'format') ?? 'table'
      if (format === 'csv') io.out(comparing.toCsv(comparison))
      else if (format === 'jsonl') io.out(comparing.toJsonLines(comparison))
      else if (format === 'json') io.out(comparing.toJson(comparison))
      else if (format === 'markdown') io.out(comparing.toMarkdown(comparison))
      else if (format === 'html') {
        const { comparisonPage } = await import('../comparison-page.ts')
        io.out(comparisonPage(comparison, io.today(), comparing.sentencesOf(store)))
      } else
        io.out(
          comparing.renderTable(comparison, { width: Math.min(io.width, 200), color: io.style('red', 'x') !== 'x' }),
        )
      return 0
    } finally {
      store.close()
    }
  },
}

function onlyOf(options: Options): { readonly type?: string; readonly nation?: string; readonly region?: string } {
  const told = (['type', 'nation', 'region'] as const).flatMap((name) => {
    const typed = textOption(options, name)
    return typed === null ? [] : [[name, typed]]
  })
  return Object.fromEntries(told)
}

function yearsOf(typed: string | null): { readonly years?: { readonly from: number; readonly to: number } } {
  if (typed === null) return {}
  const [, from = '', to = from] = /^(\d{4})(?:\s?[-–]\s?(\d{4}))?$/.exec(typed) ?? []
  if (from === '' || Number(to) < Number(from))
    throw new Stop(`--years takes years as 2017-2023 or 2019, not ${typed}.`, 2)
  return { years: { from: Number(from), to: Number(to) } }
}

function perOf(typed: string | null): { readonly per?: number } {
  if (typed === null) return {}
  const per = Number(typed.replaceAll(',', ''))
  if (!Number.isSafeInteger(per) || per < 1)
    throw new Stop(`--per takes a number of residents as 100000, not ${typed}.`, 2)
  return { per }
}
