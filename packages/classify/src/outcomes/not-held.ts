import { cueRule, hints, says } from './cue.ts'

const things = '(?:information|data|records?|figures?|details?|statistics|numbers?|breakdowns?|estimates?)'

const bodies =
  '(?:councils?|trusts?|police|authorit(?:y|ies)|NHS|departments?|boards?|commission(?:er)?|ministry|constabulary|agency|government)'

/** "The council does not hold this information." */
export const doesNotHold = cueRule({
  id: 'outcomes/does-not-hold',
  about: 'The authority does not hold or record what was asked.',
  hints: ['not', 'n’t', "n't", 'no longer'],
  pattern:
    /\b(?:(?:do(?:es)?|did|would|ha(?:s|ve))\s{1,2}not|(?:do|does|did|would|has|have)n[’']t|no\s{1,2}longer|never)\s{1,2}(?:(?:[a-z]{3,12}ly|as\s{1,2}a\s{1,2}(?:rule|matter\s{1,2}of\s{1,2}course)|in\s{1,2}general|as\s{1,2}such|itself|also|therefore|now|yet)\s{1,2}){0,2}(?:(?:hold|record|collect|keep|collate|retain|capture|store|log|monitor|track|maintain|possess|categori[sz]e)(?:s|ed)?|held|kept|have|has|know)\b/gi,
  read: ({ before, after }, words) => {
    if (otherThings.test(after)) return null
    // «The council did not record any breaches», «has not recorded any»: counts them: none.
    if (
      /^(?:did|ha(?:s|ve)|never)/i.test(words) &&
      !/^\s{1,2}(?:this|that|the|these|such|information|data)\b/i.test(after)
    )
      return null
    if (/know$/i.test(words))
      return /^\s{1,2}(?:how (?:many|much|often)|the (?:exact |total |true )?(?:number|figure|cost|total|reason|cause))\b/i.test(
        after,
      )
        ? says('not_held')
        : null
    if (
      /(?:keep|kept|have|maintain|log|track|monitor|store|possess)(?:s|ed)?$|has$/i.test(words) &&
      !ofInformation.test(after)
    )
      return null
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
    { letter: 'We «do not as a rule record» why they leave.', value: says('not_held') },
    { letter: 'The force «would not normally hold» such a list.', value: says('not_held') },
    { letter: 'The board «has not recorded» this.', value: says('not_held') },
  ],
  nearMisses: [
    'If we do not hold the information we will tell you.',
    'The council does not hold elections this year.',
    'We did not record any breaches in 2019.',
    'We do not have a policy of that kind.',
    'Does the council not hold this?',
    'Our earlier reply explained that we did not record the cause.',
    'We do not keep dogs for more than seven days.',
    'The board has not recorded any deaths.',
    'We did not record losses in the same way before 2013? No.',
    'The trust did not record this in the same way before 2013.',
    'We do not hold any such contracts.',
  ],
})

const otherThings =
  /^\s{1,2}(?:this|these|it|them|the data)\s{1,2}in\s{1,2}the\s{1,2}same\b|^\s{1,2}(?:(?:a|an|any|the|its|our|their|regular|such)\s{1,2}){0,2}(?:meetings?|events?|elections?|stock|licen[cs]es?|(?:insurance )?polic(?:y|ies)|accounts?|keys?|surger\w{1,4}|sessions?|land|shares?|responsib\w{1,6}|opinions?|views?|contracts?|true|back|up\b|to\b|you\b|for more)/i
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
    /(?:\b(?:is|are|was|were|been)\s{1,2}(?:(?:therefore|also|accordingly|consequently)\s{1,2})?|\b(?:information|data|figures?)\s{1,2}|(?<=^|[\n\t|:.=)•*▪–-]\s{0,8}|\band\s{1,2}(?=not\s{1,2}(?:recorded|held|kept|collected)\s{1,2}(?:by\b|centrally))))(?<words>(?:not|no\s{1,2}longer|never|nowhere)\s{1,2}(?:(?:currently|centrally|routinely|separately|specifically|formally|readily|being)\s{1,2}){0,2}(?:held|recorded|collected|kept|collated|captured|retained|measured|monitored|tracked|counted|logged|stored|available|accessible\s{1,2}to\s{1,2}us))\b/gi,
  read: ({ before, after }, words) => {
    if (
      (/(?:recorded|logged|captured|collated)$/i.test(words) && /^\s{1,2}as\b/i.test(after)) ||
      /^\s{1,2}(?:responsible|liable|accountable|for (?:use|sale|hire)|until|to (?:the public|members))/i.test(after)
    )
      return null
    if (/\b(?:who|he|she|they|people|prisoners?|detainees?|staff)\s{1,2}(?:is|are|was|were)\s{1,2}$/i.test(before))
      return null
    // «Roads that are not monitored» are no records.
    if (
      /(?:measured|monitored|tracked|counted|stored)$/i.test(words) &&
      !/\b(?:this|that|it|these|those|information|data|figures?)\s{1,2}(?:is|are)\s{1,2}$/i.test(before)
    )
      return null
    // «… not recorded in a way that can be reported on»: it is there, and would have to be looked for.
    if (inNoForm.test(after)) return hints('not_held')
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
    { letter: 'This is «not measured».', value: says('not_held') },
    { letter: 'The figures are «not stored» in an extractable format.', value: hints('not_held') },
    { letter: 'That is «not recorded» in a way that can be reported on.', value: hints('not_held') },
    { letter: 'The data is «not held» in this format.', value: says('not_held') },
    {
      letter: 'Calls to the coastguard are the warden’s own matter and «not recorded» by the Trust.',
      value: says('not_held'),
    },
    { letter: '18/19 = «Not available»', value: says('not_held') },
    { letter: 'Figures for 2012 are «not available».', value: hints('not_held') },
  ],
  nearMisses: [
    'They were not held in custody.',
    'Roads which are not monitored by cameras are quiet.',
    'Near misses are not recorded as breaches.',
    'Say whether it is not held.',
    'A penalty that is never recorded as paid',
    'The pool is not available for hire.',
  ],
})

