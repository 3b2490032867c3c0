import type { CaveatCode, Outcome } from '@disclosed/reference'
import { contentId } from '../ids.ts'
import type { AskRow, Dataset, Draft, QuestionRow } from './dataset.ts'
import { groupBy } from './dataset.ts'
import { meet } from './dates.ts'
import { categoryOf, fitsMeasure } from './figures.ts'
import { linkTo, type Setting } from './settings.ts'
import { standingOf, yearsOf } from './standing.ts'

/** One draft for each thing asked for that no figure answers, under each year it was asked about. */
export function draftRefusals(
  dataset: Dataset,
  settings: ReadonlyMap<string, Setting>,
  figures: readonly Draft[],
): readonly Draft[] {
  const answering = groupBy(
    figures.filter(({ question }) => question !== null),
    ({ question }) => question ?? '',
  )
  const ofQuestions = dataset.questions.flatMap((question) => {
    const setting = settings.get(question.document)
    return setting && !dataset.said.rejected.has(question.id)
      ? refusalsOf(question, setting, dataset, answering.get(question.id) ?? [])
      : []
  })
  return [...ofQuestions, ...wholeRefusals(dataset, settings)]
}

/** What a question asked for, and when; its parts that were answered alike are one. */
interface Asked {
  readonly measure: string | null
  readonly incident_type: AskRow['incident_type']
  /** count, money, percent or duration; null where no figure was asked for. */
  readonly quantity: Draft['quantity']
  /** Is it known what was asked for? */
  readonly told: boolean
  readonly from: string | null
  readonly to: string | null
}

function refusalsOf(
  question: QuestionRow,
  setting: Setting,
  dataset: Dataset,
  figures: readonly Draft[],
): readonly Draft[] {
  return distinct((dataset.asks.get(question.id) ?? []).flatMap(askedOf))
    .filter((asked) => isWorthARow(asked, question.outcome))
    .flatMap((asked) => {
      const answering = figures.filter((figure) => answers(figure, asked))
      if (answering.length === 0) return [refusal(question, setting, dataset, asked)]
      // Asked about 2019 and answered about 2019/20: the year asked about has its place, and no figure in it.
      const draft = refusal(question, setting, dataset, asked)
      const isPlaced = answering.some(({ year, year_kind }) => year === draft.year && year_kind === draft.year_kind)
      return isPlaced || draft.covers !== 'whole' ? [] : [{ ...draft, kind: 'silent' as const, eligible: false }]
    })
}

const figureWanted: ReadonlySet<string> = new Set(['count', 'money', 'percent', 'duration'])
const unknownAsk: Asked = { measure: null, incident_type: null, quantity: null, told: false, from: null, to: null }

function askedOf(ask: AskRow): readonly Asked[] {
  const { measure, incident_type, wanted, by, period_from: from, period_to: to } = ask
  const quantity = figureWanted.has(wanted) ? (wanted as Asked['quantity']) : null
  const asked = { measure, incident_type, quantity, told: true, from, to }
  const years = /year/i.test(by) ? yearsOf({ from, to }) : []
  return years.length > 1 ? years.map((year) => ({ ...asked, ...year })) : [asked]
}

/** A question that asks for a count, a list and dates of the same thing was still refused once. */
function distinct(all: readonly Asked[]): readonly Asked[] {
  if (all.length === 0) return [unknownAsk]
  const telling = all.some(({ measure }) => measure !== null)
    ? all.filter(({ measure, quantity }) => measure !== null || quantity !== null)
    : all
  const groups = groupBy(telling, ({ measure, incident_type, from, to }) =>
    JSON.stringify([measure, incident_type, from, to]),
  )
  return [...groups.values()].flatMap((group) => {
    const figures = group.filter(({ quantity }) => quantity !== null)
    const quantities = new Map((figures.length > 0 ? figures : group).map((each) => [each.quantity, each]))
    return [...quantities.values()]
  })
}

const refusing: ReadonlySet<Outcome> = new Set([
  'partly',
  'withheld',
  'ncnd',
  'not_held',
  'cost_limit',
  'elsewhere',
  'vexatious',
])

