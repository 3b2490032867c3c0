/** Leaves out the words that say when: a group holds the same question of all years, and the years are columns. */
export function withoutPeriods(words: readonly string[], mark: string): readonly string[] {
  const isTime = words.map((word, at) => isDateWord(words, word, at))
  for (const [at, word] of words.entries()) {
    if (units.has(word)) markSpan(words, at, isTime)
  }
  const kept: string[] = []
  for (const [at, word] of words.entries()) {
    if (!isTime[at]) kept.push(word)
    else if (kept.at(-1) !== mark) kept.push(mark)
  }
  return kept
}

/** "2019", "2019/20", "april". */
export function isPeriodWord(word: string): boolean {
  return /^(?:19|20)\d\d(?:[/–-]\d{1,4})?$|^\d\d[/–-]\d\d$/.test(word) || months.has(word)
}

const months: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)
const units: ReadonlySet<string> = new Set('year years month months week weeks day days quarter quarters'.split(' '))
const recent: ReadonlySet<string> = new Set(
  'last past previous preceding recent latest next each every these those following same'.split(' '),
)
const kinds: ReadonlySet<string> = new Set(
  'financial calendar academic fiscal tax school full complete whole most the of full-time 12month given'.split(' '),
)
const laws: ReadonlySet<string> = new Set(
  'act acts regulations regulation order orders bill census directive scheme code rules'.split(' '),
)

function isDateWord(words: readonly string[], word: string, at: number): boolean {
  if (isPeriodWord(word)) {
    if (word === 'may' || word === 'march') return isBesideDay(words, at)
    // The year of a law is part of its name.
    return !laws.has(words[at - 1] ?? '') && !(words[at - 1] === 'scotland' && laws.has(words[at - 2] ?? ''))
  }
  if (!/^\d{1,2}(?:st|nd|rd|th)?$/.test(word)) return false
  return [at - 2, at - 1, at + 1, at + 2].some(
    (near) => months.has(words[near] ?? '') && (Math.abs(near - at) === 1 || words[(near + at) / 2] === 'of'),
  )
}

function isBesideDay(words: readonly string[], at: number): boolean {
  return [words[at - 1], words[at + 1], words[at - 1] === 'of' ? words[at - 2] : undefined].some(
    (near) => near !== undefined && /^\d/.test(near),
  )
}

/** "in each of the last five financial years", "per month"; not "over 52 weeks", "5 years old". */
function markSpan(words: readonly string[], at: number, isTime: boolean[]): void {
  let from = at
  let isRecent = false
  let isCounted = false
  while (from > 0) {
    const before = words[from - 1] ?? ''
    if (recent.has(before)) isRecent = true
    else if (/^\d{1,3}$/.test(before)) isCounted = true
    else if (!kinds.has(before) && before !== 'per') break
    if (before === 'per') isRecent = true
    from -= 1
  }
  const isLong = /^(?:year|month|quarter)s?$/.test(words[at] ?? '')
  const isSpan = isRecent || (isLong && !isCounted)
  if (!isSpan || /^(?:old|of age|older|younger|qualified)$/.test(words[at + 1] ?? '')) return
  for (let index = from; index <= at; index += 1) isTime[index] = true
}