const inNoForm =
  /^(?:\s{1,2}\w{1,12}){0,2}\s{1,2}(?:nor\s{1,2})?in\s{1,2}(?:an?|any|the)\s{1,2}(?:(?:[a-z]{1,14}\s{1,2}){0,3}(?:extract|retriev|search|report|access|quer|collat)[a-z]{0,8}\s{1,2}(?:format|form|manner|way)|(?:format|form|manner|way|fashion)\s{1,2}(?:that|which|from which)\s{1,2}(?:\w{1,14}\s{1,2}){0,9}?(?:extract|retriev|search|report|access|quer|collat|easily|readily))/i

/** "isn't recorded", "is not something that we record", "we could not locate any records". */
export const notFound = cueRule({
  id: 'outcomes/not-found',
  about: 'Nothing was found, or it is nothing that the authority records.',
  hints: [
    'n’t',
    "n't",
    'something',
    'information',
    'locate',
    'found',
    'identif',
    'find',
    'break',
    'possession',
    'retention',
    'no longer',
  ],
  pattern: new RegExp(
    String.raw`\b(?:(?:isn|aren|wasn|weren)[’']t\s{1,2}(?:centrally\s{1,2})?(?:held|recorded|collected|kept|captured|retained)|not\s{1,2}(?:something|information|data|details?)\s{1,2}(?:(?:that|which)\s{1,2}){0,1}(?:(?:we|the\s\w+)\s{1,2}(?:holds?|records?|collects?|keeps?|monitors?)|(?:(?:is|are)\s{1,2})?(?:held|recorded|collected|kept))|no\s{1,2}(?:(?:relevant|such|recorded|further|other)\s{1,2}){0,2}(?:${things}|documents?)\s{1,2}(?:(?:was|were|has\s{1,2}been|have\s{1,2}been|could\s{1,2}be)\s{1,2})(?:found|identified|located)|not\s{1,2}in\s{1,2}(?:our|its|the\s\w+['’]s)\s{1,2}possession|(?:no\s{1,2}longer\s{1,2}ha(?:s|ve)\s{1,2}(?:any\s{1,2})?access\s{1,2}to|(?:can|are\s{1,2}able\s{1,2}to|is\s{1,2}able\s{1,2}to)\s{1,2}no\s{1,2}longer\s{1,2}(?:access|get\s{1,2}at|get|obtain|retrieve|extract))\s{1,2}(?:(?:this|that|these|the|such|any)\s{1,2}){0,1}${things}|not\s{1,2}in\s{1,2}possession\s{1,2}of\s{1,2}(?:this|that|these|the|such|any)\s{1,2}${things}|ha(?:s|ve)\s{1,2}(?:since\s{1,2}|now\s{1,2})?been\s{1,2}(?:destroyed|deleted|disposed\s{1,2}of)\s{1,2}(?:in\s{1,2}(?:line|accordance)\s{1,2}with|under)\s{1,2}(?:our|the|its)\s{1,2}(?:\w{1,20}\s{1,2}){0,3}retention|(?:not|unable\s{1,2}to)\s{1,2}(?:locate|find|identify)\s{1,2}any\s{1,2}(?:relevant\s{1,2}|such\s{1,2})?${things}|(?:found|located|identified)\s{1,2}no\s{1,2}(?:relevant\s{1,2}|such\s{1,2})?${things}|do(?:es)?\s{1,2}not\s{1,2}break\s{1,2}(?:it\s|this\s|these\s|them\s)?down)\b`,
    'gi',
  ),
  read: () => says('not_held'),
  examples: [
    { letter: 'This «isn’t recorded».', value: says('not_held') },
    { letter: 'That is «not something that we record».', value: says('not_held') },
    { letter: 'We searched and could «not locate any records».', value: says('not_held') },
    { letter: 'Our search «found no information» in scope.', value: says('not_held') },
    { letter: 'This is «not information held» by the trust.', value: says('not_held') },
    { letter: 'After a search «no relevant records were identified».', value: says('not_held') },
    { letter: 'The minutes are «not in our possession».', value: says('not_held') },
    { letter: 'We «no longer have access to this data» for 2016.', value: says('not_held') },
    { letter: 'We «can no longer access this data» for 2016.', value: says('not_held') },
    { letter: 'Those files «have been destroyed in line with our retention» schedule.', value: says('not_held') },
  ],
  nearMisses: [
    'We could not find any fault.',
    'Tenants no longer have access to the garden.',
    'If you cannot find any information, say so.',
    'The lift does not break.',
    'No fault was found.',
    'The drugs have been destroyed in line with the court’s order.',
  ],
})

