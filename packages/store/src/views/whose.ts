import { type ViewColumn, words } from '../view.ts'

/** The columns that say whose a row is, in every view that has some. */
export const whoseColumns = {
  authority_id: words('The authority, as in authority.id; null where nobody knows whose it is.'),
  authority: words('Its name.'),
  type: words('What it is: unitary, district, county, police_force …'),
  nation: words('England, Wales, Scotland or Northern Ireland.'),
  region: words('The region it lies in.'),
} as const satisfies Readonly<Record<string, ViewColumn>>

/** The joins of a document `d` with its response `r` and its authority `x`, and the columns above. */
export const whoseJoins = `LEFT JOIN response r ON r.id = d.response
LEFT JOIN authority x ON x.id = coalesce(d.authority, r.authority)`

export const whoseSql = 'x.id, x.name, x.type, x.nation, x.region'
