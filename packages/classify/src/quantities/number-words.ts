const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const scales: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1000, million: 1_000_000 }

const small = [...units.slice(1), ...tens].toSorted((one, other) => other.length - one.length).join('|')
const large = Object.keys(scales).join('|')

/** What a number in words begins with. */
export const numberBegins = `(?:${small}|an?[ ](?:${large}))`

/** A number in words as a piece of a regular expression without groups: "forty-two", "one hundred and six", "a dozen". */
export const numberWord = String.raw`(?:\b(?:(?:${small})|an?[ ](?:${large}))(?![a-z])(?:(?:[ -]|(?<=hundred|thousand|million)[ ]and[ ]|(?<=thousand|million),[ ])(?:${small}|${large})(?![a-z])){0,6})`

/** What the words say: "one hundred and six" is 106. Null where they are no one number ("one two"). */
export function inWords(words: string): number | null {
  let total = 0
  let group = 0
  /** What the next word must stay below: after "forty" a unit, after "two" nothing. */
  let room = Number.POSITIVE_INFINITY
  for (const word of words.toLowerCase().match(/[a-z]+/g) ?? []) {
    if (/^(?:and|an?)$/.test(word)) continue
    const scale = scales[word]
    if (scale === undefined) {
      const value = worth(word)
      if (value === null || value >= room) return null
      group += value
      room = value >= 20 ? 10 : 1
    } else if (scale < 1000) {
      if (group >= 100) return null
      group = Math.max(group, 1) * scale
      room = scale
    } else {
      if (total > 0 && total < scale * 1000) return null
      total += Math.max(group, 1) * scale
      group = 0
      room = Number.POSITIVE_INFINITY
    }
  }
  return total + group > 0 ? total + group : null
}

function worth(word: string): number | null {
  const unit = units.indexOf(word)
  if (unit >= 0) return unit
  const ten = tens.indexOf(word)
  return ten >= 0 ? (ten + 2) * 10 : null
}
