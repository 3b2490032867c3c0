export {
  type Calibration,
  calibrationVersion,
  confidenceIn,
  type MeasuredKind,
  type Sureness,
  surenessIn,
} from './calibration.ts'
export { type ClassifyContext, classify, type FigureOfAnswer, figuresOfAnswers } from './classify.ts'
export { chanceOf, type Weights } from './likely/index.ts'
export type {
  Answer,
  Ask,
  Attachment,
  Incident,
  Kind,
  QuantityKind,
  Question,
  ReadAuthority,
  ReadDay,
  ReadExemption,
  Reading,
  ReadingEvidence,
  ReadTable,
  ReadText,
  Regime,
  Relation,
  Remark,
  RequestRow,
  Role,
  TableCell,
  TableKind,
  Value,
  ValueState,
} from './reading.ts'
export { type Source, type ToldBySite, type ToldDay, unknownSource } from './source.ts'
export { rulesVersion } from './version.ts'
