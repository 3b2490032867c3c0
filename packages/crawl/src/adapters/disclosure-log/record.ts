import { createHash } from 'node:crypto'
import type { ItemRecord, PrintedDay } from '../../adapter.ts'
import { type Blocks, readBlocks } from '../../parsing/blocks.ts'
import { type FieldName, fieldNames, type Labelled, type Labels, readLabelled } from '../../parsing/labels.ts'
import type { Line } from '../../parsing/lines.ts'
import { plainLabel } from '../../parsing/plain-label.ts'
import { type BlockLabels, usualBlocks, usualLabels } from '../../parsing/usual-labels.ts'
import type { LogSettings } from './settings.ts'

/** What lines tell: labelled fields, and the words of request and response. */
export interface Told {
  readonly fields: Readonly<Partial<Record<FieldName, { readonly value: string; readonly day: PrintedDay | null }>>>
  readonly categories: readonly string[]
  readonly blocks: Blocks
  readonly raw: Readonly<Record<string, string>>
}

export function readTold(lines: readonly Line[], settings: LogSettings): Told {
  const found = readLabelled(lines, labelsOf(settings))
  const taken = new Set(found.flatMap(({ at, taken }) => Array.from({ length: taken }, (_, index) => at + index)))
  const fields: Record<string, { readonly value: string; readonly day: PrintedDay | null }> = {}
  for (const { field, value, day } of found) fields[field] ??= { value, day }
  return {
    fields,
    categories: [...new Set(found.filter(({ field }) => field === 'category').map(({ value }) => value))],
    blocks: readBlocks(lines, blocksOf(settings), taken, settings.requestFollowsFields),
    raw: { ...pairsIn(lines), ...rawOf(found, lines) },
  }
}

/** The parts of a record that stand in lines. */
export function toldRecord({ fields, categories, blocks, raw }: Told): Partial<ItemRecord> {
  const { reference, title, authority, received, responded, published, status, regime } = fields
  return {
    ...(reference ? { reference: reference.value } : {}),
    ...(title ? { title: title.value } : {}),
    ...(authority ? { authority: authority.value } : {}),
    ...(received?.day ? { received: received.day } : {}),
    ...(responded?.day ? { responded: responded.day } : {}),
    ...(published?.day ? { published: published.day } : {}),
    ...(status ? { statusRaw: status.value } : {}),
    ...(regime ? { regimeRaw: regime.value } : {}),
    ...(categories.length > 0 ? { categoryRaw: categories } : {}),
    ...(blocks.request !== null ? { requestText: blocks.request } : {}),
    ...(blocks.response !== null ? { responseText: blocks.response } : {}),
    ...(Object.keys(raw).length > 0 ? { raw } : {}),
  }
}

/** A name for an item that a page gives none: made of its words, so that it stays when its place in the list changes. */
export function keyOfWords(words: string): string {
  return `w-${createHash('sha256').update(plainLabel(words)).digest('hex').slice(0, 16)}`
}

/** A reference or a slug as a key: no spaces, one case. */
export function keyOfReference(reference: string): string {
  return reference.trim().replace(/\s+/g, '-').slice(0, 120)
}

function labelsOf({ labels }: LogSettings): Labels {
  return Object.fromEntries(
    fieldNames.map((field) => [field, [...(labels[field] ?? []), ...(usualLabels[field] ?? [])]]),
  )
}

function blocksOf({ blocks }: LogSettings): BlockLabels {
  return {
    request: [...(blocks.request ?? []), ...usualBlocks.request],
    response: [...(blocks.response ?? []), ...usualBlocks.response],
    end: [...(blocks.end ?? []), ...usualBlocks.end],
  }
}

const mostPairs = 60

/** Every term with its definition, and every head cell with the cell beside it, whether we know the label or not. */
function pairsIn(lines: readonly Line[]): Readonly<Record<string, string>> {
  const pairs: Record<string, string> = {}
  for (const [at, { tag, text }] of lines.entries()) {
    const value = { dt: 'dd', th: 'td' }[tag]
    if (
      value === undefined ||
      text === '' ||
      text.length > 80 ||
      isHeadOfColumn(lines, at) ||
      Object.keys(pairs).length >= mostPairs
    )
      continue
    const inside: string[] = []
    for (let next = at + 1; lines[next]?.tag === value; next += 1) {
      inside.push(lines[next]?.text ?? '')
      if (tag === 'th') break
    }
    const words = inside.join('\n')
    if (inside.length > 0) pairs[text.replace(/:$/, '')] ??= words.slice(0, 2000)
  }
  return pairs
}

/** Heads beside each other stand over columns; one alone stands before its value. */
function isHeadOfColumn(lines: readonly Line[], at: number): boolean {
  return lines[at]?.tag === 'th' && lines[at - 1]?.tag === 'th'
}

/** Labels as they are printed, without their mark. */
function rawOf(found: readonly Labelled[], lines: readonly Line[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    found.map(({ at, label, value, taken }) => {
      const words = lines[at]?.text ?? ''
      const printed = taken > 1 ? words : words.slice(0, words.lastIndexOf(value))
      return [(plainLabel(printed) === label ? printed : label).replace(/[\s:–—-]{1,9}$/, ''), value]
    }),
  )
}
