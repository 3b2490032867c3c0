import { once, readList } from './csv.ts'

/** A bank holiday from Monday to Friday: no working day of that nation. */
export interface BankHoliday {
  readonly nation: 'England' | 'Wales' | 'Scotland' | 'Northern Ireland'
  /** ISO date. */
  readonly day: string
  readonly name: string
}

/** In the order of the days; from 2005, when the Acts came into force. */
export const bankHolidays = once((): readonly BankHoliday[] =>
  readList('bank-holidays').map((row) => ({
    nation: row.nation as BankHoliday['nation'],
    day: row.day ?? '',
    name: row.name ?? '',
  })),
)
