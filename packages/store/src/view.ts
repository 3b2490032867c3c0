import { named } from './table.ts'

/** A view for people who only know SELECT: its columns are explained like those of a table. */
export interface View {
  readonly name: string
  readonly about: string
  /** In their order: what each is, and its type. */
  readonly columns: Readonly<Record<string, ViewColumn>>
  readonly select: string
}

export interface ViewColumn {
  readonly type: 'TEXT' | 'INTEGER' | 'REAL'
  readonly about: string
}

export function createView({ name, columns, select }: View): string {
  return `CREATE VIEW ${named(name)} (${Object.keys(columns).map(named).join(', ')}) AS\n${select};`
}

export const words = (about: string): ViewColumn => ({ type: 'TEXT', about })
export const whole = (about: string): ViewColumn => ({ type: 'INTEGER', about })
export const decimal = (about: string): ViewColumn => ({ type: 'REAL', about })
