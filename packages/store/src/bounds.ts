import type { Value } from '@disclosed/classify'

/** The least and the most that something can be, both inside; null where there is no such limit. */
export interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

/**
 * What the words of a figure allow, never tighter than they do: "<5" of a count is 0 to 4, for a count is whole and not
 * below nothing; of money or a percentage "<5" has no low limit, and its high limit 5 is itself left out.
 * "About 40" sets no limit at all.
 */
export function boundsOf({ number, relation, quantity }: Pick<Value, 'number' | 'relation' | 'quantity'>): Bounds {
  if (number === null) return { low: null, high: null }
  if (typeof number !== 'number') return { low: number[0], high: number[1] }
  const counted = quantity === 'count' && Number.isInteger(number)
  const least = quantity === 'count' ? 0 : null
  switch (relation) {
    case '=':
      return { low: number, high: number }
    case '<':
      return { low: least, high: counted ? number - 1 : number }
    case '<=':
      return { low: least, high: number }
    case '>':
      return { low: counted ? number + 1 : number, high: null }
    case '>=':
      return { low: number, high: null }
    case '~':
    case 'range':
      return { low: null, high: null }
    default:
      return relation satisfies never
  }
}
