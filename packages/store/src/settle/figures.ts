import { type CaveatCode, incidentTypes, plainName, type Register } from '@disclosed/reference'
import type { FigureState } from '../vocabularies.ts'
import { type Dataset, type Draft, groupBy, type HeldFigure, measuresByCode, type QuestionRow } from './dataset.ts'
import { meet } from './dates.ts'
import { measureAsked } from './enclosures.ts'
import { linkTo, type Setting } from './settings.ts'
import { standingOf, yearNamed, yearsOf } from './standing.ts'

/** One draft for each figure; one for each year where it is said of each of several. */
export function draftFigures(
  dataset: Dataset,
  settings: ReadonlyMap<string, Setting>,
  fitted: ReadonlyMap<string, QuestionRow>,
  register: Register,
): readonly Draft[] {
  const questions = new Map(dataset.questions.map((each) => [each.id, each]))
  const drafts = dataset.observations.flatMap((observation) => {
    const setting = settings.get(observation.document)
    if (!setting || dataset.said.rejected.has(observation.id)) return []
    // Where a person says which question it answers, no other is looked for.
    const fit = observation.assigned ? undefined : fitted.get(observation.id)
    const question = fit ?? questions.get(observation.question ?? '') ?? null
    return splitYears(observation).map((each) =>
      draftOf(each, { setting, question, isFitted: fit !== undefined, dataset, register }),
    )
  })
  return alignSeries(drafts)
}

interface Around {
  readonly setting: Setting
  readonly question: QuestionRow | null
  readonly isFitted: boolean
  readonly dataset: Dataset
  readonly register: Register
}

type Part = HeldFigure & { readonly figure: string }

/** "There were none in any of the three years" is a figure for each of them. */
function splitYears(observation: HeldFigure): readonly Part[] {
  const { each, period_from: from, period_to: to, id } = observation
  const years = each === 'year' ? yearsOf({ from, to }) : []
  if (years.length < 2) return [{ ...observation, figure: id }]
  return years.map((year) => ({
    ...observation,
    each: null,
    period_from: year.from,
    period_to: year.to,
    figure: `${id}-${year.from.slice(0, 4)}`,
  }))
}

function draftOf(part: Part, around: Around): Draft {
  const { setting, question, isFitted, dataset, register } = around
  const period = periodOf(part, around)
  const standing = standingOf({ ...period, timing: part.timing, answered: setting.answered })
  // "Two a month" over a year is no figure of that year.
  const isRate = part.each === 'month' || part.each === 'quarter'
  const asks = question ? dataset.asks.get(question.id) : undefined
  const measure = part.measure ?? (isFitted ? measureAsked(asks) : null)
  const about = part.about === null ? null : aboutWhom(part.about, register)
  const isOwn = part.about === null || about === setting.authority
  const checked = dataset.said.checked.has(part.id)
  const sure = checked || (Boolean(part.sure) && setting.authoritySure && !(isFitted && period.isAsked))
  const category = categoryOf(part, measure)
  // Asked for breaches, answered with attacks: such a figure stands in no column of figures that count what their measure names.
  const isOther = measure !== null && differs(measure, asks)
  const state = stateOf(part, sure)
  return {
    id: part.figure,
    kind: 'figure',
    authority: isOwn ? setting.authority : about,
    document: part.document,
    question: question?.id ?? null,
    observation: part.added ? null : part.id,
    measure,
    question_group: question?.question_group ?? null,
    category,
    incident_type: part.incident_type,
    year: standing.year,
    year_kind: standing.year_kind,
    period_from: period.from,
    period_to: period.to,
    period_basis: period.basis,
    covers: isRate && standing.covers === 'whole' ? 'part' : standing.covers,
    number: state === 'unsure' || part.relation !== '=' ? null : part.number,
    stated: part.number,
    low: part.low,
    high: part.high,
    relation: part.relation,
    unit: part.unit,
    quantity: part.quantity,
    state,
    outcome: question?.outcome ?? null,
    grounds: question ? (dataset.grounds.get(question.id) ?? null) : null,
    confidence: part.confidence,
    checked,
    quote: part.quote,
    place: part.place,
    link: linkTo(setting.document, part.anchor),
    reference: setting.reference,
    responded: setting.responded,
    caveats: [
      ...standing.caveats,
      ...(isRate && standing.covers === 'whole' ? (['part_year'] as const) : []),
      ...caveatsOf(part, { ...around, basis: period.basis, sure, checked }),
      ...(isOther ? (['definition_differs'] as const) : []),
    ],
    sure,
    eligible: isOwn && setting.authority !== null && !isRate && !isOther && fitsMeasure(part.quantity, measure),
    passing: question === null || part.part_of !== null,
    stage: setting.stage,
    series: JSON.stringify([
      part.document,
      question?.id,
      measure,
      part.category,
      part.incident_type,
      part.unit,
      part.quantity,
      part.sheet,
    ]),
    timing: part.timing,
    each: part.each,
  }
}

