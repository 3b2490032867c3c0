import type { Value } from '@disclosed/classify'

/** Do the words of a value show its number, in digits or in words? */
export function showsItsNumber({ number, evidence }: Pick<Value, 'number' | 'evidence'>): boolean {
  const quote = Array.from(evidence.map((each) => each.quote).join(' '))
    .slice(0, mostCharacters)
    .join('')
    .toLowerCase()
  if (quote === '') return false
  const seen = numbersIn(quote)
  const own = typeof number === 'number' ? [number] : (number ?? [])
  return own.every((each) => seen.some((other) => Math.abs(Math.abs(each) - other) < 1e-6 * Math.max(1, other)))
}

const mostCharacters = 400

function numbersIn(quote: string): readonly number[] {
  const inDigits = [...quote.matchAll(digits)].map(
    ([, number = '', unit = '']) => Number(number.replaceAll(',', '')) * (units[unit] ?? 1),
  )
  const spelt = [...quote.matchAll(/[a-z]{1,40}/g)].flatMap(([word]) => inWords.get(word) ?? [])
  return [...inDigits, ...spelt]
}

/** «12.2m», «70k», «1,012» */
const digits =
  /(?<!\d)(\d[\d,]{0,40}(?:\.\d{1,40})?)\s{0,9}(k|m|bn)?(?:(?<=[\p{L}\p{N}_])(?![\p{L}\p{N}_])|(?<![\p{L}\p{N}_])(?=[\p{L}\p{N}_]))/gu

const units: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 }

const inWords: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, number) => [word, number] as const),
  ...['nil', 'none', 'no', 'nothing', 'never', 'not'].map((word) => [word, 0] as const),
  ...([
    ['once', 1],
    ['twice', 2],
    ['dozen', 12],
    ['thirty', 30],
    ['forty', 40],
    ['fifty', 50],
    ['hundred', 100],
  ] as const),
])
