import type { KindOfTable } from './kind.ts'

/** Categories and their figures. */
export const breakdown: KindOfTable = {
  kind: 'breakdown',
  about: 'Categories and their figures.',
  is: ({ figures, labels }) => labels.length > 0 && figures.length > 0,
}