/** The figure's own period; of an enclosure that tells none, the one its question asks about. */
function periodOf(part: Part, { isFitted, question, dataset }: Around) {
  const own = { from: part.period_from, to: part.period_to, basis: part.period_basis, isAsked: false }
  if (!isFitted || question === null || own.from !== null || own.to !== null) return own
  const periods = (dataset.asks.get(question.id) ?? []).filter(({ period_from: from }) => from !== null)
  const [only] = periods
  if (
    !only ||
    periods.some(({ period_from: from, period_to: to }) => from !== only.period_from || to !== only.period_to)
  )
    return own
  return { from: only.period_from, to: only.period_to, basis: 'question' as const, isAsked: true }
}

function stateOf({ state, relation, number, low, high }: Part, sure: boolean): FigureState {
  if (number === null && low === null && high === null) return state === 'present' ? 'unclear' : state
  if (!sure) return 'unsure'
  if (state !== 'present') return state
  return relation === '=' ? 'present' : relation === '~' ? 'approximate' : 'bound'
}

/** A figure, or a refusal of one, for one type of incident is no headline of a measure that counts them all. */
export function categoryOf(
  { category, incident_type }: Pick<Part, 'category' | 'incident_type'>,
  measure: string | null,
): string | null {
  if (category !== null || incident_type === null) return category
  if (measure !== null && typesOf[measure]?.includes(incident_type)) return null
  return incidentTypes().find(({ code }) => code === incident_type)?.label ?? incident_type
}

/** The measures that are themselves about one type of incident. */
const typesOf: Readonly<Record<string, readonly string[]>> = {
  ransomware_attacks: ['ransomware'],
  phishing_attacks: ['phishing'],
  malicious_emails: ['phishing', 'malware'],
  malware_infections: ['malware', 'ransomware'],
  ddos_attacks: ['dos'],
  lost_or_stolen_devices: ['loss_device', 'x_lost_or_stolen'],
  lost_devices: ['loss_device', 'x_lost_or_stolen'],
  stolen_devices: ['loss_device', 'x_lost_or_stolen'],
}

/** A share or a time is no count of incidents, and must not be added to one. */
export function fitsMeasure(quantity: string | null, measure: string | null): boolean {
  if (measure === null) return true
  return quantity === (measuresByCode.get(measure)?.counts === 'money' ? 'money' : 'count')
}

function differs(measure: string, asks: readonly { readonly measure: string | null }[] | undefined): boolean {
  const asked = (asks ?? []).flatMap((each) => each.measure ?? [])
  return asked.length > 0 && !asked.includes(measure)
}

function aboutWhom(name: string, register: Register): string | null {
  const found = register.named(name).filter((each) => plainName(each.name) === plainName(name))
  return found.length === 1 ? (found[0]?.id ?? null) : null
}

function caveatsOf(
  part: Part,
  {
    setting,
    question,
    dataset,
    basis,
    sure,
    checked,
  }: Around & { readonly basis: string | null; readonly sure: boolean; readonly checked: boolean },
): readonly CaveatCode[] {
  const span = { start: part.start ?? -1, end: part.end ?? -1 }
  const contradicted = (dataset.discrepancies.get(part.document) ?? []).some(
    ({ start, end }) => span.start < end && start < span.end,
  )
  const caveats: readonly (readonly [CaveatCode, boolean])[] = [
    ['period_asked_only', basis === 'question'],
    ['to_date', basis === 'request_date'],
    ['bound', part.relation !== '=' && part.relation !== '~' && part.number !== null],
    ['bound', part.relation === 'range'],
    ['suppressed', part.state === 'suppressed'],
    ['partial_answer', question?.outcome === 'partly'],
    ['estimated', part.state === 'estimated' || part.relation === '~'],
    ['provisional', part.state === 'provisional'],
    ['revised', part.state === 'revised'],
    ['unsure', !sure],
    ['authority_unsure', !sure && Boolean(part.sure) && !setting.authoritySure],
    ['in_attachment', setting.document.kind === 'enclosure'],
    ['ocr', part.ocr !== null],
    ['discrepancy', contradicted],
    ['checked', checked],
  ]
  return caveats.flatMap(([code, holds]) => (holds ? [code] : []))
}

/** Quarters or months that begin in April are parts of financial years, also those that begin in January. */
function alignSeries(drafts: readonly Draft[]): readonly Draft[] {
  const isPart = ({ covers, timing, period_to: to }: Draft) => covers === 'part' && timing === 'during' && to !== null
  const series = groupBy(drafts.filter(isPart), (each) => each.series)
  return drafts.map((draft) => {
    const together = isPart(draft) ? (series.get(draft.series) ?? []) : []
    if (together.length < 2 || draft.period_from === null) return draft
    const first = together.map(({ period_from: from }) => from ?? '').toSorted()[0] ?? ''
    const isSeries = !together.some((each) => each !== draft && meet(days(each), days(draft)))
    if (!isSeries) return draft
    const year_kind = first.slice(5) === '04-01' ? 'financial' : 'calendar'
    return { ...draft, year_kind, year: yearNamed(draft.period_from, year_kind) }
  })
}

function days({ period_from: from, period_to: to }: Draft) {
  return { from, to }
}
