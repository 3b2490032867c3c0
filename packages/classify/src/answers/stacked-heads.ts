import { wholePeriod } from '../periods/index.ts'
import type { Item } from './items.ts'

/**
 * «2019/20», «2020/21», «168», «24», each on a line of its own: a table whose columns became lines. As many figures as years are told
 * in their order; any other number of figures is of years that cannot be told, and says nothing.
 */
export function withoutStacks(items: readonly Item[], text: string): readonly Item[] {
  const kept: Item[] = []
  let at = 0
  while (at < items.length) {
    const heads = runOf(items, at, (item) => isPeriodHead(item, text))
    const figures = heads > 1 ? runOf(items, at + heads, isBareFigure) : 0
    if (figures < 2) {
      const item = items[at]
      if (item) kept.push(item)
      at += 1
      continue
    }
    for (let each = 0; heads === figures && each < heads; each += 1)
      kept.push(...items.slice(at + each, at + each + 1), ...items.slice(at + heads + each, at + heads + each + 1))
    at += heads + figures
  }
  return kept
}

function runOf(items: readonly Item[], from: number, is: (item: Item) => boolean): number {
  let length = 0
  for (const item of items.slice(from)) {
    if (!is(item)) break
    length += 1
  }
  return length
}

function isPeriodHead(item: Item, text: string): boolean {
  if (item.kind !== 'said' || item.statement.kind !== 'heading') return false
  return wholePeriod(text.slice(item.statement.span.start, item.statement.span.end)) !== null
}

function isBareFigure(item: Item): boolean {
  if (item.kind !== 'said' || item.statement.kind !== 'entries') return false
  const [entry, ...others] = item.statement.entries
  return entry !== undefined && others.length === 0 && entry.label === null && entry.period === null
}
