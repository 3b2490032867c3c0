/**
 * The same words are asked about many times over in one letter: by each rule that leaves dates alone, by the question, by the answer.
 * What was read of them once is kept until the letter is done; a text gives the same every time.
 */
export function remembered<Read>(read: (text: string) => Read): (text: string) => Read {
  const known = new Map<string, Read>()
  all.push(known)
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = read(text)
    if (known.size >= most) known.clear()
    known.set(text, found)
    return found
  }
}

const all: Map<string, unknown>[] = []
const most = 1_000

/** Before the next letter: its words are others, and these would be held for nothing. */
export function forget(): void {
  for (const known of all) known.clear()
}
