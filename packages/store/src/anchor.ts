import type { Document } from '@disclosed/document'

/** Words of a text, and the page they stand on. */
interface Words {
  readonly quote: string
  readonly page: number | null
  readonly start: number
  readonly end: number
}

/**
 * What stands behind the # of a link that leads to the words: the page of a PDF, or on a web page the words with what
 * stands around them, which browsers look for (https://wicg.github.io/scroll-to-text-fragment). Null where nothing does.
 */
export function anchorOf({ mediaType, text }: Pick<Document, 'mediaType' | 'text'>, words: Words): string | null {
  if (mediaType === 'application/pdf') return words.page === null ? null : `page=${words.page}`
  if (mediaType !== 'text/html') return null
  const lines = words.quote.split(/[\n\t]/).map((line) => line.trim())
  const [first = '', last = ''] = [lines[0], lines.at(-1)]
  if (first === '') return null
  const whole = lines.length === 1 && first.length <= mostWords
  const target = whole ? escaped(first) : `${escaped(opening(first))},${escaped(closing(last))}`
  // A number alone stands in many places of a page; its own line is told by what stands beside it.
  const before = closing(
    text
      .slice(Math.max(0, words.start - around), words.start)
      .split(/[\n\t]/)
      .at(-1) ?? '',
  )
  const after = opening(text.slice(words.end, words.end + around).split(/[\n\t]/)[0] ?? '')
  const prefix = before === '' || !whole ? '' : `${escaped(before)}-,`
  const suffix = after === '' || !whole ? '' : `,-${escaped(after)}`
  return `:~:text=${prefix}${target}${suffix}`
}

const mostWords = 80
const around = 120

/** The first words, none of them cut. */
function opening(words: string): string {
  return words.trim().split(/\s+/).slice(0, 3).join(' ')
}

function closing(words: string): string {
  return words.trim().split(/\s+/).slice(-3).join(' ')
}

/** Hyphens and commas have a meaning of their own there. */
function escaped(words: string): string {
  return encodeURIComponent(words.toWellFormed()).replaceAll('-', '%2D')
}
