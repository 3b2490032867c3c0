import type { Question, Reading, ReadingEvidence, Value } from '@disclosed/classify'
import { tellsOfHidden } from './hidden.ts'
import { type Io, oneLine } from './io.ts'

type Styled = Io['style']

/** A reading as people look at it: what it says, a mark for what is sure (✓) and what is not (?), and «its words». */
export function outline(reading: Reading, style: Styled): string {
  const lines = [
    style(
      'bold',
      oneLine([reading.document.path ?? reading.document.id, reading.document.part].filter(Boolean).join(' › ')),
    ),
    ...headOf(reading, style).map(indented(1)),
    ...reading.questions.flatMap((question) => questionLines(question, style)).map(indented(1)),
    ...section(
      'Figures',
      reading.values.map((value) => valueLine(value, style)),
    ),
    ...section('Exemptions and exceptions', exemptionLines(reading, style)),
    ...section('Tables', tableLines(reading)),
    ...section(
      'Does not add up',
      reading.discrepancies.map(({ message }) => oneLine(message)),
    ),
    ...section('Enclosed', enclosedLines(reading)),
    ...section('Carries what it does not show', notesOf(reading, tellsOfHidden)),
    ...section(
      'Notes',
      notesOf(reading, (code) => !tellsOfHidden(code)),
    ),
  ]
  return `${lines.join('\n')}\n`
}

interface Sure {
  readonly sure: boolean
  readonly confidence: number
  readonly evidence: readonly ReadingEvidence[]
}

function headOf(reading: Reading, style: Styled): readonly string[] {
  const { authority, candidates, reference, received, responded, period, regimes } = reading
  const whose = authority
    ? `${oneLine(authority.name)} ${mark(authority, style)}`
    : candidates.length > 0
      ? `authority not sure: one of ${candidates.join(', ')}`
      : 'names no authority'
  const when = [
    received ? `received ${received.value} ${mark(received, style)}` : null,
    responded ? `responded ${responded.value} ${mark(responded, style)}` : null,
    period ? `covers ${days(period)} ${mark(period, style)}` : null,
  ]
  return [
    [reading.kind, reading.outcome && `as a whole ${reading.outcome}`, regimes.join(', ')].filter(Boolean).join(' · '),
    [whose, reference && `reference ${oneLine(reference.value)} ${mark(reference, style)}`].filter(Boolean).join(' · '),
    when.filter(Boolean).join(' · '),
  ].filter((line) => line !== '')
}

function questionLines(question: Question, style: Styled): readonly string[] {
  const { number, text, answer, values, exemptions } = question
  const what = [answer.outcome, answer.yesNo, answer.sameAs && `as ${answer.sameAs}`, exemptions.join(', ')]
  return [
    '',
    `${style('bold', number ?? '•')}  ${shortened(text, 100)}`,
    `   ${what.filter(Boolean).join(' · ')} ${mark(answer, style)}  ${words(answer.text, style)}`,
    ...values.map((value) => `   ${valueLine(value, style)}`),
  ]
}

function valueLine(value: Value, style: Styled): string {
  const { category, unit, asWritten, state } = value
  const when = value.from || value.to ? days(value) : null
  const what = [numberOf(value), unit && oneLine(unit), category && `(${oneLine(category)})`].filter(Boolean).join(' ')
  const rest = [when, state === 'present' ? null : state].filter(Boolean).map((each) => ` · ${each}`)
  return `${what}${rest.join('')} ${mark(value, style)}  ${words(asWritten, style)}`
}

function numberOf({ number, relation, quantity }: Value): string {
  const sign = quantity === 'money' ? '£' : ''
  const after = quantity === 'percent' ? '%' : ''
  if (number === null) return 'no figure'
  if (typeof number !== 'number') return `${sign}${number[0]}${after} to ${sign}${number[1]}${after}`
  return `${relation === '=' ? '' : `${relation} `}${sign}${number.toLocaleString('en-GB')}${after}`
}

function exemptionLines(reading: Reading, style: Styled): readonly string[] {
  return reading.exemptions.map((each) => {
    const repaired = each.repaired ? ` (written ${oneLine(each.asWritten)})` : ''
    return `${each.cite} · ${each.role}${repaired} ${mark(each, style)}  ${words(quoteOf(each), style)}`
  })
}

function tableLines(reading: Reading): readonly string[] {
  return reading.tables.map(({ kind, title, rowCount, header }) => {
    const columns = header.map(oneLine).filter(Boolean).join(' | ')
    return `${kind} of ${rowCount} ${rowCount === 1 ? 'row' : 'rows'}${title ? `, ${oneLine(title)}` : ''}: ${shortened(columns, 100)}`
  })
}

function enclosedLines({ attachments }: Reading): readonly string[] {
  return attachments.map(({ name, document }) => `${oneLine(name)}${document === null ? ' (not at hand here)' : ''}`)
}

function notesOf({ notes }: Reading, wants: (code: string) => boolean): readonly string[] {
  return notes.flatMap(({ code, message }) => (wants(code) ? [`${code}: ${oneLine(message)}`] : []))
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', `  ${title}`, ...lines.map(indented(2))]
}

function mark({ sure, confidence }: Sure, style: Styled): string {
  return style(sure ? 'green' : 'yellow', `${sure ? '✓' : '?'} ${confidence.toFixed(2)}`)
}

function quoteOf({ evidence }: Sure): string {
  return evidence[0]?.quote ?? ''
}

function words(text: string, style: Styled): string {
  const short = shortened(text, 80)
  return short === '' ? '' : style('dim', `«${short}»`)
}

function days({ from, to }: { readonly from: string | null; readonly to: string | null }): string {
  if (from === to && from !== null) return from
  return `${from ?? '…'} – ${to ?? '…'}`
}

function shortened(text: string, most: number): string {
  const characters = Array.from(oneLine(text))
  return characters.length <= most
    ? characters.join('')
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}

function indented(levels: number): (line: string) => string {
  return (line) => (line === '' ? '' : '  '.repeat(levels) + line)
}
