import type { Question, Reading, Value } from '@disclosed/classify'
import type { Gold, GoldQuestion, GoldValue } from './gold.ts'

/** Readings and labels for tests: what a test does not name is empty. */

const document: Reading['document'] = {
  id: 'sha256:0',
  path: 'letters/one/document.txt',
  mediaType: 'text/plain',
  bytes: 0,
  pages: null,
  ocr: false,
  part: null,
  source: { url: null, retrieved: null },
  text: { sha256: '0', length: 0 },
}

export function readingWith(fields: Partial<Reading> = {}): Reading {
  return {
    schema: 'disclosed/reading/1',
    document,
    reader: { disclosed: '0', extract: 'text@1', rules: 'sha256:0', calibration: 'sha256:0' },
    kind: 'foi_response',
    authority: null,
    candidates: [],
    reference: null,
    received: null,
    responded: null,
    requests: [],
    period: null,
    regimes: [],
    outcome: null,
    questions: [],
    values: [],
    exemptions: [],
    tables: [],
    incidents: [],
    attachments: [],
    notes: [],
    discrepancies: [],
    told: [],
    ...fields,
  }
}

export function questionWith(text: string, fields: Partial<Question> = {}): Question {
  return {
    id: 'q1',
    request: 'r1',
    number: null,
    parent: null,
    stem: null,
    text,
    evidence: [],
    asks: [],
    answer: {
      text: '',
      outcome: 'disclosed',
      yesNo: null,
      sameAs: null,
      attachments: [],
      links: [],
      confidence: 0.9,
      sure: false,
      measuredBy: 'answer|disclosed',
      evidence: [],
    },
    values: [],
    exemptions: [],
    ...fields,
  }
}

export function valueWith(number: number, year: number, fields: Partial<Value> = {}): Value {
  return {
    number,
    relation: '=',
    unit: null,
    quantity: 'count',
    state: 'present',
    measure: null,
    incidentType: null,
    dimensions: [],
    category: null,
    total: false,
    of: null,
    about: null,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    timing: 'during',
    each: null,
    basis: { period: 'answer' },
    asWritten: String(number),
    hedge: null,
    notes: [],
    confidence: 0.9,
    sure: false,
    measuredBy: 'value|answers/whole-figure',
    evidence: [{ page: null, start: 0, end: 2, quote: String(number), place: null, ocr: null }],
    ...fields,
  }
}

export function goldWith(fields: Partial<Gold> = {}): Gold {
  return {
    kind: 'foi_response',
    authority: null,
    reference: null,
    received: null,
    responded: null,
    regimes: [],
    questions: [],
    exemptions: [],
    tables: [],
    ...fields,
  }
}

export function labelledQuestion(starts: string, fields: Partial<GoldQuestion> = {}): GoldQuestion {
  return { number: null, starts, outcome: 'disclosed', values: [], exemptions: [], ...fields }
}

export function labelledValue(number: number, year: number, fields: Partial<GoldValue> = {}): GoldValue {
  return { number, relation: '=', from: `${year}-01-01`, to: `${year}-12-31`, category: null, ...fields }
}
