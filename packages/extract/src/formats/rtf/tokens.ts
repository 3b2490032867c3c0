/** One step of a rich text file. Bytes are characters 0 to 255 of a string. */
export type Token =
  | { readonly kind: 'open' | 'close' }
  /** A control word, or a control sign such as `*`; the number is null where it has none. */
  | { readonly kind: 'control'; readonly word: string; readonly number: number | null }
  /** `\'e9`: one byte. */
  | { readonly kind: 'byte'; readonly byte: number }
  /** Characters as they stand, without breaks. */
  | { readonly kind: 'text'; readonly text: string }

/** The steps of a rich text file in order; raw bytes of pictures (`\bin`) are passed over. */
export function* tokensOf(rtf: string): Generator<Token> {
  let at = 0
  while (at < rtf.length) {
    const sign = rtf[at]
    if (sign === '{' || sign === '}') {
      yield { kind: sign === '{' ? 'open' : 'close' }
      at += 1
    } else if (sign === '\r' || sign === '\n') at += 1
    else if (sign !== '\\') {
      const end = endOfText(rtf, at)
      yield { kind: 'text', text: rtf.slice(at, end) }
      at = end
    } else {
      const [token, next] = controlAt(rtf, at + 1)
      if (token) yield token
      at = next
    }
  }
}

function endOfText(rtf: string, from: number): number {
  plain.lastIndex = from
  return plain.test(rtf) ? plain.lastIndex : from + 1
}

const plain = /[^\\{}\r\n]+/y

/** The control whose name begins at `at`, and where the next step begins. */
function controlAt(rtf: string, at: number): readonly [Token | null, number] {
  const sign = rtf[at]
  if (sign === undefined) return [null, at]
  if (sign === "'") {
    const hex = rtf.slice(at + 1, at + 3)
    if (/^[\da-f]{2}$/i.test(hex)) return [{ kind: 'byte', byte: Number.parseInt(hex, 16) }, at + 3]
    return [null, at + 1]
  }
  name.lastIndex = at
  const found = name.exec(rtf)
  if (!found) return [{ kind: 'control', word: sign === '\r' || sign === '\n' ? 'par' : sign, number: null }, at + 1]
  const [whole, word = '', digits] = found
  const number = digits === undefined ? null : Number(digits)
  const next = at + whole.length
  if (word === 'bin') return [null, next + Math.max(0, number ?? 0)]
  return [{ kind: 'control', word, number }, next]
}

/** A space behind a control belongs to it. */
const name = /([A-Za-z]{1,32})(-?\d{1,10})? ?/y
