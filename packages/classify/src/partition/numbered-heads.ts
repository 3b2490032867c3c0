import type { Letter } from '../letter.ts'
import { readLabel } from '../passages/labels.ts'
import type { Turns } from './index.ts'

/**
 * «Question Number 1:» over one or more paragraphs, «Answer To Question 1:» over the next, «Question Number 2:» …: heads that stand alone, count,
 * and take turns, twice or more. They say who speaks from each of them on. Null where any number lacks its fellow, or stands out of turn.
 */
export function turnsOfNumberedHeads({ lines }: Letter): Turns | null {
  const heads = lines.flatMap(({ index, text }) => {
    const label = readLabel(text)
    const isHead = label?.number && (label.style === 'word' || label.style === 'answer') && label.length === text.length
    return isHead ? [{ index, number: label.number, asks: label.style === 'word' }] : []
  })
  const pairs = heads.filter(({ asks }) => asks).length
  const inTurn = heads.every(({ number, asks }, at) => {
    const above = heads[at - 1]
    return asks ? !above?.asks : above?.asks === true && above.number === number
  })
  if (pairs < 2 || !inTurn) return null
  return new Map(heads.map(({ index, asks }) => [index, asks ? 'request' : 'reply']))
}
