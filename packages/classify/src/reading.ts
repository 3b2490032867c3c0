import { incidentTypeCodes, measureCodes, outcomeCodes } from '@disclosed/reference'
import { z } from 'zod'

/**
 * What a document says, with the words that say it: `disclosed/reading/1`.
 * Where the document is silent a field is null. Ids (q1, t1) hold inside one reading only.
 */

const list = <Schema extends z.ZodType>(schema: Schema) => z.array(schema).readonly()
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
const chance = z.number().min(0).max(1)

/** Words of the document: `text.slice(start, end) === quote`, offsets in UTF-16 units of what `disclosed text` prints. */
const words = z.object({
  page: z.number().int().nullable(),
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
  place: z
    .union([
      z.object({ box: z.tuple([z.number(), z.number(), z.number(), z.number()]).readonly() }),
      z.object({ sheet: z.string(), range: z.string() }),
      z.object({ selector: z.string() }),
    ])
    .nullable(),
  ocr: chance.nullable(),
})

/** What a sidecar, or a folder's or file's name, told. */
const toldWords = z.object({ from: z.enum(['sidecar', 'path']), field: z.string(), quote: z.string() })

const evidence = list(z.union([words, toldWords]))
/** How sure a finding is: the measured chance that it is right, and whether that is above the cut. */
const sureness = {
  confidence: chance,
  sure: z.boolean(),
  /** The group of like findings that its confidence was measured on: "value|answers/whole-figure|question". */
  measuredBy: z.string().optional(),
  evidence,
}

const kind = z.enum([
  'foi_response',
  'foi_acknowledgement',
  'request',
  'enclosure',
  'internal_review',
  'regulator_decision',
  'incident_report',
  'disclosure_log',
  'other',
])
const regime = z.enum(['FOIA', 'EIR', 'FOISA', 'EISR', 'DPA', 'GDPR'])
const outcome = z.enum(outcomeCodes)
const measure = z.enum(measureCodes).nullable()
const incidentType = z.enum(incidentTypeCodes).nullable()
const role = z.enum(['engaged', 'ncnd', 'mentioned'])
const tableKind = z.enum(['breakdown', 'crosstab', 'series', 'register', 'other'])
const relation = z.enum(['=', '<', '<=', '>', '>=', '~', 'range'])
const quantity = z.enum(['count', 'money', 'percent', 'duration'])
const state = z.enum([
  'present',
  'suppressed',
  'not_available',
  'not_applicable',
  'estimated',
  'provisional',
  'revised',
  'unclear',
])
const period = { from: day.nullable(), to: day.nullable() }

const authority = z.object({ id: z.string().nullable(), name: z.string(), ...sureness })
const toldText = z.object({ value: z.string(), ...sureness })
const toldDay = z.object({ value: day, ...sureness })

const value = z.object({
  number: z.union([z.number(), z.tuple([z.number(), z.number()]).readonly()]).nullable(),
  relation,
  unit: z.string().nullable(),
  quantity,
  state,
  measure,
  incidentType,
  /** The row and column labels it stands under. */
  dimensions: list(z.object({ name: z.string().nullable(), label: z.string() })),
  /** Their labels joined by " / "; null for a total and for a label that is only a period. */
  category: z.string().nullable(),
  total: z.boolean(),
  /** What it is part of, or a percentage of. */
  of: z.string().nullable(),
  /** Another authority that the figure is about. */
  about: z.string().nullable(),
  /** First and last day, both inside. */
  ...period,
  timing: z.enum(['during', 'at']),
  /** Where one figure is said of every such part of the period. */
  each: z.enum(['year', 'quarter', 'month']).nullable(),
  basis: z.object({
    period: z.enum(['answer', 'question', 'heading', 'document', 'request_date']).nullable(),
  }),
  asWritten: z.string(),
  hedge: z.string().nullable(),
  /** The letter's own words that qualify it. */
  notes: evidence,
  ...sureness,
})

const ask = z.object({
  for: z.enum(['count', 'money', 'percent', 'duration', 'date', 'yes_no', 'list', 'document', 'text']),
  measure,
  incidentType,
  by: list(z.string()),
  ...period,
  confidence: chance,
})

const answer = z.object({
  text: z.string(),
  outcome,
  yesNo: z.enum(['yes', 'no']).nullable(),
  /** The number or words of the question whose answer this one refers to. */
  sameAs: z.string().nullable(),
  attachments: list(z.string()),
  links: list(z.string()),
  ...sureness,
})

const question = z.object({
  id: z.string(),
  request: z.string().nullable(),
  /** As the document shows it, without brackets and dots at the ends: "1.2", "3a". */
  number: z.string().nullable(),
  parent: z.string().nullable(),
  stem: z.string().nullable(),
  text: z.string(),
  evidence,
  asks: list(ask),
  answer,
  values: list(value),
  exemptions: list(z.string()),
})

