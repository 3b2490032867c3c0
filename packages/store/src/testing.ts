import { createHash } from 'node:crypto'
import type { Ask, Question, ReadExemption, Reading, ReadTable, Source, Value } from '@disclosed/classify'
import { type Block, cite, type Document, type Evidence, type Placed } from '@disclosed/document'
import { type Register, registerWith } from '@disclosed/reference'
import type { Entry } from './put.ts'

export { keptEntry } from './packed.ts'

/** Letters of councils that do not exist, as the tests of several packages need them. */

export const inventedRegister: Register = registerWith(
  [
    'id,official_name,type,nation,region,start_date,end_date,successor_ids,predecessor_ids',
    'amberford,Amberford City Council (invented),unitary,England,North West,,,,',
    'brackwater,Brackwater Borough Council (invented),unitary,England,South East,,,,',
    'coldmere,Coldmere District Council (invented),district,England,South East,,2019-03-31,dunmere,',
    'dunmere,Dunmere Council (invented),unitary,England,South East,2019-04-01,,,coldmere',
    '',
  ].join('\n'),
)

export const reader: Reading['reader'] = {
  disclosed: '0.1.0',
  extract: 'text@1',
  rules: 'sha256:0',
  calibration: 'sha256:0',
}

interface Said extends Partial<Omit<Value, 'evidence'>> {
  /** Words of the answer that show the figure. */
  readonly quote: string
  readonly sheet?: string
}

interface Asked {
  readonly number?: string
  readonly text: string
  readonly asks?: readonly Partial<Ask>[]
  readonly answer: string
  readonly outcome?: Question['answer']['outcome']
  readonly sure?: boolean
  readonly values?: readonly Said[]
  readonly exemptions?: readonly string[]
  readonly attachments?: readonly string[]
}

interface Written {
  readonly authority?: string | null
  readonly authoritySure?: boolean
  readonly kind?: Reading['kind']
  readonly reference?: string | null
  readonly received?: string | null
  readonly responded?: string | null
  readonly round?: string | null
  readonly outcome?: Reading['outcome']
  readonly questions?: readonly Asked[]
  /** Lines that answer no question, and the figures in them. */
  readonly lines?: readonly string[]
  readonly values?: readonly Said[]
  readonly attachments?: readonly string[]
  readonly tables?: readonly Pick<ReadTable, 'title' | 'header' | 'rows'>[]
  readonly path?: string
  readonly part?: string | null
  readonly url?: string | null
  readonly site?: Source['site']
  readonly salt?: string
}

/** Writes a letter, and reads it as it was meant. */
export function letter(written: Written): Entry {
  const { questions = [], lines = [], values = [], path = null, part = null, url = null } = written
  const name = inventedRegister.byId(written.authority ?? '')?.name ?? null
  const blocks: Block[] = []
  let text = ''
  const write = (words: string): number => {
    const start = text.length === 0 ? 0 : text.length + 2
    text += `${text.length === 0 ? '' : '\n\n'}${words}`
    blocks.push({ kind: 'paragraph', start, end: text.length })
    return start
  }
  write(`${name ?? 'A public authority'}${written.salt ?? ''}`)
  const starts = questions.map((asked) => ({ asked, at: write(asked.text), answered: write(asked.answer) }))
  const alone = lines.map(write)[0] ?? 0
  const places: Placed[] = [...values, ...questions.flatMap((asked) => asked.values ?? [])].flatMap((said, index) => {
    const start = text.indexOf(said.quote, alone)
    return said.sheet === undefined
      ? []
      : [
          {
            start,
            end: start + said.quote.length,
            place: { kind: 'sheet', sheet: said.sheet, range: `B${index + 2}` },
            ocr: null,
          },
        ]
  })
  const id = createHash('sha256').update(text).digest('hex')
  const document: Document = {
    id: `sha256:${id}`,
    mediaType: 'text/plain',
    bytes: text.length,
    part,
    pages: null,
    ocr: false,
    reader: 'text@1',
    text,
    blocks,
    places,
    bold: [],
    links: [],
    notes: [],
  }
  const words = (quote: string, from: number): Evidence => {
    const start = text.indexOf(quote, from)
    if (start < 0) throw new RangeError(`The letter does not say "${quote}"`)
    return cite(document, { start, end: start + quote.length })
  }
  const sure = { confidence: 0.99, sure: true }
  const valueSaid = (said: Said, from: number): Value => valueWith(said, words(said.quote, from))
  const cites = [...new Set(questions.flatMap((asked) => asked.exemptions ?? []))]
  const reading: Reading = {
    schema: 'disclosed/reading/1',
    document: {
      id: document.id,
      path,
      mediaType: document.mediaType,
      bytes: document.bytes,
      pages: null,
      ocr: false,
      part,
      source: { url, retrieved: null },
      text: { sha256: id, length: text.length },
    },
    reader,
    kind: written.kind ?? 'foi_response',
    authority:
      name === null
        ? null
        : {
            id: written.authority ?? null,
            name,
            ...sure,
            sure: written.authoritySure ?? true,
            evidence: [words(name, 0)],
          },
    candidates: [],
    reference: written.reference ? { value: written.reference, ...sure, evidence: [] } : null,
    received: written.received ? { value: written.received, ...sure, evidence: [] } : null,
    responded: written.responded ? { value: written.responded, ...sure, evidence: [] } : null,
    requests: [],
    period: null,
    regimes: ['FOIA'],
    outcome: written.outcome ?? null,
    questions: starts.map(({ asked, at, answered }, index) =>
      questionOf(asked, index, words(asked.text, at), words(asked.answer, answered), (said) =>
        valueSaid(said, answered),
      ),
    ),
    values: values.map((said) => valueSaid(said, alone)),
    exemptions: cites.map((each): ReadExemption => exemptionOf(each, questions)),
    tables: (written.tables ?? []).map((each, index) => tableOf(each, index)),
    incidents: [],
    attachments: (written.attachments ?? []).map((each, index) => ({
      id: `a${index + 1}`,
      name: each,
      document: null,
      evidence: [],
    })),
    notes: [],
    discrepancies: [],
    told: [],
  }
  const site = written.site ?? null
  const source: Source = {
    ...{ path, url, retrieved: null, authority: null, licence: null },
    ...{ round: written.round ?? null, site },
  }
  return { document, reading, source }
}

