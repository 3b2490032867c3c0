import type { Comparison } from './comparison.ts'

type Field = string | number | null

/** One line for each authority and year, with all that stands behind the cell; a cell nobody asked about has its line too. */
export function toCsv(comparison: Comparison): string {
  return [header, ...linesOf(comparison).map((line) => Object.values(line))]
    .map((line) => `${line.map(csvField).join(',')}\r\n`)
    .join('')
}

/** The same lines as JSON, one a line. */
export function toJsonLines(comparison: Comparison): string {
  return linesOf(comparison)
    .map((line) => `${JSON.stringify(line)}\n`)
    .join('')
}

/** The comparison as JSON, indented. */
export function toJson(comparison: Comparison): string {
  return `${JSON.stringify(comparison, null, 2)}\n`
}

type Line = Readonly<Record<(typeof header)[number], Field>>

function linesOf({ subject, per, columns, rows }: Comparison): readonly Line[] {
  return rows.flatMap(({ id, name, type, nation, region, cells }) =>
    cells.map((cell, index): Line => {
      const column = columns[index]
      const { kind, shown, number, low, high, caveats, basis } = cell
      return {
        authority_id: id,
        authority: name,
        type,
        nation,
        region,
        subject: subject?.code ?? null,
        column: column?.label ?? null,
        year: column?.year ?? null,
        year_kind: column?.yearKind ?? null,
        shown,
        kind,
        number,
        low,
        high,
        per,
        numerator: per === null ? null : (basis?.number ?? null),
        population: per === null ? null : (basis?.population ?? null),
        population_year: per === null ? null : (basis?.population_year ?? null),
        relation: basis?.relation ?? null,
        unit: basis?.unit ?? null,
        outcome: basis?.outcome ?? null,
        grounds: basis?.grounds ?? null,
        covers: basis?.covers ?? null,
        period_from: basis?.period_from ?? null,
        period_to: basis?.period_to ?? null,
        period_basis: basis?.period_basis ?? null,
        caveats: caveats.join(','),
        confidence: basis?.confidence ?? null,
        quote: basis?.quote ?? null,
        place: basis?.place ?? null,
        link: basis?.link ?? null,
        document: basis?.document ?? null,
        observation: basis?.observation ?? null,
      }
    }),
  )
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
  'numerator',
  'population',
  'population_year',
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
