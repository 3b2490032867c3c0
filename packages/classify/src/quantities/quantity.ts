import type { QuantityKind, Relation, ValueState } from '../reading.ts'

/** A number that a letter gives, and what it is a number of. */
export interface Quantity {
  /** Both ends of a range; null where the words give no number we can stand for. */
  readonly number: number | readonly [number, number] | null
  readonly relation: Relation
  readonly quantity: QuantityKind
  /** What is counted; "£", "%", or the unit of time. Null where the words do not tell. */
  readonly unit: string | null
  /** The word by which the letter holds back a little: "known", "approximately", "to date". */
  readonly hedge: string | null
  readonly state: ValueState
  /** What it is part of, or a percentage of, where the same words tell it. */
  readonly of?: string
}

/** A figure as it stands, before the words around it are heard. */
export interface Figure {
  readonly number: number | null
  readonly quantity: QuantityKind
  readonly unit: string | null
}

/** Keys always stand in this order, so that two equal quantities are written alike. */
export function quantityOf(figure: Figure, relation: Relation = '=', state: ValueState = 'present'): Quantity {
  return {
    number: figure.number,
    relation,
    quantity: figure.quantity,
    unit: figure.unit,
    hedge: null,
    state: figure.number === null ? 'unclear' : state,
  }
}

export function rangeOf(
  low: number,
  high: number,
  { quantity, unit }: Pick<Figure, 'quantity' | 'unit'>,
  state: ValueState = 'present',
): Quantity {
  return { ...quantityOf({ number: low, quantity, unit }, 'range', state), number: [low, high] }
}

export function count(number: number, relation: Relation = '=', state: ValueState = 'present'): Quantity {
  return quantityOf({ number, quantity: 'count', unit: null }, relation, state)
}

export function pounds(number: number | null, relation: Relation = '='): Quantity {
  return quantityOf({ number, quantity: 'money', unit: '£' }, relation)
}

export function percent(number: number, relation: Relation = '='): Quantity {
  return quantityOf({ number, quantity: 'percent', unit: '%' }, relation)
}

export function duration(number: number, unit: string, relation: Relation = '='): Quantity {
  return quantityOf({ number, quantity: 'duration', unit }, relation)
}
