import type { Reading } from '@disclosed/classify'
import type { Gold } from './gold.ts'
import { rowKeys, valueKey } from './keys.ts'
import { pairQuestions } from './match.ts'
import { isOutcome, isSameAuthority, isScoredCite, isTold } from './score.ts'
import { judgedPlaces, type Place } from './values.ts'

/** The kinds of findings that labels can judge. */
export const findingKinds = [
  'value',
  'answer',
  'exemption',
  'authority',
  'reference',
  'received',
  'responded',
  'table',
] as const

export type FindingKind = (typeof findingKinds)[number]

/** One finding of a reading, and whether it is right in everything that makes it what it is. */
export interface Judged {
  readonly kind: FindingKind
  /** Its kind and the signs that its confidence is measured by. */
  readonly measuredBy: string
  readonly confidence: number
  readonly sure: boolean
  readonly right: boolean
}

type Found = Pick<Judged, 'confidence' | 'sure'> & { readonly measuredBy?: string | undefined }

/** Every finding that the labels can judge. A finding under a question that nobody asked is wrong. */
export function judge(gold: Gold, reading: Reading): readonly Judged[] {
  const pairs = pairQuestions(gold.questions, reading.questions)
  const { authority, exemptions, tables } = reading
  const rows = new Set(gold.tables.flatMap(rowKeys))
  return [
    ...judgedPlaces(gold, reading, pairs).flatMap(judgeValues),
    ...reading.questions.map(({ answer }, index) => {
      const label = gold.questions[pairs.find(({ read }) => read === index)?.label ?? -1]
      return judged('answer', answer, label !== undefined && isOutcome(label, answer.outcome))
    }),
    ...exemptions
      .filter(({ cite, told }) => told === 'number' && isScoredCite(gold, cite))
      .map((read) =>
        judged(
          'exemption',
          read,
          gold.exemptions.some(({ cite, role }) => cite === read.cite && role === read.role),
        ),
      ),
    ...(authority ? [judged('authority', authority, isSameAuthority(gold, authority))] : []),
    ...(['reference', 'received', 'responded'] as const).flatMap((field) => {
      const read = reading[field]
      return read ? [judged(field, read, isTold(gold, field, read.value))] : []
    }),
    ...tables.map((table) =>
      judged(
        'table',
        table,
        rowKeys(table).every((row) => rows.has(row)),
      ),
    ),
  ]
}

/** Each label proves one value: number, relation and days must agree. Where two claim it the surer one has it. */
function judgeValues({ labels, read }: Place): readonly Judged[] {
  const open = labels.map((label) => valueKey(label, 'number+period'))
  const surestFirst = read.toSorted(
    (one, other) => Number(other.sure) - Number(one.sure) || other.confidence - one.confidence,
  )
  return surestFirst.map((value) => {
    const at = open.indexOf(valueKey(value, 'number+period'))
    if (at >= 0) open.splice(at, 1)
    return judged('value', value, at >= 0)
  })
}

function judged(kind: FindingKind, { measuredBy, confidence, sure }: Found, right: boolean): Judged {
  return { kind, measuredBy: measuredBy ?? kind, confidence, sure, right }
}
