import type { Box } from '@disclosed/document'
import { type Drawn, height, type Word, width } from './drawn.ts'
import type { Annotation } from './engine.ts'
import { isFigure } from './figures.ts'
import { linesOf, type PrintedLine, textOf } from './lines.ts'
import type { Part } from './parts.ts'
import { connected, mergedRules, positions } from './rules.ts'

/** Words in a box of their own beside the running text: its lines end at the box and go on below it. */
export interface Aside {
  readonly box: Box
  readonly lines: readonly PrintedLine[]
}

/** Text boxes that were laid over the page, and boxes drawn beside running text; and the words outside them. */
export function findAsides(
  words: readonly Word[],
  drawn: Drawn,
  annotations: readonly Annotation[],
): { readonly asides: readonly Aside[]; readonly left: readonly Word[] } {
  const asides: Aside[] = []
  let left = words
  const take = (inside: readonly Word[], lines: readonly PrintedLine[], box: Box): void => {
    const taken = new Set(inside)
    asides.push({ box, lines })
    left = left.filter((word) => !taken.has(word))
  }
  for (const inside of notesIn(words, annotations)) {
    const lines = linesOf(inside)
    const box = boxAround(inside)
    if (lines.length > 1 || isOver(box, left, inside)) take(inside, lines, box)
  }
  for (const box of boxesIn(drawn)) {
    const inside = left.filter((word) => isInside(word, box))
    const lines = linesOf(inside)
    const beside = left.filter((word) => isLevel(word, box) && !isInside(word, box))
    if (readsAsAside(lines) && isRunningText(beside, box)) take(inside, lines, box)
  }
  return { asides, left }
}

/** What was typed onto the page as text boxes: the words of each. One line of it fills in a form, and stays in its place. */
function notesIn(words: readonly Word[], annotations: readonly Annotation[]): readonly (readonly Word[])[] {
  const boxes = new Set(annotations.flatMap(({ subtype, id }) => (subtype === 'FreeText' && id ? [id] : [])))
  if (boxes.size === 0) return []
  const noted = words.filter(({ note, turned }) => note !== null && !turned && boxes.has(note))
  return [...Map.groupBy(noted, ({ note }) => note).values()]
}

/** Does it lie over other words? */
function isOver([left, top, right, bottom]: Box, words: readonly Word[], inside: readonly Word[]): boolean {
  return words.some(
    (word) =>
      !inside.includes(word) &&
      word.base > top &&
      word.base < bottom &&
      Math.min(word.box[2], right) - Math.max(word.box[0], left) > 1,
  )
}

/** A page with more boxes is a form or a drawing. */
const mostBoxes = 40

/** Boxes that stand alone, drawn with the pen or shaded. Two beside each other are cells or columns. */
function boxesIn({ rules, shades }: Drawn): readonly Box[] {
  const drawn = connected(mergedRules(rules)).flatMap((group): readonly Box[] => {
    const [left, right, ...xs] = positions(group.filter(({ upright }) => upright))
    const [top, bottom, ...ys] = positions(group.filter(({ upright }) => !upright))
    if (left === undefined || right === undefined || top === undefined || bottom === undefined) return []
    return xs.length + ys.length === 0 ? [[left, top, right, bottom]] : []
  })
  const boxes = [...drawn, ...shades].filter((box) => width(box) > 40 && height(box) > 20)
  if (boxes.length > mostBoxes) return []
  return boxes.filter((box) => !boxes.some((other) => other !== box && standBeside(box, other)))
}

function standBeside(one: Box, other: Box): boolean {
  const shared = Math.min(one[3], other[3]) - Math.max(one[1], other[1])
  const apart = one[2] <= other[0] || other[2] <= one[0]
  return apart && shared > 0.5 * Math.min(height(one), height(other))
}

function isInside({ box, base, turned }: Word, [left, top, right, bottom]: Box): boolean {
  const middle = (box[0] + box[2]) / 2
  return !turned && middle > left && middle < right && base > top && base < bottom + 1
}

function isLevel({ base, turned }: Word, [, top, , bottom]: Box): boolean {
  return !turned && base > top && base < bottom
}

/** Several lines of words. "Yes", "No" and ticks in a box beside questions are their answers. */
function readsAsAside(lines: readonly PrintedLine[]): boolean {
  const words = lines.flatMap((line) => line.words)
  const letters = words.reduce((sum, { text }) => sum + text.length, 0)
  if (lines.length < 2 || words.length < 2 * lines.length || letters < 9 * lines.length) return false
  return 2 * lines.filter((line) => isFigure(textOf(line))).length < lines.length
}

/** Whole lines beside the box, all at its one side, and none that runs into it. Labels of a form have few words. */
function isRunningText(beside: readonly Word[], [left, , right]: Box): boolean {
  const lines = linesOf(beside)
  const words = lines.reduce((sum, line) => sum + line.words.length, 0)
  if (lines.length < 2 || words < 4 * lines.length) return false
  return beside.every(({ box }) => box[2] <= left) || beside.every(({ box }) => box[0] >= right)
}

function boxAround(words: readonly Word[]): Box {
  return [
    Math.min(...words.map(({ box }) => box[0])),
    Math.min(...words.map(({ box }) => box[1])),
    Math.max(...words.map(({ box }) => box[2])),
    Math.max(...words.map(({ box }) => box[3])),
  ]
}

/** An aside further below a part than this, in points, does not belong to it. */
const farthest = 40

/** Puts asides between the parts of a page: each behind the part beside which, or below which, it begins. */
export function withAsides(
  parts: readonly Part[],
  asides: readonly { readonly box: Box; readonly parts: readonly Part[] }[],
): readonly Part[] {
  const behind = Map.groupBy(
    asides.toSorted((one, other) => one.box[1] - other.box[1]),
    ({ box }) => placeOf(box, parts),
  )
  const putAt = (index: number): readonly Part[] => (behind.get(index) ?? []).flatMap((aside) => aside.parts)
  return [...putAt(-1), ...parts.flatMap((part, index) => [part, ...putAt(index)])]
}

/** The index of the part that an aside stands behind; −1 where it comes first. */
function placeOf(box: Box, parts: readonly Part[]): number {
  const reaches = parts.map(reachOf)
  const above = parts.flatMap((_, index) => ((reaches[index]?.[1] ?? 0) <= box[1] + 6 ? [index] : []))
  const near = above.filter((index) => {
    const [left = 0, , right = 0, bottom = 0] = reaches[index] ?? []
    return Math.min(right, box[2]) - Math.max(left, box[0]) > 0.5 * width(box) && bottom > box[1] - farthest
  })
  const found = lowest(near.length > 0 ? near : above, reaches)
  // a heading stays with what it announces
  return parts[found]?.kind === 'heading' && found < parts.length - 1 ? found + 1 : found
}

function lowest(indices: readonly number[], reaches: readonly Box[]): number {
  const topOf = (index: number) => reaches[index]?.[1] ?? Number.NEGATIVE_INFINITY
  return indices.reduce((found, index) => (found === -1 || topOf(index) >= topOf(found) ? index : found), -1)
}

function reachOf(part: Part): Box {
  return part.kind === 'table' ? part.box : boxAround(part.lines.flatMap(({ words }) => words))
}