/** "In line with section 17 of FOISA": the notice that nothing is held, whatever words go with it. */
export const scottishNotice = cueRule({
  id: 'outcomes/scottish-notice',
  about: 'The Scottish notice that information is not held.',
  hints: ['17'],
  pattern:
    /\b(?:FOISA,?\s{1,2}s(?:ection)?\.?\s?17\b|s(?:ection)?\.?\s?17(?:\s?\(1\))?(?:\s?\(?[ab]\))?,?\s{1,2}(?:of\s{1,2})?(?:the\s{1,2})?(?:FOISA\b|Freedom\s{1,2}of\s{1,2}Information\s{1,2}\(Scotland\)))/gi,
  read: () => hints('not_held'),
  examples: [
    { letter: 'This is notice under «section 17(1) of the FOISA».', value: hints('not_held') },
    { letter: 'In line with «FOISA s 17»(1), the board says so.', value: hints('not_held') },
  ],
  nearMisses: ['This is a refusal notice under section 17 of the Freedom of Information Act 2000.'],
})

/** "This information is held by the County Council": by somebody else, it seems. */
export const heldByOthers = cueRule({
  id: 'outcomes/held-by-others',
  about: 'Another body is said to hold the information.',
  hints: [
    'held by',
    'would hold',
    'matter for',
    'contact',
    'redirect',
    'direct your',
    'responsib',
    'function',
    'service',
    'should',
  ],
  pattern: new RegExp(
    String.raw`\b(?:(?<!\b(?:we|it|council|trust|force|authority|university|department|service|board)\s{1,2})would\s{1,2}hold\s{1,2}(?:this|the)\s{1,2}(?:information|data)\b|(?:information|data|this|these)\s{1,2}(?:is|are)\s{1,2}held\s{1,2}by\b(?!\s{1,2}(?:us|the\s{1,2}(?:council|trust|force|authority|university|department|board)\b))|(?<=\b(?:Council|Trust|Authority|Police|Service|Board|Government)\s{1,2})(?:carries\s{1,2}out|provides|runs|delivers|undertakes)\s{1,2}(?:this|that)\s{1,2}(?:function|service)|(?:request|enquiry)\s{1,2}should\s{1,2}(?:therefore\s{1,2})?(?:go|be\s{1,2}(?:sent|directed|addressed|made))\s{1,2}to|(?:is|are)\s{1,2}(?:a\s{1,2}matter\s{1,2}for|the\s{1,2}responsibility\s{1,2}of)\s{1,2}(?=[^.;\n]{0,60}\b${bodies}\b)|(?:should|must|need\s{1,2}to|would\s{1,2}need\s{1,2}to)\s{1,2}(?:contact|approach|(?:re)?direct\s{1,2}(?:your|this)\s{1,2}\w{1,12}\s{1,2}to)\s{1,2}(?=[^.;\n]{0,60}\b${bodies}\b))`,
    'gi',
  ),
  read: ({ before }, words) =>
    /contact|direct|approach/i.test(words) &&
    /\b(?:wish|like|want|dissatisfied|unhappy|complain\w{0,3}|quer\w{1,3})\b/i.test(before)
      ? null
      : hints('not_held'),
  examples: [
    { letter: '«This is held by» the County Council.', value: hints('not_held') },
    { letter: 'Swan College «would hold this information» as it teaches them.', value: hints('not_held') },
    { letter: 'You «should contact »Amblethorpe County Council for this.', value: hints('not_held') },
    { letter: 'School meals «are a matter for »each academy trust.', value: hints('not_held') },
    { letter: 'Amblethorpe County Council «carries out this function».', value: hints('not_held') },
    { letter: 'Your «request should go to» the county.', value: hints('not_held') },
  ],
  nearMisses: [
    'The contract is held by a firm in town.',
    'We thought that the council would hold this information.',
    'This information is held by the council.',
    'If you are unhappy you should contact the Commissioner’s office.',
    'Tenants should contact their landlord.',
  ],
})

