export { type Bar, belowBar, parseBar } from './bars.ts'
export { atLeast } from './bound.ts'
export { type Gold, type GoldQuestion, type GoldTable, type GoldValue, type ReadGold, readGold } from './gold.ts'
export { type CalibratedSet, type CalibrationReport, calibrationReport } from './held-back.ts'
export { type FindingKind, findingKinds, type Judged, judge } from './judge.ts'
export { asSet, findLabelled, type LabelledLetter, type LabelledSet } from './labelled.ts'
export { type LabelledFigures, type Lesson, labelFigures, learnFigures } from './likely-figures.ts'
export { type MeasureName, measureNames } from './measures.ts'
export {
  type BandRow,
  type FieldRow,
  type Report,
  reportOf,
  type Scored,
  type SetReport,
  type SureRow,
} from './report.ts'
export { type Score, scoreLetter } from './score.ts'