function isWorthARow({ quantity, told }: Asked, outcome: Outcome): boolean {
  if (refusing.has(outcome)) return true
  return quantity !== null || (!told && outcome !== 'disclosed' && outcome !== 'attached')
}

function answers(figure: Draft, asked: Asked): boolean {
  const isAboutIt = asked.measure === null || figure.measure === null || figure.measure === asked.measure
  const isWhen = asked.from === null || meet({ from: figure.period_from, to: figure.period_to }, asked)
  return isAboutIt && isWhen
}

function refusal(question: QuestionRow, setting: Setting, dataset: Dataset, asked: Asked): Draft {
  const { incident_type, measure, quantity, from, to, told } = asked
  const checked = dataset.said.checked.has(question.id)
  const sure = checked || (Boolean(question.sure) && setting.authoritySure)
  const { caveats, ...standing } = placed(asked, setting)
  const unsure = question.sure ? (['unsure', 'authority_unsure'] as const) : (['unsure'] as const)
  return {
    ...blank(setting),
    id: contentId('refusal', question.id, measure, incident_type, quantity, from, to),
    kind: question.outcome === 'disclosed' ? 'silent' : 'refusal',
    question: question.id,
    measure,
    question_group: question.question_group,
    category: categoryOf({ category: null, incident_type }, measure),
    incident_type,
    ...standing,
    caveats: [...caveats, ...(sure ? [] : unsure), ...(checked ? (['checked'] as const) : [])],
    checked,
    quantity,
    outcome: question.outcome,
    grounds: dataset.grounds.get(question.id) ?? null,
    confidence: question.confidence,
    quote: question.answer_quote ?? question.quote,
    place: question.answer_place ?? question.place,
    link: linkTo(setting.document, question.answer_quote === null ? question.anchor : question.answer_anchor),
    sure,
    eligible:
      question.outcome !== 'disclosed' &&
      setting.authority !== null &&
      (told ? quantity !== null && fitsMeasure(quantity, measure) : true),
    passing: false,
    series: question.id,
  }
}

function placed({ from, to }: Asked, { answered }: Setting) {
  // What is asked for may lie ahead; that alone does not make it part of a year.
  const standing = standingOf({ from, to, timing: 'during', answered: to === null ? answered : null })
  return {
    year: standing.year,
    year_kind: standing.year_kind,
    covers: standing.covers,
    period_from: from,
    period_to: to,
    period_basis: from === null && to === null ? null : ('question' as const),
    caveats: standing.caveats,
  }
}

/** A letter without its questions still says how the whole was answered. */
function wholeRefusals(dataset: Dataset, settings: ReadonlyMap<string, Setting>): readonly Draft[] {
  const asked = new Set(dataset.questions.map(({ document }) => document))
  const figured = new Set(dataset.observations.map(({ document }) => document))
  return dataset.documents.flatMap((document) => {
    const setting = settings.get(document.id)
    const { outcome, kind } = document
    const isLetter = kind === 'foi_response' || kind === 'internal_review'
    if (
      !setting ||
      !isLetter ||
      outcome === null ||
      !refusing.has(outcome) ||
      asked.has(document.id) ||
      figured.has(document.id)
    )
      return []
    return [
      {
        ...blank(setting),
        id: contentId('refusal', document.id),
        ...placed(unknownAsk, setting),
        outcome,
        sure: setting.authoritySure,
        eligible: false,
      },
    ]
  })
}

function blank({ document, authority, reference, responded, stage }: Setting): Draft {
  const caveats: readonly CaveatCode[] = []
  return {
    id: '',
    kind: 'refusal',
    authority,
    document: document.id,
    question: null,
    observation: null,
    measure: null,
    question_group: null,
    category: null,
    incident_type: null,
    year: null,
    year_kind: null,
    period_from: null,
    period_to: null,
    period_basis: null,
    covers: 'untold',
    number: null,
    stated: null,
    low: null,
    high: null,
    relation: null,
    unit: null,
    quantity: null,
    state: 'no_figure',
    outcome: null,
    grounds: null,
    confidence: null,
    checked: false,
    quote: null,
    place: null,
    link: linkTo(document, null),
    reference,
    responded,
    caveats,
    sure: false,
    eligible: false,
    passing: false,
    stage,
    series: document.id,
    timing: 'during',
    each: null,
  }
}
