import type { CaveatCode, Measure } from '@disclosed/reference'
import { measures } from '@disclosed/reference'
import type { AddedFigure, Said } from '../corrections/apply.ts'
import type { Database } from '../database.ts'
import type { RowOf } from '../table.ts'
import type { document } from '../tables/document.ts'
import type { FigureRow } from '../tables/figure.ts'
import type { observation } from '../tables/observation.ts'
import type { answer, ask, question } from '../tables/question.ts'

/** What settling reads: the rows that single documents gave, in an order of their own. */
export interface Dataset {
  readonly documents: readonly DocumentRow[]
  readonly places: readonly PlaceRow[]
  readonly questions: readonly QuestionRow[]
  readonly asks: ReadonlyMap<string, readonly AskRow[]>
  readonly observations: readonly HeldFigure[]
  /** The provisions a question is refused under. */
  readonly grounds: ReadonlyMap<string, string>
  readonly attachments: readonly AttachmentRow[]
  readonly discrepancies: ReadonlyMap<string, readonly { readonly start: number; readonly end: number }[]>
  /** What people said of it. */
  readonly said: Said
  /** The latest stage that the requests of a document tell. */
  readonly stages: ReadonlyMap<string, string>
}

export type DocumentRow = Omit<RowOf<typeof document.columns>, 'text'>
export type ObservationRow = RowOf<typeof observation.columns>
/** A figure as it is used: what was read, or what a person said instead. */
export type HeldFigure = ObservationRow & { readonly added: boolean; readonly assigned: boolean }
export type AskRow = RowOf<typeof ask.columns>
export interface PlaceRow {
  readonly document: string
  readonly path: string | null
  readonly part: string | null
  readonly url: string | null
  readonly item: string | null
  readonly page: string | null
  readonly round: string | null
}
export type QuestionRow = Omit<RowOf<typeof question.columns>, 'start' | 'end' | 'page' | 'stem' | 'request'> &
  Pick<RowOf<typeof answer.columns>, 'outcome' | 'confidence' | 'sure'> & {
    readonly answer_quote: string | null
    readonly answer_place: string | null
    readonly answer_anchor: string | null
  }
export interface AttachmentRow {
  readonly id: string
  readonly document: string
  readonly name: string
  readonly question: string | null
  readonly file: string | null
}

/** A row of `figure` before it is known which answer stands for its cell. */
export type Draft = Omit<
  FigureRow,
  | 'chosen'
  | 'left_out'
  | 'broken_down'
  | 'broken_total'
  | 'answers'
  | 'rate_per_100k'
  | 'population'
  | 'population_year'
  | 'caveats'
  | 'checked'
> & {
  readonly caveats: readonly CaveatCode[]
  readonly checked: boolean
  readonly sure: boolean
  /** May it stand for its cell? Not if it is about somebody else, or a share where a count is asked for. */
  readonly eligible: boolean
  /** Figures given in passing stand behind those that answer a question about the same thing. */
  readonly passing: boolean
  /** 0 interim, 1 first, 2 revised or reviewed. */
  readonly stage: number
  /** Figures of one question, told apart by their periods alone. */
  readonly series: string
  readonly timing: 'during' | 'at'
  readonly each: string | null
}

export const measuresByCode: ReadonlyMap<string, Measure> = new Map(measures().map((each) => [each.code, each]))

