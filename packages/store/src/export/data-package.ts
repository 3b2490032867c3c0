import type { DescribedColumn, DescribedTable } from '../described.ts'

/** What is exported, and where it came from. */
export interface Provenance {
  /** The version of Disclosed. */
  readonly version: string
  /** ISO date. */
  readonly created: string
  /** `status --hash` of the dataset. */
  readonly hash: string
  readonly sources: readonly { readonly id: string; readonly kind: string }[]
  /** The licences that documents are under, as lists of sources say. */
  readonly licences: readonly string[]
  readonly people: boolean
}

/** A table that was written, and how many rows it has. */
export interface Written {
  readonly table: DescribedTable
  readonly rows: number
}

/** `datapackage.json`: the tables as a Data Package (https://datapackage.org, version 2), each CSV file with its schema. */
export function dataPackage(written: readonly Written[], provenance: Provenance): Readonly<Record<string, unknown>> {
  const { version, created, hash, sources, licences, people } = provenance
  const names = new Set(written.map(({ table }) => table.name))
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'disclosed',
    title: 'What public authorities disclosed, and what they refused',
    description: [
      'Read from letters of public authorities by Disclosed: every number with its quote, its place and its link.',
      'Numbers stand only where they are sure or a person confirmed them. Begin with comparison_safe, whose numbers may be added up.',
      textRule,
      people
        ? 'It shows people: publish none of it without a reason in law.'
        : 'People in the letters are hidden: █ stands for each character.',
      'Each document is under the licence in document_place.licence; where that is empty nobody told it.',
    ].join(' '),
    version: hash,
    created: `${created}T00:00:00Z`,
    contributors: [{ title: `Disclosed ${version}`, roles: ['wrangler'] }],
    ...(sources.length > 0
      ? {
          sources: sources.map(({ id, kind }) =>
            kind === 'site' ? { title: id, path: `https://${id}/` } : { title: id },
          ),
        }
      : {}),
    ...(licences.length > 0 ? { licenses: licences.map((title) => ({ name: slug(title), title })) } : {}),
    resources: written.map(({ table, rows }) => ({
      name: table.name,
      path: `csv/${table.name}.csv`,
      title: table.name,
      description: table.about,
      format: 'csv',
      mediatype: 'text/csv',
      encoding: 'utf-8',
      rowCount: rows,
      dialect: { delimiter: ',', lineTerminator: '\r\n', header: true },
      schema: schemaOf(table, names),
    })),
  }
}

const textRule =
  'In the CSV files a text that a spreadsheet would run as a formula (it begins with = + - @, a tab or a line break, and is no signed number) has an apostrophe before it; the Parquet files hold every text as it is.'

function schemaOf({ columns, key }: DescribedTable, names: ReadonlySet<string>) {
  const references = columns.flatMap(({ name, references: to }) => {
    const [table = '', column = ''] = to?.split('.') ?? []
    return names.has(table) ? [{ fields: [name], reference: { resource: table, fields: [column] } }] : []
  })
  // An empty text is no missing one where a column is never null; a key may hold it.
  const isKey =
    key.length > 0 &&
    !columns.some(({ name, type, nullable }) => key.includes(name) && type === 'TEXT' && nullable !== false)
  return {
    fields: columns.map(fieldOf),
    missingValues: [''],
    ...(isKey ? { primaryKey: key } : {}),
    ...(references.length > 0 ? { foreignKeys: references } : {}),
  }
}

function fieldOf({ name, type, about, nullable, codes, form }: DescribedColumn) {
  const constraints = {
    ...(nullable === false ? { required: true } : {}),
    ...(codes !== null ? { enum: codes } : {}),
  }
  return {
    name,
    type: form === 'day' ? 'date' : type === 'TEXT' ? 'string' : type === 'INTEGER' ? 'integer' : 'number',
    description: about,
    ...(nullable === false && type === 'TEXT' && form !== 'day' ? { missingValues: [] } : {}),
    ...(Object.keys(constraints).length > 0 ? { constraints } : {}),
  }
}

function slug(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^a-z0-9.]+/g, '-')
      .replace(/^-|-$/g, '') || 'licence'
  )
}
