import { chanceOf, type FigureOfAnswer, type Question, type Weights } from '@disclosed/classify'
import type { Gold } from './gold.ts'
import { valueKey } from './keys.ts'
import { pairQuestions } from './match.ts'
import { regress } from './regress.ts'
import { withoutCells } from './values.ts'

/** The figures of one labelled letter's answers, and which of them its labels give. */
export interface LabelledFigures {
  /** The set it is held back with. */
  readonly set: string
  readonly figures: readonly { readonly signs: readonly string[]; readonly taken: boolean; readonly right: boolean }[]
}

/** How the figures that no rule took were told from the rest, each set by what the others taught. */
export interface Lesson {
  readonly set: string
  /** Above the cut: those that labels give, and those that they do not. */
  readonly right: number
  readonly wrong: number
  /** Given by the labels, and not above it. */
  readonly missed: number
}

/**
 * Which figures of its answers a letter's labels give, each label once; of equal numbers those that rules took first. The cells of a crosstab,
 * which labels leave open as values, are left out.
 */
export function labelFigures(
  set: string,
  gold: Gold,
  questions: readonly Pick<Question, 'text' | 'number'>[],
  figures: readonly FigureOfAnswer[],
): LabelledFigures {
  const pairs = pairQuestions(gold.questions, questions)
  const open = new Map(
    pairs.map(({ label, read }) => [
      read,
      (gold.questions[label]?.values ?? []).map((value) => valueKey(value, 'number')),
    ]),
  )
  const bare = { from: null, to: null, category: null }
  const takenFirst = withoutCells(gold)(figures).toSorted((one, other) => Number(other.taken) - Number(one.taken))
  return {
    set,
    figures: takenFirst.map(({ question, number, relation, signs, taken }) => {
      const labels = open.get(question) ?? []
      const at = labels.indexOf(valueKey({ number, relation, ...bare }, 'number'))
      if (at >= 0) labels.splice(at, 1)
      return { signs, taken, right: at >= 0 }
    }),
  }
}

/** Weights from all letters, and for each set how they would have done without it. */
export function learnFigures(letters: readonly LabelledFigures[]): {
  readonly weights: Weights
  readonly lessons: readonly Lesson[]
} {
  const sets = [...new Set(letters.map(({ set }) => set))]
  return {
    weights: weightsFrom(letters),
    lessons: sets.map((set) => {
      const others = weightsFrom(letters.filter((letter) => letter.set !== set))
      const open = letters.filter((letter) => letter.set === set).flatMap(({ figures }) => figures.filter(isOpen))
      const likely = open.filter(({ signs }) => chanceOf(signs, others) >= others.cut)
      const right = likely.filter((figure) => figure.right).length
      return {
        set,
        right,
        wrong: likely.length - right,
        missed: open.filter((figure) => figure.right).length - right,
      }
    }),
  }
}

function isOpen({ taken }: { readonly taken: boolean }): boolean {
  return !taken
}

function weightsFrom(letters: readonly LabelledFigures[]): Weights {
  const known = signsOfMany(letters)
  const cases = letters.flatMap(({ figures }) =>
    figures.map(({ signs, right }) => ({
      signs: signs.filter((sign) => known.has(sign)),
      right,
      // A table of two hundred cells is one letter's way of writing, and not two hundred.
      weight: 1 / Math.sqrt(figures.length),
    })),
  )
  const { base, weights } = regress(cases, ridge)
  return {
    base: rounded(base),
    cut: moreLikelyThanNot,
    letters: letters.length,
    signs: Object.fromEntries([...weights].map(([sign, weight]) => [sign, rounded(weight)])),
  }
}

const moreLikelyThanNot = 0.5
const ridge = 10

/** A sign that few letters show is how those letters are written, and teaches nothing of others. */
const fewestLetters = 8

function signsOfMany(letters: readonly LabelledFigures[]): ReadonlySet<string> {
  const counts = new Map<string, number>()
  for (const { figures } of letters)
    for (const sign of new Set(figures.flatMap(({ signs }) => signs))) counts.set(sign, (counts.get(sign) ?? 0) + 1)
  return new Set([...counts].flatMap(([sign, count]) => (count >= fewestLetters ? [sign] : [])))
}

function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000
}
