import type {
  Ask,
  Kind,
  QuantityKind,
  Relation,
  RequestRow,
  Role,
  TableKind,
  Value,
  ValueState,
} from '@disclosed/classify'
import { caveats, type ExemptionClass, type ExemptionKind, incidentTypes, outcomes } from '@disclosed/reference'

/** A word that a column may hold, and what it means there. */
type Explained<Code extends string> = Readonly<Record<Code, string>>

export const kinds: Explained<Kind> = {
  foi_response: 'An answer to a request for information',
  foi_acknowledgement: 'A note that a request arrived, or any other holding letter',
  request: 'A request for information',
  enclosure: 'A file sent along with an answer',
  internal_review: 'The answer of an authority that looked again at its first one',
  regulator_decision: 'A decision of the Information Commissioner or the Scottish one',
  incident_report: 'A report of an authority on its own incidents',
  disclosure_log: 'A list of requests and how they were answered',
  other: 'None of these',
}

export const relations: Explained<Relation> = {
  '=': 'Exactly',
  '<': 'Fewer than',
  '<=': 'At most',
  '>': 'More than',
  '>=': 'At least',
  '~': 'About',
  range: 'From a low to a high number',
}

export const quantities: Explained<QuantityKind> = {
  count: 'How many',
  money: 'Pounds sterling',
  percent: 'Per cent: 50 is a half',
  duration: 'A time, in its unit',
}

export const valueStates: Explained<ValueState> = {
  present: 'The figure is given',
  suppressed: 'The authority held the number back',
  not_available: 'The authority has no figure',
  not_applicable: 'The figure does not arise',
  estimated: 'The authority calls it an estimate',
  provisional: 'The authority calls it provisional',
  revised: 'The authority revised an earlier figure',
  unclear: 'A mark or a blank that the document does not explain',
}

/** Why a row of the comparison has a number, or has none. */
export const figureStates: Explained<ValueState | 'unsure' | 'bound' | 'approximate' | 'no_figure'> = {
  ...valueStates,
  unsure: 'The reading is not sure: look at the words',
  bound: 'A bound or a band stands in place of a number',
  approximate: 'The authority says about how many',
  no_figure: 'No figure is given; the outcome says why',
}

export const roles: Explained<Role> = {
  engaged: 'Relied on to withhold',
  ncnd: 'Relied on to neither confirm nor deny',
  mentioned: 'Cited and not relied on',
}

export const tableKinds: Explained<TableKind> = {
  breakdown: 'Categories and their figures',
  crosstab: 'Categories by categories',
  series: 'Periods and their figures',
  register: 'A row for each incident or item',
  other: 'Any other table',
}

export const wants: Explained<Ask['for']> = {
  count: 'How many',
  money: 'How much money',
  percent: 'What share',
  duration: 'How long',
  date: 'When',
  yes_no: 'Whether',
  list: 'A list of things',
  document: 'A document',
  text: 'Words',
}

/** From the earliest to the latest. */
export const stages: Explained<RequestRow['stage']> = {
  interim: 'An answer before the full one',
  first: 'The first answer',
  revised: 'An answer that corrects an earlier one',
  internal_review: 'The answer after an internal review',
}

export const timings: Explained<Value['timing']> = { during: 'Over the period', at: 'On that day' }

export const periodBases: Explained<NonNullable<Value['basis']['period']>> = {
  answer: 'The answer tells the period',
  question: 'The question tells it',
  heading: 'A heading above tells it',
  document: 'The document as a whole tells it',
  request_date: 'Counted from the day of the request',
}

export const yearKinds = {
  calendar: 'January to December',
  financial: 'April to March; named by the year it begins in',
  academic: 'September to August; named by the year it begins in',
  other: 'Any other period; named by the year it begins in',
  day: 'As at a day in that year',
} as const

export const coverings = {
  whole: 'The whole of the year',
  part: 'Part of it only',
  longer: 'More than a year, and it cannot be split',
  day: 'A stock on a day',
  untold: 'Nobody tells the period',
} as const

/** Why a row of the comparison is not in comparison_safe. */
export const leftOuts = {
  not_chosen: 'Another answer stands for its cell, or several disagree and none does',
  breakdown: 'It is part of a breakdown, and its total stands for all of them',
  not_whole: 'It is of a part of the year, of more than a year, of a day, or of days that nobody tells',
  no_count: 'A share or a time cannot be added up',
  other_unit: 'Most authorities answered the same question with another unit',
  other_level:
    'Its area overlaps with those of others: of counties and districts only the level stands of which more gave this figure, and no authority above councils beside them',
  successor: 'The councils that it took over from gave figures of the same year',
} as const

export const figureKinds = {
  figure: 'A figure that a document gives',
  sum: 'Added up here from parts that are all there',
  refusal: 'A question without a figure, and its outcome',
  silent: 'A year that was asked about and answered, without a figure for it: for another period, or none was found',
} as const

