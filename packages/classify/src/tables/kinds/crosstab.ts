import { isHeadOfAmounts, isHeadOfFigures } from '../headings.ts'
import type { KindOfTable } from './kind.ts'

/** Categories down the side and categories or periods along the top. */
export const crosstab: KindOfTable = {
  kind: 'crosstab',
  about: 'Categories by categories, or by periods.',
  is: ({ figures, header, labels }) =>
    labels.length > 0 &&
    figures.length > 1 &&
    !figures.every((column) => isHeadOfFigures(header[column] ?? '')) &&
    !figures.some((column) => isHeadOfAmounts(header[column] ?? '')) &&
    header.some((head) => head !== ''),
}