const exemption = z.object({
  /** As the field writes it: "FOIA 31(1)(a)". */
  cite: z.string(),
  /** Below http://www.legislation.gov.uk/id/ */
  provision: z.string().nullable(),
  role,
  told: z.enum(['number', 'subject']),
  questions: list(z.string()),
  asWritten: z.string(),
  repaired: z.boolean(),
  prejudice: z.enum(['would', 'would_be_likely']).nullable(),
  publicInterest: z
    .object({
      forDisclosure: evidence,
      forExemption: evidence,
      decision: z.enum(['withhold', 'disclose']).nullable(),
    })
    .nullable(),
  ...sureness,
})

const cell = z.union([z.number(), z.string()])

const table = z.object({
  id: z.string(),
  title: z.string().nullable(),
  kind: tableKind,
  questions: list(z.string()),
  header: list(z.string()),
  /** Numbers are numbers; suppressed cells stay as written; empty cells are "". */
  rows: list(list(cell)),
  rowCount: z.number().int(),
  period: z.object(period).nullable(),
  ...sureness,
})

const incident = z.object({
  reference: z.string().nullable(),
  table: z.string(),
  /** Counted from 1, below the head. */
  row: z.number().int(),
  date: day.nullable(),
  department: z.string().nullable(),
  type: incidentType,
  typeAsWritten: z.string().nullable(),
  cause: z.string().nullable(),
  medium: z.string().nullable(),
  action: z.string().nullable(),
  reportedToIco: z.boolean().nullable(),
  peopleAffected: z.object({ number: z.number(), relation, basis: z.enum(['column', 'description']) }).nullable(),
  /** The cells of columns that have no field of their own, by their heading. */
  other: z.record(z.string(), z.string()).readonly(),
  ...sureness,
})

const request = z.object({
  id: z.string(),
  reference: toldText.nullable(),
  received: toldDay.nullable(),
  responded: toldDay.nullable(),
  subject: z.string().nullable(),
  stage: z.enum(['first', 'interim', 'revised', 'internal_review']),
  supersedes: z.string().nullable(),
})

const attachment = z.object({
  id: z.string(),
  name: z.string(),
  /** Its document id; null: not at hand. */
  document: z.string().nullable(),
  evidence,
})

const remark = z.object({ code: z.string(), message: z.string(), evidence })

export const readingSchema = z.object({
  schema: z.literal('disclosed/reading/1'),
  document: z.object({
    id: z.string().startsWith('sha256:'),
    path: z.string().nullable(),
    mediaType: z.string(),
    bytes: z.number().int(),
    pages: z.number().int().nullable(),
    ocr: z.boolean(),
    part: z.string().nullable(),
    source: z.object({ url: z.string().nullable(), retrieved: z.string().nullable() }),
    text: z.object({ sha256: z.string(), length: z.number().int() }),
  }),
  reader: z.object({ disclosed: z.string(), extract: z.string(), rules: z.string(), calibration: z.string() }),
  kind,
  authority: authority.nullable(),
  /** Ids of the authorities it could be, where it is none surely enough to name. */
  candidates: list(z.string()),
  reference: toldText.nullable(),
  received: toldDay.nullable(),
  responded: toldDay.nullable(),
  requests: list(request),
  period: z.object({ ...period, ...sureness }).nullable(),
  regimes: list(regime),
  outcome: outcome.nullable(),
  questions: list(question),
  /** Figures that answer no question: a report's own. */
  values: list(value),
  exemptions: list(exemption),
  tables: list(table),
  incidents: list(incident),
  attachments: list(attachment),
  notes: list(remark),
  discrepancies: list(remark),
  /** What the site that published it told beside it; empty where no sidecar tells anything. */
  told: list(toldWords),
})

/** The words that show a finding, or what was told beside the document. */
export type ReadingEvidence = z.infer<typeof evidence>[number]
export type ToldWords = z.infer<typeof toldWords>
export type Reading = z.infer<typeof readingSchema>
export type Kind = z.infer<typeof kind>
export type Regime = z.infer<typeof regime>
export type Role = z.infer<typeof role>
export type Relation = z.infer<typeof relation>
export type QuantityKind = z.infer<typeof quantity>
export type ValueState = z.infer<typeof state>
export type TableKind = z.infer<typeof tableKind>
export type ReadAuthority = z.infer<typeof authority>
export type ReadText = z.infer<typeof toldText>
export type ReadDay = z.infer<typeof toldDay>
export type Value = z.infer<typeof value>
export type Ask = z.infer<typeof ask>
export type Answer = z.infer<typeof answer>
export type Question = z.infer<typeof question>
export type ReadExemption = z.infer<typeof exemption>
export type ReadTable = z.infer<typeof table>
export type TableCell = z.infer<typeof cell>
export type Incident = z.infer<typeof incident>
export type RequestRow = z.infer<typeof request>
export type Attachment = z.infer<typeof attachment>
export type Remark = z.infer<typeof remark>

/** The JSON Schema of a reading, as `disclosed schema reading` prints it. */
export function readingJsonSchema(): object {
  return z.toJSONSchema(readingSchema, { io: 'output' })
}
