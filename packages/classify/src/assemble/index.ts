import { cite, type Document, quote } from '@disclosed/document'
import type { Authority, Outcome } from '@disclosed/reference'
import type { Answered, AskedPeriod, FoundValue } from '../answers/index.ts'
import type { Attachment as FoundAttachment } from '../attachments/index.ts'
import type { ReadAuthority as FoundWho } from '../authority/index.ts'
import { calibrationVersion, sureness } from '../calibration.ts'
import type { Dates } from '../dates/index.ts'
import { findDiscrepancies } from '../discrepancies/index.ts'
import type { RoledCitation } from '../exemptions/index.ts'
import type { Finding } from '../finding.ts'
import { findIncidents } from '../incidents/index.ts'
import type { Letter } from '../letter.ts'
import type { LikelyValue } from '../likely/index.ts'
import { type Cue, combine } from '../outcomes/index.ts'
import type { Part } from '../partition/index.ts'
import type { Asked } from '../questions/index.ts'
import type { Kind, ReadDay, Reading, ReadingEvidence, ReadText, Regime, Remark } from '../reading.ts'
import { type Report, readReport } from '../report/index.ts'
import { type FromSite, isSameReference, toldDay, toldEvidence, toldReference } from '../site/told.ts'
import type { Source } from '../source.ts'
import type { FoundTable } from '../tables/index.ts'
import { rulesVersion } from '../version.ts'
import { citeAll } from './evidence.ts'
import { asExemptions } from './exemptions.ts'
import { asQuestions } from './questions.ts'
import { sureIfRecognised } from './recognised.ts'
import { signsOfFree } from './signs.ts'
import { signsOfAuthority, signsOfDay, signsOfReference } from './signs-of-facts.ts'
import { asTables } from './tables.ts'
import { asValue } from './values.ts'

/** All that the stages found, before it is put together. */
export interface Stages {
  readonly document: Document
  readonly source: Source
  readonly textHash: string
  readonly letter: Letter
  readonly parts: readonly Part[]
  readonly kind: Kind
  readonly who: FoundWho
  readonly authority: Authority | null
  readonly dates: Dates
  readonly reference: Finding<string> | null
  readonly regimes: readonly Finding<Regime>[]
  readonly cues: readonly Finding<Cue>[]
  readonly questions: readonly Asked[]
  readonly periods: readonly (AskedPeriod | null)[]
  readonly answered: readonly Answered[]
  readonly values: readonly (readonly FoundValue[])[]
  readonly likely: readonly (readonly LikelyValue[])[]
  readonly roles: readonly RoledCitation[]
  readonly smallNumbers: readonly string[]
  readonly tables: readonly FoundTable[]
  readonly tableQuestions: readonly (readonly number[])[]
  /** By the table's index: its figures that answer no question. */
  readonly tableValues: readonly (readonly FoundValue[])[]
  readonly attachments: readonly Finding<FoundAttachment>[]
  readonly requestDate: string | null
}

const version = '0.1.0'

/** Puts the reading together: ids are given, words are cut, confidence is looked up. */
export function asReading(stages: Stages): Reading {
  const { document, source, kind, tables } = stages
  const isAnswer = kind === 'foi_response' || kind === 'internal_review' || stages.questions.length > 0
  const attachments = stages.attachments.map((each, index) => ({ ...each, id: `a${index + 1}` }))
  const questions = asQuestions(document, {
    ...stages,
    attachments: attachments.map(({ id, span }) => ({ id, ...span })),
  })
  const report = isAnswer ? null : readReport(stages)
  const free = [...(report?.values ?? []), ...stages.tableValues.flat().map((value) => inReport(value, report))]
  const reference = asReference(document, stages)
  const received = asDay(document, 'received', stages)
  const responded = asDay(document, 'responded', stages)
  const readTables = asTables(document, stages)
  return {
    schema: 'disclosed/reading/1',
    document: {
      id: document.id,
      path: source.path,
      mediaType: document.mediaType,
      bytes: document.bytes,
      pages: document.pages,
      ocr: document.ocr,
      part: document.part,
      source: { url: source.url, retrieved: source.retrieved },
      text: { sha256: stages.textHash, length: document.text.length },
    },
    reader: { disclosed: version, extract: document.reader, rules: rulesVersion(), calibration: calibrationVersion },
    kind,
    authority: asAuthority(document, stages),
    candidates: [...stages.who.candidates],
    reference,
    received,
    responded,
    requests:
      isAnswer || kind === 'foi_acknowledgement' || kind === 'request'
        ? [
            {
              id: 'r1',
              reference,
              received,
              responded,
              subject: source.site?.title ?? null,
              stage: kind === 'internal_review' ? 'internal_review' : 'first',
              supersedes: null,
            },
          ]
        : [],
    period: report?.period
      ? {
          from: report.period.value.from,
          to: report.period.value.to,
          ...sureIfRecognised(document, sureness('period', report.period.rule), [report.period.span]),
          evidence: citeAll(document, [report.period.span]),
        }
      : null,
    regimes: [...new Set(stages.regimes.map(({ value }) => value))],
    outcome: isAnswer ? outcomeOfAll(stages) : null,
    questions: [...questions],
    values: free.map((value) =>
      asValue(document, value, {
        measure: report?.measure ?? null,
        sureness: sureness('value', ...signsOfFree(value)),
        unit: null,
      }),
    ),
    exemptions: asExemptions(document, stages),
    tables: readTables,
    incidents: tables.flatMap((table, index) =>
      findIncidents(table).map((incident) => asIncident(document, incident, `t${index + 1}`)),
    ),
    attachments: attachments.map(({ id, value, span }) => ({
      id,
      name: value.name ?? value.words,
      document: null,
      evidence: citeAll(document, [span]),
    })),
    notes: document.notes.map(
      ({ code, message, span }): Remark => ({ code, message, evidence: span ? citeAll(document, [span]) : [] }),
    ),
    discrepancies: [
      ...findDiscrepancies(stages.letter, tables).map(({ code, message, spans }) => ({
        code,
        message,
        evidence: citeAll(document, spans),
      })),
      ...otherReference(document, stages),
      ...otherAuthority(document, stages),
    ],
    told: [...toldEvidence(source.site)],
  }
}

