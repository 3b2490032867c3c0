import type { MeasureName } from './measures.ts'
import { hit, nothing, plus, type Tally } from './tally.ts'

/** Counts and errors as they come. */
export class Sheet {
  readonly measures = new Map<MeasureName, Tally>()
  readonly errors: string[] = []

  add(name: MeasureName, tally: Tally): void {
    this.measures.set(name, plus(this.measures.get(name) ?? nothing, tally))
  }

  hit(name: MeasureName, isRight: boolean, error: string): void {
    this.add(name, hit(isRight))
    if (!isRight) this.errors.push(error)
  }
}