export const joinRules = {
  alone: 'The letter stands for itself',
  sidecar: 'Their sidecars name one published item',
  web_page: 'The same web page holds them',
  container: 'One archive or e-mail holds them',
  named: 'The letter names the file',
  reference: 'Authority and reference agree',
  folder: 'The folder holds exactly one letter',
} as const

export const askedStates = {
  answered: 'An answer is here',
  acknowledged: 'The request was acknowledged, and no answer is here',
  silent: 'Nothing is here from the authority in this round',
  unclear: 'Answers are here, and nothing tells which of several requests they answer',
  unknown: 'Nobody knows whom the list means',
} as const

export const askedRules = {
  reference: 'Authority and reference agree',
  round: 'An answer of the authority in this round, and its only request in it',
  day: 'An answer of the authority to a request received in the week after it was sent',
} as const

export const grounds = {
  exemption: 'An exemption or exception proper',
  cost: 'The limit of cost or effort',
  vexatious: 'A vexatious or repeated request',
  not_held: 'The information is not held',
} as const

export const provisionClasses: Explained<ExemptionClass> = {
  absolute: 'No public interest test',
  qualified: 'Subject to the public interest test',
  partly: 'Absolute in part',
  none: 'No exemption proper',
}

export const provisionKinds: Explained<ExemptionKind> = {
  withhold: 'Allows to withhold',
  ncnd: 'Allows to neither confirm nor deny',
  cost: 'The limit of cost',
  vexatious: 'Vexatious or repeated requests',
  elsewhere: 'Available elsewhere',
  future: 'To be published',
  not_held: 'Not held',
  personal: 'Personal data',
  certificate: 'By a certificate',
}

/** What a person can say of a finding, or of another person's word. */
export const corrections = {
  confirm: 'A person looked at the words and found the reading right',
  correct: 'A person gave another value',
  reject: 'A person found that the words do not say this',
  add: 'A person found a figure that was not read',
  join: 'A person found that two questions ask the same',
  split: 'A person found that a question asks something else than those it was put together with',
  note: 'A remark',
  undo: 'A word is taken back',
} as const

/** What a person's word is about. */
export const correctables = {
  figure: 'A figure',
  answer: 'How a question was answered',
  document: 'Whose a document is, and its days',
  word: "Another person's word",
} as const

/** Why something deserves a person's minute. */
export const reviewReasons = {
  changed: 'What a person said no longer fits what is read, or its document is gone',
  disputed: 'People say different things',
  disagrees: 'Answers give different figures',
  discrepancy: 'The document contradicts itself',
  stands_out: 'Five times the year before, or a fifth of it',
  whose: 'Nobody is sure whose letter it is',
  unsure: 'The one answer of its cell, and not sure',
} as const

/** What became of a person's word. */
export const judgements = {
  stands: 'It holds: the comparison shows it',
  replaced: 'The same person, or another after the reading changed, said something later',
  disputed: 'People say different things, and none of it is used until one takes the word back',
  undone: 'It was taken back',
  changed: 'The reading says something else by now: look again',
  missing: 'What it was about is no longer there: look again',
} as const

export type YearKind = keyof typeof yearKinds
export type Covers = keyof typeof coverings
export type LeftOut = keyof typeof leftOuts
export type FigureKind = keyof typeof figureKinds
export type FigureState = keyof typeof figureStates
export type JoinRule = keyof typeof joinRules

export function codesOf<Code extends string>(explained: Explained<Code>): readonly Code[] {
  return Object.keys(explained) as Code[]
}

/** Every vocabulary of the dataset as rows: list, code, label, meaning. */
export function* vocabularyRows() {
  for (const { code, label, definition } of outcomes()) yield { list: 'outcome', code, label, meaning: definition }
  for (const { code, label, meaning } of caveats()) yield { list: 'caveat', code, label, meaning }
  for (const { code, label, definition } of incidentTypes()) {
    yield { list: 'incident_type', code, label, meaning: definition }
  }
  for (const [list, explained] of Object.entries(explainedHere)) {
    for (const [code, meaning] of Object.entries(explained)) yield { list, code, label: code, meaning }
  }
}

const explainedHere: Readonly<Record<string, Explained<string>>> = {
  kind: kinds,
  relation: relations,
  quantity: quantities,
  state: figureStates,
  role: roles,
  table_kind: tableKinds,
  wanted: wants,
  stage: stages,
  timing: timings,
  period_basis: periodBases,
  year_kind: yearKinds,
  covers: coverings,
  left_out: leftOuts,
  figure_kind: figureKinds,
  rule: joinRules,
  asked_state: askedStates,
  asked_rule: askedRules,
  ground: grounds,
  class: provisionClasses,
  provision_kind: provisionKinds,
  correction: corrections,
  correctable: correctables,
  judgement: judgements,
  review_reason: reviewReasons,
}
