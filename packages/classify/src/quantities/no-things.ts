import { phrase } from '../recogniser.ts'
import { countedThing, uncountable } from './countable.ts'
import { count, type Quantity } from './quantity.ts'

/**
 * "No incidents", "no known data breaches": nought of things that are counted. "No records are held" is none; a letter that
 * writes "no complaints procedure" would fool it.
 */
export const noThings = phrase<Quantity>({
  id: 'quantities/no-things',
  about: '"No" before things that are counted.',
  hints: ['no '],
  pattern:
    /(?<![\w-])(?<words>no(?=[ ])(?<things>(?:[ \n](?!(?:that|which|who|to|for|in|of|on|at|and|or|were|was|is|are|have|has|had|been|as|by|with|from|this)\b)[a-z][a-z'’/-]{1,25}){1,5}))/gi,
  read: ({ things = '' }) => (namesThings(things) ? count(0) : null),
  examples: [
    { letter: 'There were «no incidents» in the year', value: count(0) },
    { letter: '«No known data breaches» were', value: count(0) },
    { letter: 'we paid «no fines» for', value: count(0) },
    { letter: '«No ransomware attack» has', value: count(0) },
    { letter: '«No staff» have moved', value: count(0) },
    { letter: '«No FPN’s issued» from', value: count(0) },
  ],
  nearMisses: [
    'no records are held',
    'no staff records are held',
    'no longer hold',
    'no information',
    'there is no doubt',
    'no fewer than 5',
    'no recorded information on incidents',
    'No',
    'no one reports breaches',
    'no duty',
    'no names required',
    'no further breaches',
  ],
})

/** The phrase must end in a plural, or in a thing such letters count, and its first word must not refuse. */
function namesThings(things: string): boolean {
  const words = things
    .trim()
    .replace(/(?<=\b[A-Z]{2,6})['’]s\b/g, 's')
    .toLowerCase()
    .split(/\s+/)
  const [first = '', ...rest] = words
  if (isUncountable.test(first) && !(first === 'recorded' || first === 'data' || first === 'such')) return false
  if (words.some((word) => isRefused.test(word))) return false
  const heads = [first, ...rest]
  // «No staff have been moved»; «no staff records» are none of staff.
  const head = heads.findIndex(
    (word, at) =>
      isPlural(word) ||
      isCounted.test(word) ||
      (areSeveral.test(word) && (at === heads.length - 1 || /ed$/.test(heads[at + 1] ?? ''))),
  )
  return (
    head >= 0 &&
    !isUncountable.test(heads[head] ?? '') &&
    !heads.slice(0, head).some((word) => word === 'information' && head > 3)
  )
}

function isPlural(word: string): boolean {
  return /[a-z]{3}s$/.test(word) && !/(?:ss|us|is|ous|'s|’s)$/.test(word)
}

/** "No names required" counts nothing. */
const isRefused =
  /^(?:required|needed|necessary|held|available|kept|apply|applies|applicable|provided|attached|exist|exists|requested)$/
const areSeveral = /^(?:staff|people|children|men|women|personnel|pupils)$/
const isUncountable = new RegExp(`^${uncountable}$`)
const isCounted = new RegExp(`^${countedThing}$`)
