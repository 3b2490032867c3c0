import type { View } from '../view.ts'
import { breachTypes } from './breach-types.ts'
import { comparison, comparisonSafe } from './comparison.ts'
import { exemptionUse } from './exemption-use.ts'

/** Every view, each after those it reads. */
export const views: readonly View[] = [comparison, comparisonSafe, breachTypes, exemptionUse]
