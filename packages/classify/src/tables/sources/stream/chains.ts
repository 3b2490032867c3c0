import { type Atom, endsSentence } from './atoms.ts'

/** What may be the label of a row, and the figures that follow it without a word between them. */
export interface Link {
  readonly label: readonly Atom[]
  readonly figures: readonly Atom[]
}

/** Links that follow each other with nothing between them, and what stands in front of the first, where a head may be. */
export interface Chain {
  readonly lead: readonly Atom[]
  /** The first of them has no label of its own: its label is the end of the lead. */
  readonly links: readonly Link[]
  /** Does the letter break off in a figure? */
  readonly breaksOff: boolean
  /** Some words behind the last figure. */
  readonly tail: readonly Atom[]
}

const longestLead = 60
const mostLinks = 400

/** Stretches in which labels and figures take turns. */
export function chainsOf(atoms: readonly Atom[]): readonly Chain[] {
  const chains: Chain[] = []
  let from = 0
  let at = 0
  while (at < atoms.length) {
    const first = figuresAt(atoms, at)
    if (first === 0) {
      at += 1
      continue
    }
    const links: Link[] = [{ label: [], figures: atoms.slice(at, at + first) }]
    const lead = leadOf(atoms, from, at)
    at += first
    while (links.length < mostLinks) {
      const count = labelAt(atoms, at)
      const figures = count === 0 ? 0 : figuresAt(atoms, at + count)
      if (figures === 0) break
      links.push({ label: atoms.slice(at, at + count), figures: atoms.slice(at + count, at + count + figures) })
      at += count + figures
    }
    if (!isList(links))
      chains.push({
        lead,
        links,
        breaksOff: at === atoms.length - 1 && /^[<>≤≥£]$/.test(atoms[at]?.text ?? ''),
        tail: atoms.slice(at, at + longestLabel),
      })
    from = at
  }
  return chains
}

/** "2019 – 31 2020 – 30": dashes between labels and figures, as in a list. */
function isList(links: readonly Link[]): boolean {
  const dashed = links.filter(({ figures }) => /^[-–—]$/.test(figures[0]?.text ?? '') && figures.length > 1)
  const lone = links.filter(({ figures }) => /^[-–—]$/.test(figures[0]?.text ?? '') && figures.length === 1)
  return (dashed.length + lone.length) * 2 > links.length || (dashed.length > 1 && dashed.length * 3 > links.length)
}

function figuresAt(atoms: readonly Atom[], at: number): number {
  let end = at
  while (atoms[end]?.kind === 'figure' && !(end > at && atoms[end]?.breaks)) end += 1
  return end - at
}

const longestLabel = 16

/** How many atoms are a label with figures behind it; 0 where a sentence or the end of a passage stands between. */
function labelAt(atoms: readonly Atom[], at: number): number {
  for (let count = 0; count <= longestLabel; count += 1) {
    const atom = atoms[at + count]
    if (!atom || atom.breaks) return 0
    if (atom.kind === 'figure') return count
    // "aged 0-16 Community CAMHS. 114525": a full stop right before the figure is part of the label.
    // "1. Discharged" numbers a row.
    if (atom.opens && /^\d{1,2}\.$/.test(atom.text)) continue
    if (
      endsSentence(atom) &&
      !(atom.text.endsWith('.') && atoms[at + count + 1]?.kind === 'figure') &&
      !isInBrackets(atoms.slice(at, at + longestLabel), count)
    )
      return 0
  }
  return 0
}

/** "Congo (Dem. Rep.)": a full stop between brackets shortens a word. */
function isInBrackets(atoms: readonly Atom[], at: number): boolean {
  const open = atoms.slice(0, at + 1).findLastIndex(({ text }) => text.startsWith('('))
  const close = atoms.findIndex(({ text }, place) => place >= open && text.endsWith(')'))
  return open !== -1 && close >= at && atoms.slice(open, close).every(({ kind }) => kind === 'word')
}

function leadOf(atoms: readonly Atom[], from: number, end: number): readonly Atom[] {
  let start = end
  while (start > from && end - start < longestLead && !(start < end && atoms[start]?.breaks)) start -= 1
  return atoms.slice(start, end)
}
