import type { ToldWords } from '../reading.ts'
import type { ToldBySite, ToldDay } from '../source.ts'

export interface FromSite {
  readonly value: string
  readonly evidence: ToldWords
}

/** The fields of a site's word that are kept with a reading, in the order in which they are shown. */
const kept = ['reference', 'received', 'responded', 'title', 'status', 'request', 'response'] as const

/** All that a site told, as evidence of its own kind. */
export function toldEvidence(site: ToldBySite | null | undefined): readonly ToldWords[] {
  return kept.flatMap((field) => {
    const value = site?.[field] ?? null
    const quote = typeof value === 'object' ? value?.asPrinted : value
    return quote ? [evidenceOf(field, quote)] : []
  })
}

export function toldReference(site: ToldBySite | null | undefined): FromSite | null {
  return site?.reference ? { value: site.reference, evidence: evidenceOf('reference', site.reference) } : null
}

/** A day that the site prints; a month alone, and what can be read in two ways, is no day. */
export function toldDay(site: ToldBySite | null | undefined, field: 'received' | 'responded'): FromSite | null {
  const day: ToldDay | null | undefined = site?.[field]
  return day?.iso && /^\d{4}-\d{2}-\d{2}$/.test(day.iso)
    ? { value: day.iso, evidence: evidenceOf(field, day.asPrinted) }
    : null
}

/** "FOI-1234", "foi 1234": one reference. */
export function isSameReference(one: string, other: string): boolean {
  const plain = (words: string) => words.toUpperCase().replace(/[^0-9A-Z]+/g, '')
  const [a, b] = [plain(one), plain(other)]
  return a === b || (Math.min(a.length, b.length) >= 4 && (a.endsWith(b) || b.endsWith(a)))
}

function evidenceOf(field: string, quote: string): ToldWords {
  return { from: 'sidecar', field, quote }
}
