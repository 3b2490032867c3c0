import type { Comparison } from './comparison.ts'

type Field = string | number | null

/** One line for each authority and year, with all that stands behind the cell; a cell nobody asked about has its line too. */
export function toCsv({ subject, per, columns, rows }: Comparison): string {
  const lines = rows.flatMap(({ id, name, type, nation, region, cells }) =>
    cells.map((cell, index): readonly Field[] => {
      const column = columns[index]
      const { kind, shown, number, low, high, caveats, basis } = cell
      return [
        id,
        name,
        type,
        nation,
        region,
        subject?.code ?? null,
        column?.label ?? null,
        column?.year ?? null,
        column?.yearKind ?? null,
        shown,
        kind,
        number,
        low,
        high,
        per,
        basis?.relation ?? null,
        basis?.unit ?? null,
        basis?.outcome ?? null,
        basis?.grounds ?? null,
        basis?.covers ?? null,
        basis?.period_from ?? null,
        basis?.period_to ?? null,
        basis?.period_basis ?? null,
        caveats.join(','),
        basis?.confidence ?? null,
        basis?.quote ?? null,
        basis?.place ?? null,
        basis?.link ?? null,
        basis?.document ?? null,
        basis?.observation ?? null,
      ]
    }),
  )
  return [header, ...lines].map((line) => `${line.map(csvField).join(',')}\r\n`).join('')
}

/** The comparison as JSON, indented. */
export function toJson(comparison: Comparison): string {
  return `${JSON.stringify(comparison, null, 2)}\n`
}

const header = [
  'authority_id',
  'authority',
  'type',
  'nation',
  'region',
  'subject',
  'column',
  'year',
  'year_kind',
  'shown',
  'kind',
  'number',
  'low',
  'high',
  'per',
  'relation',
  'unit',
  'outcome',
  'grounds',
  'covers',
  'period_from',
  'period_to',
  'period_basis',
  'caveats',
  'confidence',
  'quote',
  'place',
  'link',
  'document',
  'observation',
] as const

function csvField(field: Field): string {
  const words = field === null ? '' : String(field)
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
}
