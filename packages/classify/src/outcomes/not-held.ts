import { cueRule, hints, says } from './cue.ts'

const things = '(?:information|data|records?|figures?|details?|statistics|numbers?|breakdowns?)'

/** "The council does not hold this information." */
export const doesNotHold = cueRule({
  id: 'outcomes/does-not-hold',
  about: 'The authority does not hold or record what was asked.',
  hints: ['not', 'n’t', "n't", 'no longer'],
  pattern:
    /\b(?:do(?:es)?\s{1,2}not|don[’']t|doesn[’']t|did\s{1,2}not|no\s{1,2}longer)\s{1,2}(?:(?:currently|actually|routinely|centrally|specifically|formally|separately|normally|ordinarily|itself|also|therefore|now|yet)\s{1,2}){0,2}(?:(?:hold|record|collect|keep|collate|retain|capture|store|log|monitor|track|maintain)s?|have|has|know)\b/gi,
  read: ({ before, after }, words) => {
    if (otherThings.test(after)) return null
    // «The council did not record any breaches» counts them: none.
    if (/^did/i.test(words) && !/^\s{1,2}(?:this|that|the|these|such|information|data)\b/i.test(after)) return null
    if (/know$/i.test(words))
      return /^\s{1,2}(?:how (?:many|much|often)|the (?:exact |total |true )?(?:number|figure|cost|total|reason|cause))\b/i.test(
        after,
      )
        ? says('not_held')
        : null
    if (/(?:keep|have|maintain|log|track|monitor|store)s?$|has$/i.test(words) && !ofInformation.test(after)) return null
    return /\b(?:you|they|who|that|staff|customers?|users?|people|residents?)\s{1,2}$/i.test(before)
      ? null
      : says('not_held')
  },
  examples: [
    { letter: 'The council «does not hold» this information.', value: says('not_held') },
    { letter: 'We «do not record» the cause of a loss.', value: says('not_held') },
    { letter: 'We «do not know» the exact number.', value: says('not_held') },
    { letter: 'The trust «no longer holds» the forms.', value: says('not_held') },
    { letter: 'We «do not have» any data on this.', value: says('not_held') },
    { letter: 'The trust «does not centrally record» why staff leave.', value: says('not_held') },
  ],
  nearMisses: [
    'If we do not hold the information we will tell you.',
    'The council does not hold elections this year.',
    'We did not record any breaches in 2019.',
    'We do not have a policy of that kind.',
    'Does the council not hold this?',
    'Our earlier reply explained that we did not record the cause.',
    'We do not keep dogs for more than seven days.',
  ],
})

const otherThings =
  /^\s{1,2}(?:(?:a|an|any|the|its|our|their|regular)\s{1,2}){0,2}(?:meetings?|events?|elections?|stock|licen[cs]es?|(?:insurance )?polic(?:y|ies)|accounts?|keys?|surger\w{1,4}|sessions?|land|shares?|responsib\w{1,6}|opinions?|views?|contracts?|true|back|up\b|to\b|you\b|for more)/i
const ofInformation = new RegExp(
  String.raw`^\s{1,2}(?:(?:this|that|the|these|those|any|such|a|an|separate|specific|central|accurate|recorded|requested|necessary)\s{1,2}){0,3}${things}\b|^\s{1,2}(?:this|that|these|it)\b\s{0,2}[.,;]|^\s{1,2}track\b`,
  'i',
)

/** "This is not recorded", "Not held". */
export const isNotHeld = cueRule({
  id: 'outcomes/is-not-held',
  about: 'What was asked is not held, recorded or kept.',
  hints: ['not ', 'no longer', 'never ', 'nowhere '],
  pattern:
    /(?:\b(?:is|are|was|were|been)\s{1,2}(?:(?:therefore|also|accordingly|consequently)\s{1,2})?|\b(?:information|data|figures?)\s{1,2}|(?<=^|[\n\t|:.=)–-]\s{0,3}))(?<words>(?:not|no\s{1,2}longer|never|nowhere)\s{1,2}(?:(?:currently|centrally|routinely|separately|specifically|formally|readily|being)\s{1,2}){0,2}(?:held|recorded|collected|kept|collated|captured|retained|available|accessible\s{1,2}to\s{1,2}us))\b/gi,
  read: ({ before, after }, words) => {
    if (
      (/(?:recorded|logged|captured|collated)$/i.test(words) && /^\s{1,2}as\b/i.test(after)) ||
      /^\s{1,2}(?:responsible|liable|accountable|for (?:use|sale|hire)|until|to (?:the public|members))/i.test(after)
    )
      return null
    if (/\b(?:who|he|she|they|people|prisoners?|detainees?|staff)\s{1,2}(?:is|are|was|were)\s{1,2}$/i.test(before))
      return null
    // A cell or an answer that begins so says it of the figure; "is not available" may be said of anything.
    return /available$/i.test(words) && /\w\s{1,2}$/.test(before) ? hints('not_held') : says('not_held')
  },
  examples: [
    { letter: 'How many came in is «not held» by us.', value: says('not_held') },
    { letter: 'The reason for leaving is «not recorded».', value: says('not_held') },
    { letter: '3c | «Not held».', value: says('not_held') },
    { letter: 'c) «Not held».', value: says('not_held') },
    { letter: 'I am writing to tell you that it is «not held» by us.', value: says('not_held') },
    { letter: 'These cards are «no longer kept».', value: says('not_held') },
    { letter: 'The year before is «no longer accessible to us».', value: says('not_held') },
    { letter: '18/19 = «Not available»', value: says('not_held') },
    { letter: 'Figures for 2012 are «not available».', value: hints('not_held') },
  ],
  nearMisses: [
    'They were not held in custody.',
    'Near misses are not recorded as breaches.',
    'Say whether it is not held.',
    'A penalty that is never recorded as paid',
    'The pool is not available for hire.',
  ],
})

