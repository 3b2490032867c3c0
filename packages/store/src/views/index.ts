import type { View } from '../view.ts'
import { answerList } from './answer-list.ts'
import { breachTypes } from './breach-types.ts'
import { comparison, comparisonSafe } from './comparison.ts'
import { coverage } from './coverage.ts'
import { discrepancyList } from './discrepancy-list.ts'
import { exemptionUse } from './exemption-use.ts'
import { incidentList } from './incident-list.ts'
import { reviewList } from './review-list.ts'
import { timeliness } from './timeliness.ts'

/** Every view, each after those it reads. */
export const views: readonly View[] = [
  comparison,
  comparisonSafe,
  breachTypes,
  exemptionUse,
  answerList,
  coverage,
  timeliness,
  incidentList,
  discrepancyList,
  reviewList,
]
