/**
 * The same words are asked about many times over in one letter: by each rule that leaves dates alone, by the question, by the answer.
 * What was read of them once is kept until the letter is done; a text gives the same every time. Whoever is given it may not change it.
 */
export function remembered<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>()
  all.push(known)
  return keptIn(known, read)
}

/** The same of what is read of words in two ways or more: with the day of the request, or without it. */
export function rememberedBy<By, Read>(read: (text: string, by: By) => Read): (text: string, by: By) => Read {
  const ways = new Map<By, (text: string) => Read>()
  all.push(ways)
  return (text, by) => {
    const known = ways.get(by)
    if (known) return known(text)
    const way = keptIn(new Map(), (each) => read(each, by))
    if (ways.size >= mostWays) ways.clear()
    ways.set(by, way)
    return way(text)
  }
}

function keptIn<Read>(known: Map<string, Read>, read: (text: string) => Read): (text: string) => Read {
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = read(text)
    if (known.size >= most) known.clear()
    known.set(text, found)
    return found
  }
}

const all: Map<unknown, unknown>[] = []
const most = 1_000
const mostWays = 10

/** Before the next letter: its words are others, and these would be held for nothing. */
export function forget(): void {
  for (const known of all) known.clear()
}
