import diceCoefficient from 'natural/lib/natural/distance/dice_coefficient.js'
import { plainName } from './plain-names.ts'

/**
 * Of names the few that look most like the one that was typed, the likest first: "did you mean Amblethorpe?"
 * Names of which less than half the letters stand side by side in the same way are left out.
 */
export function namesLike(typed: string, names: Iterable<string>, most = 3): readonly string[] {
  const plain = plainForm(typed)
  const words = plain.split(' ').length
  const likeness = new Map<string, number>()
  for (const name of names) {
    const whole = plainForm(name)
    // "Amblethrope" means the Amblethorpe Borough Council.
    const beginning = whole.split(' ').slice(0, words).join(' ')
    likeness.set(name, Math.max(diceCoefficient(plain, whole), diceCoefficient(plain, beginning) * 0.99))
  }
  return [...likeness]
    .filter(([, like]) => like >= 0.5)
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, most)
    .map(([name]) => name)
}

function plainForm(name: string): string {
  return plainName(name.replaceAll('_', ' '))
}
