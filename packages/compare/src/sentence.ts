import type { Store } from '@disclosed/store'

/** What a figure's words stand in, so that whoever reads them sees what they say: its sentence, its line, or its row of a table. */
export interface Sentence {
  readonly before: string
  readonly words: string
  readonly after: string
}

/** Looks up what stands around a figure of the dataset; null where it has no place in a letter's text. */
export function sentencesOf(store: Store): (observation: string | null) => Sentence | null {
  // Figures of one letter follow one another.
  let last = { document: '', text: '' }
  return (observation) => {
    if (observation === null) return null
    const [place] = store.select(
      'SELECT document, start, "end" FROM observation WHERE id = ? AND start IS NOT NULL',
      observation,
    ) as readonly { readonly document: string; readonly start: number; readonly end: number }[]
    if (!place) return null
    if (place.document !== last.document) {
      const [row] = store.select('SELECT text FROM document WHERE id = ?', place.document) as readonly {
        text: string
      }[]
      last = { document: place.document, text: row?.text ?? '' }
    }
    return sentenceAround(last.text, place.start, place.end)
  }
}

/** `start` and `end` are UTF-16 offsets into the text. */
export function sentenceAround(text: string, start: number, end: number): Sentence {
  const line = { from: text.lastIndexOf('\n', start - 1) + 1, to: endOfLine(text, end) }
  // «39» alone on its line says nothing; what it is of stands above it, be it over other cells of its row.
  for (let above = 0; above < 5 && lettersIn(text.slice(line.from, start) + text.slice(end, line.to)) < 12; ) {
    if (line.from === 0 || start - line.from > most) break
    const to = line.from - 1
    line.from = text.lastIndexOf('\n', to - 1) + 1
    if (text.slice(line.from, to).trim() !== '') above += 1
  }
  const before = text.slice(Math.max(line.from, start - most), start)
  const after = text.slice(end, Math.min(line.to, end + most))
  return {
    before: `${start - most > line.from ? '…' : ''}${before.slice(afterLastSentence(before))}`,
    words: text.slice(start, end),
    after: `${after.slice(0, endOfSentence(after))}${end + most < line.to && endOfSentence(after) === after.length ? '…' : ''}`,
  }
}

/** So many characters at most are shown before and after the words. */
const most = 240

function endOfLine(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at === -1 ? text.length : at
}

function lettersIn(words: string): number {
  return words.match(/\p{L}/gu)?.length ?? 0
}

/** Where the last sentence begins, unless hardly a word follows: «… in 2019. In total 12». The dot of «1.» ends none. */
function afterLastSentence(before: string): number {
  const ends = [...before.matchAll(/[.?!]\s(?=[A-Z])/g)].map(({ index }) => index)
  const isEnd = (at: number) => lettersIn(before.slice(before.lastIndexOf('\n', at) + 1, at)) > 2
  const found = ends.findLast((at) => isEnd(at) && lettersIn(before.slice(at)) >= 12)
  return found === undefined ? 0 : found + 2
}

function endOfSentence(after: string): number {
  const end = /[.?!](?=\s[A-Z])/.exec(after)
  return end ? end.index + 1 : after.length
}
