import { once, readList } from './csv.ts'

/** Mid-year residents of an authority's area (ONS, all ages). */
export interface Population {
  readonly authority: string
  readonly year: number
  readonly population: number
  readonly source: string
  /** `backcast`: of the same area, before the authority existed. */
  readonly basis: 'existing' | 'backcast'
}

export const populations = once((): readonly Population[] =>
  readList('populations').map((row) => ({
    authority: row.authority_id ?? '',
    year: Number(row.year),
    population: Number(row.population),
    source: row.source ?? '',
    basis: row.basis as Population['basis'],
  })),
)