/** All documents with what was read in them, or only some of them. */
export function readDataset(db: Database, said: Said, only: Iterable<string> | null = null): Dataset {
  const ids = only === null ? [] : [JSON.stringify([...only])]
  const all = <Row>(sql: string): readonly Row[] => db.all(sql, ...ids) as readonly Row[]
  const among = (document: string, before: 'WHERE' | 'AND' = 'WHERE') =>
    only === null ? '' : ` ${before} ${document} IN (SELECT value FROM json_each(?))`
  const wanted = only === null ? null : new Set(only)
  const isAmong = ({ document }: AddedFigure) => wanted?.has(document) ?? true
  return {
    documents: all<DocumentRow>(
      `SELECT id, kind, authority, authority_confidence, authority_sure, reference, received, received_sure,
         responded, responded_sure, period_from, period_to, regimes, outcome, response, rule, link, media_type, bytes, pages, ocr, reader FROM document${among('id')} ORDER BY id`,
    ),
    places: all<PlaceRow>(
      `SELECT document, path, part, url, item, page, round FROM document_place${among('document')} ORDER BY id`,
    ),
    questions: all<QuestionRow>(
      `SELECT q.id, q.document, q.number, q.parent, q.text, q.question_group, q.quote, q.place,
         q.anchor, a.outcome, a.confidence, a.sure, a.quote AS answer_quote, a.place AS answer_place, a.anchor AS answer_anchor
       FROM question q JOIN answer a ON a.question = q.id${among('q.document')} ORDER BY q.id`,
    ),
    asks: groupBy(
      all<AskRow>(
        only === null
          ? 'SELECT * FROM ask ORDER BY question, nth'
          : `SELECT a.* FROM question q JOIN ask a ON a.question = q.id${among('q.document')} ORDER BY a.question, a.nth`,
      ),
      (each) => each.question,
    ),
    observations: [
      ...all<ObservationRow>(`SELECT * FROM observation${among('document')} ORDER BY id`).map((row) => held(row, said)),
      ...said.added
        .filter(isAmong)
        .map(foundByHand)
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    ],
    grounds: new Map(
      all<{ question: string; cites: string }>(
        `SELECT cq.question, group_concat(DISTINCT c.cite ORDER BY c.cite) AS cites
         FROM citation_question cq JOIN citation c ON c.id = cq.citation WHERE c.role <> 'mentioned'${among('c.document', 'AND')} GROUP BY cq.question`,
      ).map(({ question, cites }) => [question, cites]),
    ),
    attachments: all<AttachmentRow>(
      `SELECT a.id, a.document, a.name, a.file, aa.question
       FROM attachment a LEFT JOIN answer_attachment aa ON aa.attachment = a.id${among('a.document')} ORDER BY a.id, aa.question`,
    ),
    discrepancies: groupBy(
      all<{ document: string; start: number; end: number }>(
        `SELECT document, start, "end" FROM discrepancy WHERE start IS NOT NULL${among('document', 'AND')} ORDER BY document, nth`,
      ),
      (each) => each.document,
    ),
    said,
    stages: new Map(
      all<{ document: string; stage: string }>(
        `SELECT document, CASE max(CASE stage WHEN 'interim' THEN 0 WHEN 'first' THEN 1 WHEN 'revised' THEN 2 ELSE 3 END)
           WHEN 0 THEN 'interim' WHEN 1 THEN 'first' WHEN 2 THEN 'revised' ELSE 'internal_review' END AS stage
         FROM request${among('document')} GROUP BY document`,
      ).map(({ document, stage }) => [document, stage]),
    ),
  }
}

export function groupBy<Row>(rows: Iterable<Row>, key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const own = key(row)
    const group = groups.get(own)
    if (group) group.push(row)
    else groups.set(own, [row])
  }
  return groups
}

function held(row: ObservationRow, { instead }: Said): HeldFigure {
  const told = instead.get(row.id)
  return { ...row, ...told, added: false, assigned: told !== undefined && 'question' in told }
}

/** A figure that a person found, as if it had been read. */
function foundByHand({ id, document, quote, place, claim }: AddedFigure): HeldFigure {
  return {
    ...{ id, document, question: null, number: null, low: null, high: null, relation: '=', unit: null },
    ...{ quantity: 'count', state: 'present', measure: null, incident_type: null, category: null, dimensions: '[]' },
    ...{ total: false, part_of: null, about: null, period_from: null, period_to: null, timing: 'during', each: null },
    ...{ period_basis: null, as_written: quote, hedge: null, notes: null, heading: null, sheet: null, ocr: null },
    ...{ confidence: 1, sure: true, quote, place, page: null, start: null, end: null, anchor: null },
    ...claim,
    added: true,
    assigned: true,
  }
}
