import type { Word } from './drawn.ts'

/** Bold is sometimes made by printing words twice, a hair apart; a shadow likewise. */
export function withoutShadows(words: readonly Word[]): readonly Word[] {
  const seen = new Map<string, Word[]>()
  return words.filter((word) => {
    const alike = seen.get(word.text)
    const near = 0.15 * word.size
    const isShadow = alike?.some(
      (other) => Math.abs(other.box[0] - word.box[0]) < near && Math.abs(other.base - word.base) < near,
    )
    if (isShadow) return false
    if (alike) alike.push(word)
    else seen.set(word.text, [word])
    return true
  })
}
