/**
 * The words of two letters and more that a label may hold and be a period all the same: those of our rules and of what they pass over.
 * A label with any other is none, and no rule needs to look. Tests show that none of the rules' words is missing.
 */
const known = new Set(
  [
    'january february march april may june july august september october november december',
    'jan feb mar apr jun jul aug sep sept oct nov dec',
    'monday mon tuesday tues tue wednesday wed thursday thurs thur thu friday fri saturday sat sunday sun',
    'date dates range time day week weeks month months quarter quarters qtr half halves year years period reporting session sessions',
    'calendar financial fiscal academic school tax whole full fy fye ay ytd',
    'first second third fourth last latter st nd rd th',
    'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    'twenty thirty forty fifty sixty seventy eighty ninety zero dozen hundred thousand million an and or the of in on at by for as',
    'from since between covering during over to until till through including inclusive onward onwards up so far now',
    'begin begins beginning start starts starting commence commences commencing end ends ended ending close business midnight',
    'present today current part this your my request response reply letter',
    'correct position snapshot provisional revised estimated',
  ].flatMap((words) => words.split(' ')),
)

/** No period goes over one of these, or ends with such a word. */
const another = /[£$?!%"“”<>@=+|]|\b(?:and|or|the|of|in|on|at|by|for|as|to|from|since|between)$/i

/** Does a label hold a word or a sign that no period does? Brackets may hold any: «2019 (up to 4 May, as we were told)», «2020/21 [ab]». */
export function holdsOtherWords(label: string): boolean {
  return !bracket.test(label) && (holdsOther(label) || another.test(label))
}

function holdsOther(words: string): boolean {
  return (
    words
      .toLowerCase()
      .match(/[a-z]{2,}/g)
      ?.some((word) => !known.has(word)) ?? false
  )
}

const bracket = /[([]/

/** How many of so many words, from one on, may be of one period: up to the first that is of none. */
export function mayGoOn(words: readonly { readonly text: string }[], from: number, most: number): number {
  const end = Math.min(words.length, from + most)
  for (let at = from; at < end; at += 1) {
    const { text } = words[at] ?? { text: '' }
    if (bracket.test(text)) break
    if (holdsOther(text)) return at - from
  }
  return end - from
}