/** "Our system cannot tell the two apart", "we are unable to provide this": for want of a record, where no reason of law is given. */
export const cannotTell = cueRule({
  id: 'outcomes/cannot-tell',
  about: 'The authority is not able to tell what was asked.',
  hints: ['able', 'cannot', 'not possible', 'impossible', 'can’t', "can't", 'allow us', 'differentiate', 'distinguish'],
  pattern:
    /\b(?:unable\s{1,2}to|cannot|can[’']t|not\s{1,2}able\s{1,2}to|not\s{1,2}possible\s{1,2}(?:for\s{1,2}us\s{1,2})?to|impossible\s{1,2}to|does\s{1,2}not\s{1,2}allow\s{1,2}us\s{1,2}to|do(?:es)?\s{1,2}not)\s{1,2}(?:(?:accurately|easily|readily|therefore|be)\s{1,2}){0,2}(?:(?<!do(?:es)? not\s{1,2})(?:provide|supply|give|answer|say|tell|confirm|identify|determine|isolate|extract|report|quantify|break)|separate|distinguish|differentiate|disaggregate)(?:d|ed|n)?\b/gi,
  read: ({ after }) => (/^\s{1,2}(?:or|nor)\s{1,2}den/i.test(after) ? null : hints('not_held')),
  examples: [
    { letter: 'We are «unable to answer» this.', value: hints('not_held') },
    { letter: 'We are «unable to tell» which of them were mended.', value: hints('not_held') },
    { letter: 'Our database «does not allow us to identify» such cases.', value: hints('not_held') },
    { letter: 'We «do not differentiate» between the two.', value: hints('not_held') },
  ],
  nearMisses: [
    'If you are unable to provide all of it, please send the rest.',
    'We cannot confirm or deny that.',
    'Staff who are unable to come in are on leave? Yes.',
  ],
})

/** "No recorded information is held", "we hold no data". */
export const noInformation = cueRule({
  id: 'outcomes/no-information',
  about: 'There is no information, data or record.',
  hints: ['no ', 'nothing', 'none'],
  pattern: new RegExp(
    String.raw`\b(?:no\s{1,2}(?:(?:recorded|relevant|such|central|specific)\s{1,2}){0,2}${things}\s{1,2}(?:(?:is|are|was|were)\s{1,2})?(?:held|recorded|kept|available|exists?)|no\s{1,2}(?:(?:central|single|such|separate|formal)\s{1,2}){0,2}(?:registers?|lists?|logs?|databases?|documents?|reports?|correspondence|cop(?:y|ies))\b(?:[^.;\n]{0,40}?\b(?:is|are|was|were)\s{1,2}(?:held|kept|maintained)|\s{1,2}exists?)|(?:nothing|none(?:\s{1,2}of\s{1,2}(?:this|it|these|that))?)\s{1,2}(?:is|was|are|were)\s{1,2}(?:held|kept)|no\s{1,2}recorded\s{1,2}information|there\s{1,2}(?:is|are)\s{1,2}no\s{1,2}${things}\s{1,2}(?:of|on|about)\s{1,2}(?:this|that|these)|(?:holds?|keeps?|ha(?:s|ve))\s{1,2}no\s{1,2}(?:(?:recorded|relevant|such|central|specific)\s{1,2}){0,2}(?:${things}|documents?))\b`,
    'gi',
  ),
  // «We have no record of any attack» may be a count as well.
  read: (_, words) => (/^(?:ha(?:s|ve)|there)/i.test(words) ? hints('not_held') : says('not_held')),
  examples: [
    { letter: '«No recorded information» meets your request.', value: says('not_held') },
    { letter: '«No central register of swans is kept».', value: says('not_held') },
    { letter: 'By our search «nothing is held».', value: says('not_held') },
    { letter: 'We «keep no record» of what they were worth.', value: says('not_held') },
    { letter: 'We «have no record» of any attack.', value: hints('not_held') },
    { letter: '«There are no records of this».', value: hints('not_held') },
    { letter: '«No such documents exist».', value: says('not_held') },
  ],
  nearMisses: [
    'No data was lost.',
    'No meetings are held in August.',
    'None were recorded.',
    'If no information is held we will say so.',
  ],
})