function questionOf(
  asked: Asked,
  index: number,
  evidence: Evidence,
  answered: Evidence,
  valueSaid: (said: Said) => Value,
): Question {
  return {
    id: `q${index + 1}`,
    request: null,
    number: asked.number ?? String(index + 1),
    parent: null,
    stem: null,
    text: asked.text,
    evidence: [evidence],
    asks: (asked.asks ?? []).map((each) => ({
      for: 'count',
      measure: null,
      incidentType: null,
      by: [],
      from: null,
      to: null,
      confidence: 0.99,
      ...each,
    })),
    answer: {
      text: asked.answer,
      outcome: asked.outcome ?? 'disclosed',
      yesNo: null,
      sameAs: null,
      attachments: asked.attachments ?? [],
      links: [],
      confidence: 0.98,
      sure: asked.sure ?? true,
      evidence: [answered],
    },
    values: (asked.values ?? []).map(valueSaid),
    exemptions: asked.exemptions ?? [],
  }
}

function valueWith({ quote, sheet: _, ...said }: Said, evidence: Evidence): Value {
  return {
    number: Number(/\d+/.exec(quote)?.[0] ?? 0),
    relation: '=',
    unit: 'incidents',
    quantity: 'count',
    state: 'present',
    measure: 'data_breaches',
    incidentType: null,
    dimensions: [],
    category: null,
    total: false,
    of: null,
    about: null,
    from: null,
    to: null,
    timing: 'during',
    each: null,
    basis: { period: said.from ? 'answer' : null },
    asWritten: quote,
    hedge: null,
    notes: [],
    confidence: 0.99,
    sure: true,
    evidence: [evidence],
    ...said,
  }
}

function exemptionOf(cite: string, questions: readonly Asked[]): ReadExemption {
  const refused = questions.findIndex((asked) => asked.exemptions?.includes(cite))
  return {
    cite,
    provision: null,
    role: questions[refused]?.outcome === 'ncnd' ? 'ncnd' : 'engaged',
    told: 'number',
    questions: [],
    asWritten: cite,
    repaired: false,
    prejudice: null,
    publicInterest: null,
    confidence: 0.99,
    sure: true,
    evidence: [],
  }
}

function tableOf(table: Pick<ReadTable, 'title' | 'header' | 'rows'>, index: number): ReadTable {
  return {
    ...table,
    id: `t${index + 1}`,
    kind: 'breakdown',
    questions: [],
    rowCount: table.rows.length,
    period: null,
    confidence: 0.99,
    sure: true,
    evidence: [],
  }
}

/** A calendar year, as values and asks hold it. */
export function calendarYear(year: number): { readonly from: string; readonly to: string } {
  return { from: `${year}-01-01`, to: `${year}-12-31` }
}

/** The financial year that begins in that year. */
export function financialYear(year: number): { readonly from: string; readonly to: string } {
  return { from: `${year}-04-01`, to: `${year + 1}-03-31` }
}

/** One month, as values hold it. */
export function month(year: number, number: number): { readonly from: string; readonly to: string } {
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const start = `${year}-${String(number).padStart(2, '0')}`
  return { from: `${start}-01`, to: `${start}-${last}` }
}
