/**
 * Measures how often findings of each kind are right on labelled letters, and writes the table that confidence is looked up in:
 *
 *     node scripts/src/calibrate.ts FOLDER...
 *
 * Each folder holds one folder a letter, with its document and a gold.json. Letters of our own corpus must not be given:
 * a rule is always right on the letter that was written to show it.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { classify, type Reading, unknownSource, type Value } from '@disclosed/classify'
import { extract } from '@disclosed/extract'
import { register } from '@disclosed/reference'
import { type GoldLetter, type GoldValue, pairQuestions, sameName, sameReference } from './gold.ts'

const target = new URL('../../packages/classify/src/calibration.json', import.meta.url)

const folders = process.argv.slice(2)
if (folders.length === 0) {
  console.error('Name the folders of labelled letters to measure on.')
  process.exit(2)
}

const groups = new Map<string, { right: number; seen: number }>()
let letters = 0
for (const folder of folders) {
  for (const name of readdirSync(folder).toSorted()) {
    const gold = join(folder, name, 'gold.json')
    if (!existsSync(gold)) continue
    const reading = await readLetter(join(folder, name))
    if (!reading) continue
    letters += 1
    count(reading, JSON.parse(readFileSync(gold, 'utf8')))
  }
}

const measured = Object.fromEntries([...groups].toSorted(([one], [other]) => (one < other ? -1 : 1)))
const version = createHash('sha256').update(JSON.stringify(measured)).digest('hex').slice(0, 16)
writeFileSync(target, `${JSON.stringify({ version: `sha256:${version}`, letters, groups: measured }, null, 1)}\n`)
console.log(`${letters} letters, ${groups.size} groups of findings`)

async function readLetter(folder: string): Promise<Reading | null> {
  const name = readdirSync(folder).find((each) => each.startsWith('document.'))
  if (!name) return null
  const path = join(folder, name)
  try {
    const document = await extract(new Uint8Array(readFileSync(path)), { name })
    return classify(document, { source: unknownSource, register: register() })
  } catch (error) {
    console.error(`${path}: ${error instanceof Error ? error.message : String(error)}`)
    return null
  }
}

/** Counts a finding in its group and in every wider one. */
function tally(path: string | undefined, right: boolean): void {
  const steps = path?.split('|') ?? []
  for (let depth = 1; depth <= steps.length; depth += 1) {
    const key = steps.slice(0, depth).join('|')
    const group = groups.get(key) ?? { right: 0, seen: 0 }
    groups.set(key, { right: group.right + (right ? 1 : 0), seen: group.seen + 1 })
  }
}

function count(reading: Reading, gold: GoldLetter): void {
  if (reading.authority)
    tally(
      reading.authority.measuredBy,
      [gold.authority, gold.authority_also].some((name) => sameName(name, reading.authority?.name)),
    )
  if (reading.reference) tally(reading.reference.measuredBy, sameReference(gold.reference, reading.reference.value))
  if (reading.received) tally(reading.received.measuredBy, reading.received.value === gold.received)
  if (reading.responded) tally(reading.responded.measuredBy, reading.responded.value === gold.responded)
  const pairs = pairQuestions(gold.questions, reading.questions)
  for (const [index, question] of reading.questions.entries()) {
    const label = pairs.get(index)
    tally(
      question.answer.measuredBy,
      label !== undefined && [label.outcome, label.outcome_also].includes(question.answer.outcome),
    )
    countValues(question.values, label?.values ?? [], gold)
  }
  if (gold.values || gold.kind === 'foi_response') countValues(reading.values, gold.values ?? [], gold)
  for (const exemption of reading.exemptions) {
    if (exemption.told === 'subject') continue
    tally(
      exemption.measuredBy,
      gold.exemptions.some(({ cite, role }) => cite === exemption.cite && role === exemption.role),
    )
  }
  const rows = gold.tables.flatMap((table) => [table.header, ...table.rows].map(rowKey))
  for (const table of reading.tables)
    tally(
      table.measuredBy,
      [table.header, ...table.rows].every((row) => rows.includes(rowKey(row))),
    )
}

/** Each label proves one value: number, relation and days must agree. Cells of crosstabs are judged with their table. */
function countValues(values: readonly Value[], labels: readonly GoldValue[], gold: GoldLetter): void {
  const open = labels.map((label) => key(label.number, label.relation, label.from, label.to))
  const crosstab = new Set(
    gold.tables
      .filter(({ kind }) => kind === 'crosstab')
      .flatMap(({ rows }) => rows.flat())
      .filter((cell) => typeof cell === 'number'),
  )
  for (const value of values) {
    if (value.number === null || (typeof value.number === 'number' && crosstab.has(value.number))) continue
    const days = value.basis.period === 'request_date' ? [null, null] : [value.from, value.to]
    const at = open.indexOf(key(value.number, value.relation, days[0] ?? null, days[1] ?? null))
    if (at >= 0) open.splice(at, 1)
    tally(value.measuredBy, at >= 0)
  }
}

function key(number: unknown, relation: string, from: string | null, to: string | null): string {
  return JSON.stringify([number, relation, from, to])
}

function rowKey(row: readonly (number | string)[]): string {
  const cells = row.map((cell) =>
    String(
      typeof cell === 'number'
        ? cell
        : cell
            .toLowerCase()
            .replace(/[^a-z0-9%£]+/g, ' ')
            .trim(),
    ),
  )
  while (cells.at(-1) === '') cells.pop()
  return cells.join('|')
}
