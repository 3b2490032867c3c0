import type { Table } from '../table.ts'
import { asked } from './asked.ts'
import { authority, authoritySuccession, population } from './authority.ts'
import { bankHoliday } from './bank-holiday.ts'
import { citation, citationQuestion, provision } from './citation.ts'
import { correction, judgement } from './correction.ts'
import { dataTable, dataTableQuestion, incident, tableCell } from './data-table.ts'
import {
  answerAttachment,
  attachment,
  document,
  documentPlace,
  failure,
  kept,
  response,
  round,
  source,
} from './document.ts'
import { figure, figurePart } from './figure.ts'
import { observation } from './observation.ts'
import { answer, ask, question, questionGroup, questionWording, request } from './question.ts'
import { discrepancy, note } from './remark.ts'
import { compared, review } from './review.ts'
import { setting } from './setting.ts'
import { settled } from './settled.ts'
import { dictionary, measure, vocabulary } from './vocabulary.ts'

/** Every table, each after those it refers to. */
export const tables: readonly Table[] = [
  measure,
  provision,
  vocabulary,
  bankHoliday,
  authority,
  authoritySuccession,
  population,
  source,
  round,
  response,
  asked,
  document,
  documentPlace,
  kept,
  failure,
  request,
  questionGroup,
  questionWording,
  question,
  ask,
  answer,
  attachment,
  answerAttachment,
  observation,
  citation,
  citationQuestion,
  dataTable,
  dataTableQuestion,
  tableCell,
  incident,
  discrepancy,
  note,
  correction,
  judgement,
  figure,
  figurePart,
  compared,
  review,
  setting,
  settled,
  dictionary,
]
