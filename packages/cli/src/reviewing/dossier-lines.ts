import type { Beside, Dossier, SaidBefore } from '@disclosed/store'
import { type Io, oneLine } from '../io.ts'
import { shortened, shortId } from './saying.ts'

/** A finding on a terminal: what was read, the words with what stands around them, what stands beside it, and what to type. */
export function dossierLines(dossier: Dossier, io: Pick<Io, 'style' | 'width'>): string {
  const { about, id, authority, reason, place, link, around, beside, said } = dossier
  const title = [authority ?? 'Nobody known', about, ...(reason === null ? [] : [reason])].map(oneLine).join(' · ')
  const facts = factsOf(dossier).map(([name, words]) => `  ${name.padEnd(10)}${oneLine(words)}`)
  return `${[
    `${io.style('bold', title)}  ${io.style('dim', shortId(id))}`,
    facts.join('\n'),
    ...(around === null
      ? []
      : [
          [
            `${io.style('bold', 'In')} ${oneLine([link ?? '', place ?? ''].filter(Boolean).join(', '))}`,
            ...quoted(around, io),
          ].join('\n'),
        ]),
    ...(beside.length === 0 ? [] : [[io.style('bold', 'Beside it'), ...beside.map(besideLine)].join('\n')]),
    ...(said.length === 0 ? [] : [[io.style('bold', 'Said of it'), ...said.map(saidLine)].join('\n')]),
    [io.style('bold', 'Next'), ...whatToType(dossier)].join('\n'),
  ].join('\n\n')}\n`
}

function factsOf({
  about,
  holds,
  claim,
  confidence,
  sure,
  question,
  answered,
}: Dossier): readonly (readonly [string, string])[] {
  const how = confidence === null ? '' : `${sure ? 'sure' : 'not sure'}, ${confidence.toFixed(2)}`
  const changed = Object.keys(holds).filter((field) => holds[field] !== claim[field])
  const facts: readonly (readonly [string, string | null])[] =
    about === 'figure'
      ? [
          ['read as', `${figureIn(holds)}${holds.unit === null ? '' : ` ${holds.unit}`} (${how})`],
          [
            'counts',
            [holds.measure, holds.category].filter((each) => each !== null).join(', ') || 'no measure that is known',
          ],
          ['period', periodIn(holds)],
          ['question', question],
          ['answered', answered],
        ]
      : about === 'answer'
        ? [
            ['question', question],
            ['answered', `${holds.outcome}${holds.yes_no === null ? '' : `, ${holds.yes_no}`} (${how})`],
          ]
        : [
            ['whose', `${holds.authority ?? 'nobody known'}${how === '' ? '' : ` (${how})`}`],
            ['received', holds.received === null ? 'not told' : String(holds.received)],
            ['responded', holds.responded === null ? 'not told' : String(holds.responded)],
            ['outcome', answered],
          ]
  return [
    ...facts.flatMap(([name, words]) => (words === null || words === '' ? [] : [[name, words] as const])),
    ...(changed.length > 0
      ? [['by people', changed.map((field) => `${field} ${claim[field]} → ${holds[field]}`).join(', ')] as const]
      : []),
  ]
}

type Holds = Dossier['holds']

function figureIn({ number, low, high, relation, state }: Holds): string {
  if (number !== null && number !== undefined)
    return `${relation === '=' ? '' : relation}${Number(number).toLocaleString('en-GB')}`
  return low === null && high === null ? String(state) : `${low ?? '…'}–${high ?? '…'}`
}

function periodIn({ period_from: from, period_to: to, timing, each }: Holds): string {
  if (from === null && to === null) return 'none told'
  const days = timing === 'at' ? `as at ${from}` : `${from ?? '…'} to ${to ?? '…'}`
  return each === null ? days : `${days}, of each ${each}`
}

function periodToType({ period_from: from, period_to: to, timing }: Holds): string {
  if (from === null || to === null) return '…'
  if (timing === 'at') return `as at ${from}`
  const year = String(from).slice(0, 4)
  return from === `${year}-01-01` && to === `${year}-12-31` ? year : `${from} to ${to}`
}

/** The lines around the words, and the words between « ». */
function quoted(
  { before, words, after }: NonNullable<Dossier['around']>,
  { style }: Pick<Io, 'style'>,
): readonly string[] {
  const lines = `${before}${words === '' ? '' : `«${words}»`}${after}`.split('\n')
  return lines
    .map(oneLine)
    .filter(Boolean)
    .map((line) => `  ${line.includes('«') || line.includes('»') ? style('bold', line) : line}`)
}

function besideLine({
  authority,
  isSameAuthority,
  year,
  year_kind: kind,
  stated,
  low,
  high,
  relation,
  outcome,
  state,
}: Beside): string {
  const when =
    year === null
      ? 'no period'
      : kind === 'financial'
        ? `${year}/${String((year + 1) % 100).padStart(2, '0')}`
        : String(year)
  const figure =
    state === 'no_figure'
      ? (outcome ?? state)
      : `${figureIn({ number: stated, low, high, relation, state })}${state === 'unsure' ? '?' : ''}`
  return `  ${when.padEnd(10)}${figure.padStart(8)}  ${isSameAuthority ? 'the same authority' : oneLine(authority)}`
}

function saidLine({ id, kind, value, why, by, made, state }: SaidBefore): string {
  const given = value === null ? '' : ` ${value}`
  const reason = why === null ? '' : `: ${why}`
  return `  ${made.slice(0, 10)} ${shortened(oneLine(`${by} ${kind}${given}${reason}`), 100)} (${state}, ${shortId(id)})`
}

function whatToType({ about, id, holds }: Dossier): readonly string[] {
  const short = shortId(id)
  const given =
    about === 'figure'
      ? `--value ${holds.number ?? '…'} --period "${periodToType(holds)}"`
      : about === 'answer'
        ? `--outcome ${holds.outcome}`
        : '--authority "…"'
  return [
    `  disclosed review confirm ${short}`,
    `  disclosed review correct ${short} ${given} --why "…"`,
    `  disclosed review reject ${short} --why "…"`,
    `  disclosed show ${short} > page.html`,
  ]
}
