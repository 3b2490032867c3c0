import { findQuantities, readCell } from '../../quantities/index.ts'
import type { Line } from './line.ts'
import type { Entry, Shape } from './shape.ts'

/** «1,685», «None known», «585 (50%)»: nothing but the figure, and what share it is. */
export const figureAlone: Shape = {
  id: 'answers/whole-figure',
  about: 'The whole line is a figure.',
  read: ({ words }: Line): readonly Entry[] => {
    // «3366545»: so many digits without their commas are a reference.
    if (words.length > longest || /^\s*\d{7,}\W{0,3}$/.test(words)) return []
    const cell = readCell(words.replace(/\s+/g, ' '))
    if (cell?.number == null) return []
    const value = { ...cell, hedge: hedgeIn(words) }
    const own = { figure: { value, span: { start: 0, end: words.length }, rule: figureAlone.id }, ...bare }
    const share = shareIn(words)
    return share ? [own, share] : [own]
  },
  examples: [
    ['1,685', '=1685 |  | '],
    ['None known', '=0 |  | '],
    ['585 (50%)', '=585 |  | ', '=50 |  | '],
    ['9,512 (12% of which were paid)', '=9512 |  | ', '=12 |  | '],
    ['Fewer than 5', '<5 |  | '],
  ],
  nearMisses: ['3366545', '12 fines in 2019', '-', '*', 'Not held', 'see 4 below'],
}

const longest = 60
const bare = { period: null, label: null, isUnit: false } as const

/** «9,128 (11.3%)»: a count, and what share of them it is. */
function shareIn(words: string): Entry | null {
  const share =
    /^\s{0,9}\d[\d,.]{0,12} ?\((?<share>\d{1,3}(?:\.\d{1,3})?) ?%(?: of (?:which|these|them|those)\b[^()\d]{0,60})?\)\.?\s{0,9}$/.exec(
      words,
    )?.groups?.share
  const [found] = share === undefined ? [] : findQuantities(`${share}%`)
  if (share === undefined || !found) return null
  const start = words.indexOf(share, words.indexOf('('))
  return { figure: { ...found, span: { start, end: start + share.length + 1 } }, ...bare }
}

function hedgeIn(words: string): string | null {
  return (
    /\b(?:known|recorded|approximately|approx|about|around|circa|to date|so far|identified|reported)\b/i
      .exec(words)?.[0]
      .toLowerCase() ?? null
  )
}