/** "isn't recorded", "is not something that we record", "we could not locate any records". */
export const notFound = cueRule({
  id: 'outcomes/not-found',
  about: 'Nothing was found, or it is nothing that the authority records.',
  hints: ['n’t', "n't", 'something', 'locate', 'found no', 'find', 'break'],
  pattern: new RegExp(
    String.raw`\b(?:(?:isn|aren|wasn|weren)[’']t\s{1,2}(?:centrally\s{1,2})?(?:held|recorded|collected|kept|captured|retained)|not\s{1,2}something\s{1,2}(?:that\s{1,2}|which\s{1,2})?(?:we|the\s\w+)\s{1,2}(?:holds?|records?|collects?|keeps?|monitors?)|(?:not|unable\s{1,2}to)\s{1,2}(?:locate|find|identify)\s{1,2}any\s{1,2}(?:relevant\s{1,2}|such\s{1,2})?${things}|(?:found|located|identified)\s{1,2}no\s{1,2}(?:relevant\s{1,2}|such\s{1,2})?${things}|do(?:es)?\s{1,2}not\s{1,2}break\s{1,2}(?:it\s|this\s|these\s|them\s)?down)\b`,
    'gi',
  ),
  read: () => says('not_held'),
  examples: [
    { letter: 'This «isn’t recorded».', value: says('not_held') },
    { letter: 'That is «not something that we record».', value: says('not_held') },
    { letter: 'We searched and could «not locate any records».', value: says('not_held') },
    { letter: 'Our search «found no information» in scope.', value: says('not_held') },
  ],
  nearMisses: [
    'We could not find any fault.',
    'If you cannot find any information, say so.',
    'The lift does not break.',
  ],
})

/** "This information is held by the County Council": by somebody else, it seems. */
export const heldByOthers = cueRule({
  id: 'outcomes/held-by-others',
  about: 'Another body is said to hold the information.',
  hints: ['held by'],
  pattern:
    /\b(?:information|data|this|these)\s{1,2}(?:is|are)\s{1,2}held\s{1,2}by\b(?!\s{1,2}(?:us|the\s{1,2}(?:council|trust|force|authority|university|department|board)\b))/gi,
  read: () => hints('not_held'),
  examples: [{ letter: '«This is held by» the County Council.', value: hints('not_held') }],
  nearMisses: ['The contract is held by a firm in town.', 'This information is held by the council.'],
})

/** "No recorded information is held", "we hold no data". */
export const noInformation = cueRule({
  id: 'outcomes/no-information',
  about: 'There is no information, data or record.',
  hints: ['no ', 'nothing', 'none'],
  pattern: new RegExp(
    String.raw`\b(?:no\s{1,2}(?:(?:recorded|relevant|such|central|specific)\s{1,2}){0,2}${things}\s{1,2}(?:(?:is|are|was|were)\s{1,2})?(?:held|recorded|kept|available|exists?)|no\s{1,2}(?:(?:central|single|such|separate|formal)\s{1,2}){0,2}(?:registers?|lists?|logs?|databases?|documents?|reports?|correspondence|cop(?:y|ies))\b[^.;\n]{0,40}?\b(?:is|are|was|were)\s{1,2}(?:held|kept|maintained)|(?:nothing|none(?:\s{1,2}of\s{1,2}(?:this|it|these|that))?)\s{1,2}(?:is|was|are|were)\s{1,2}(?:held|kept)|no\s{1,2}recorded\s{1,2}information|(?:holds?|keeps?|ha(?:s|ve))\s{1,2}no\s{1,2}(?:(?:recorded|relevant|such|central|specific)\s{1,2}){0,2}${things})\b`,
    'gi',
  ),
  // «We have no record of any attack» may be a count as well.
  read: (_, words) => (/^ha(?:s|ve)/i.test(words) ? hints('not_held') : says('not_held')),
  examples: [
    { letter: '«No recorded information» meets your request.', value: says('not_held') },
    { letter: '«No central register of swans is kept».', value: says('not_held') },
    { letter: 'By our search «nothing is held».', value: says('not_held') },
    { letter: 'We «keep no record» of what they were worth.', value: says('not_held') },
    { letter: 'We «have no record» of any attack.', value: hints('not_held') },
  ],
  nearMisses: [
    'No data was lost.',
    'No meetings are held in August.',
    'None were recorded.',
    'If no information is held we will say so.',
  ],
})