/** A report's tables are about the days that it covers, where they name no others. */
function inReport(value: FoundValue, report: Report | null): FoundValue {
  if (!report?.period || value.period.basis !== null) return value
  const { from, to } = report.period.value
  return {
    ...value,
    leansOn: [...value.leansOn, report.period.span],
    period: { ...value.period, from, to, basis: 'document' },
  }
}

function asIncident(document: Document, incident: ReturnType<typeof findIncidents>[number], table: string) {
  const { span, rule, ...fields } = incident
  return {
    ...fields,
    table,
    ...sureIfRecognised(document, sureness('incident', rule), [span]),
    evidence: citeAll(document, [span]),
  }
}

function asAuthority(document: Document, { who }: Stages): Reading['authority'] {
  const { found } = who
  if (!found) return null
  const evidence = found.evidence.map((each): ReadingEvidence => ('from' in each ? each : cite(document, each)))
  return {
    id: found.id,
    name: found.name,
    ...sureness('authority', ...signsOfAuthority(found)),
    evidence,
  }
}

/** The letter's own word stands above the site's, which fills its silence and bears it out. */
function asReference(document: Document, { reference, kind, source }: Stages): ReadText | null {
  const told = toldReference(source.site)
  if (!reference) return told && mayBeTold(kind) ? asTold('reference', told) : null
  const signs = signsOfReference(reference, kind)
  const sure = sureIfRecognised(document, sureness('reference', ...signs), [reference.span])
  const bornOut = told && isSameReference(reference.value, told.value) ? [told.evidence] : []
  const evidence = [...citeAll(document, [reference.span]), ...bornOut]
  return { value: reference.value, ...sure, evidence }
}

function asDay(document: Document, what: 'received' | 'responded', { dates, kind, source }: Stages): ReadDay | null {
  const found = dates[what]
  const told = toldDay(source.site, what)
  if (!found) return told && mayBeTold(kind) && isInOrder(what, told.value, dates) ? asTold(what, told) : null
  const bornOut = told?.value === found.value ? [told.evidence] : []
  return {
    value: found.value,
    ...sureIfRecognised(document, sureness(what, ...signsOfDay(found, dates, kind)), [found.span]),
    evidence: [...citeAll(document, [found.span]), ...bornOut],
  }
}

function asTold(what: string, { value, evidence }: FromSite) {
  return { value, ...sureness(what, `${what}/sidecar`), evidence: [evidence] }
}

/** What stands beside a report or a log of many requests is said of the page, and of no request in it. */
function mayBeTold(kind: Kind): boolean {
  return kind !== 'incident_report' && kind !== 'disclosure_log' && kind !== 'regulator_decision'
}

/** A site's day that would put the answer before its request is a misreading of one of the two. */
function isInOrder(what: 'received' | 'responded', day: string, { received, responded }: Dates): boolean {
  return what === 'received' ? !responded || day <= responded.value : !received || day >= received.value
}

function otherReference(document: Document, { reference, source }: Stages): readonly Remark[] {
  const told = toldReference(source.site)
  if (!reference || !told || isSameReference(reference.value, told.value)) return []
  const message = `the document gives the reference ${reference.value}; the page that published it gives ${told.value}`
  return [{ code: 'told_otherwise', message, evidence: [...citeAll(document, [reference.span]), told.evidence] }]
}

function otherAuthority(document: Document, { who: { found, instead } }: Stages): readonly Remark[] {
  if (!found || !instead) return []
  const message = `the document is of ${instead.name} by its own words; what came with it says ${found.name}`
  const evidence = instead.evidence.map((each): ReadingEvidence => ('from' in each ? each : cite(document, each)))
  return [{ code: 'told_otherwise', message, evidence }]
}

/** The outcome of the whole: that of all questions where they agree; where no question is on the page, what the reply says. */
function outcomeOfAll({ answered, cues, letter, parts, tableValues }: Stages): Outcome {
  if (answered.length === 0) {
    const replies = parts.filter(({ role }) => role === 'reply')
    const hasText = replies.some(({ span }) => quote(letter.text, span).trim() !== '')
    return combine(
      cues.map(({ value }) => value),
      { hasValue: (tableValues.at(-1) ?? []).length > 0, saysYesNo: false, hasText },
    )
  }
  const outcomes = new Set(answered.map(({ outcome }) => outcome))
  for (const moot of ['not_applicable', 'unanswered'] as const) if (outcomes.size > 1) outcomes.delete(moot)
  const [only] = outcomes
  if (only && outcomes.size === 1) return only
  const gives = (['disclosed', 'attached', 'partly', 'elsewhere'] as const).some((each) => outcomes.has(each))
  const refuses = (['withheld', 'ncnd', 'cost_limit', 'vexatious', 'not_held', 'partly'] as const).some((each) =>
    outcomes.has(each),
  )
  if (gives && refuses) return 'partly'
  if (gives) return outcomes.has('disclosed') ? 'disclosed' : 'attached'
  return outcomes.has('ncnd') ? 'ncnd' : 'withheld'
}
