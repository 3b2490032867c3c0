import { cueRule, hints, says } from './cue.ts'

/** "accessible by other means", "already in the public domain". */
export const otherMeans = cueRule({
  id: 'outcomes/other-means',
  about: 'The information can be had without a request.',
  hints: ['means', 'otherwise', 'already', 'reasonably', 'publicly', 'freely', 'public domain', 'elsewhere'],
  pattern:
    /\b(?:(?:accessible|available|obtainable)\b[^.;]{0,40}?\b(?:by|via|through)\s{1,2}other\s{1,2}means|otherwise\s{1,2}(?:accessible|available|obtainable)|reasonably\s{1,2}accessible|already\s{1,2}(?:publicly\s{1,2}|in\s{1,2}the\s{1,2}public\s{1,2})?(?:available|published|accessible|domain)|(?:publicly|freely)[\s-]{1,2}(?:available|accessible)|(?:is|are|now|already)\s{1,2}in\s{1,2}the\s{1,2}public\s{1,2}domain|(?:had|found|seen|obtained|viewed|available|accessible)\s{1,2}elsewhere)\b/gi,
  read: ({ before, after }) =>
    /\bnot\s{1,2}(?:\w+\s){0,2}$/i.test(before) ||
    /^\s{1,2}(?:via|through|on)?\s?personal knowledge/i.test(after) ||
    /\b(?:other|with)\s{1,2}information\b[^.]{0,40}$/i.test(before)
      ? null
      : isHelp.test(before)
        ? hints('elsewhere')
        : says('elsewhere'),
  examples: [
    { letter: 'It is «accessible to you by other means».', value: says('elsewhere') },
    { letter: 'This is «already published» and exempt.', value: says('elsewhere') },
    { letter: 'Exempt as «otherwise available».', value: says('elsewhere') },
    { letter: 'All of it «is in the public domain».', value: says('elsewhere') },
    { letter: 'What you want can be «had elsewhere».', value: says('elsewhere') },
    { letter: 'To assist you, the dates «are in the public domain».', value: hints('elsewhere') },
  ],
  nearMisses: [
    'This is not publicly available.',
    'To put it into the public domain would harm.',
    'Homes were found elsewhere? No.',
    'If it is already published please send me a link.',
  ],
})

/** «To assist you, the dates of our replies are in the public domain»: beside an answer, and none itself. */
const isHelp =
  /^\W{0,3}(?:(?:in order )?to (?:assist|help|be (?:of )?(?:help|assistance|helpful))\b|(?:by way of|for your|as|outside) (?:information|assistance|advice|help)\b|(?:it|this) may (?:help|assist|be (?:of )?(?:help|use|interest))|however,? you may)/i

/** "The figures are published on our website: …". */
export const published = cueRule({
  id: 'outcomes/published',
  about: 'A page or a publication is named instead of an answer.',
  hints: [
    'published',
    'listed',
    'available',
    'found',
    'viewed',
    'accessed',
    'seen',
    'obtained',
    'downloaded',
    'publish',
    'find',
  ],
  pattern:
    /\b(?:published|publishes|publish|listed|available|(?<=\byou\s{1,2}(?:can|may|will|should)\s{1,2}(?:also\s{1,2})?)find|found|viewed|seen|accessed|obtained|downloaded)\b(?:[^.;\n]{0,140}?|[^.;\n]{0,80}\n[^.;\n]{0,60}?)(?:https?:\/\/|www\.|\bweb\s?(?:site|page)s?\b|\b(?:following|this|attached)\s{1,2}link|\b(?:links?|page|site)\s{1,2}(?:below|above)|\bonline\b|\bopen data\b|\bpublication scheme\b|\bdisclosure log\b|\bhere\b)/gi,
  read: ({ before, after }, words) => (isAside(before, words, after) ? null : hints('elsewhere')),
  examples: [
    { letter: 'These figures are «published on our website».', value: hints('elsewhere') },
    { letter: 'They can be «found at https://»council.example/budget.', value: hints('elsewhere') },
    { letter: 'You can «find it in our annual report at https://»council.example/2019.', value: hints('elsewhere') },
  ],
  nearMisses: [
    'Further information on your rights can be found at https://ico.example',
    'The terms of the Open Government Licence can be found here.',
    'This response will be published on our website.',
    'Is it published on your website?',
  ],
})

/** "See https://…", "please refer to our disclosure log", or a link and nothing else. */
export const referred = cueRule({
  id: 'outcomes/referred',
  about: 'The reader is sent to a page.',
  hints: ['http', 'www.', 'link', 'disclosure log', 'published', 'publication scheme', 'website', 'this', 'view '],
  pattern:
    /\b(?:(?:see|refer\s{1,2}to)\s{1,2}(?:our|the)\s{1,2}(?:\w{1,20}['’]s?\s{1,2})?(?:published|annual)\s{1,2}(?:accounts|reports?|statistics|figures|data|statements?)|(?:is|are)\s{1,2}on\s{1,2}(?:our|the)\s{1,2}(?:\w{1,20}(?:['’]s)?\s{1,2}){0,2}(?:web\s?site|publication\s{1,2}scheme)|(?<=\bplease\s{1,2})(?:see|refer\s{1,2}to)\s{1,2}this\s{1,2}(?:\w{1,20}\s{1,2}){0,3}(?:policy|policies|guidance|page|webpage|procedure|strategy)|(?<=(?:^|\n)[ \t]{0,4}(?:\d{1,2}[.)][ \t]{1,3})?)view\s{1,2}(?:our|the)\s{1,2}\w{1,20}(?:\s{1,2}\w{1,20}){0,3}(?=[ \t]{0,4}(?:\n|$)))\b|\b(?:see|visit|refer\s{1,2}to|follow|use)\b(?:[^.;\n]{0,100}?|[^.;\n]{0,60}\n[^.;\n]{0,40}?)(?:https?:\/\/|www\.|\blinks?\b|\bdisclosure\s{1,2}log\b)|(?<=(?:^|\n)[ \t\u00a0]{0,8}(?:(?:[–•*-]|\(?\w{1,3}[.):]|(?:answer|response)\s?\d{0,2}[:.–-])[ \t\u00a0]{1,4})?)(?:https?:\/\/|www\.)(?=[^\s]{4,300}[ \t\u00a0]{0,8}(?:\n|$))/gi,
  read: ({ before, after }, words) => (isAside(before, words, after) ? null : hints('elsewhere')),
  examples: [
    { letter: 'Please «see link»: council.example/budget', value: hints('elsewhere') },
    { letter: 'Please «see our published accounts».', value: hints('elsewhere') },
    { letter: 'The rules «are on the Council’s website».', value: hints('elsewhere') },
    { letter: 'Please «refer to this complaints policy».', value: hints('elsewhere') },
    { letter: '1. «View our contract register»', value: hints('elsewhere') },
    { letter: '2. What was spent?\n«https://»council.example/budget', value: hints('elsewhere') },
  ],
  nearMisses: [
    'To complain, see https://ico.org.uk/complaints',
    'For guidance visit www.council.example/foi',
    'We see a link between the two? No.',
    'The windows view the garden of the house.',
  ],
})

/** Links to guidance, licences and complaints answer nothing, and neither does what will be done with the reply. */
function isAside(before: string, words: string, after: string): boolean {
  return (
    /\b(?:more|further|additional|other|guidance|licen[cs]e|terms|complain\w{0,3}|internal review|appeal|ICO|Commissioner|privacy|contact|how to|your (?:request|rights)|this (?:response|reply|letter|message)|any reply|responses?|requests|policy)\b/i.test(
      before,
    ) ||
    /\b(?:will|may|might|would) be\s{1,2}$/i.test(before) ||
    // «We may publish details of your request in our disclosure log»
    /^publish\w{0,3}\s(?:\S{1,20}\s){0,4}(?:your|this|the)\s(?:\S{1,20}\s){0,2}(?:request|response|reply)\b/i.test(
      words,
    ) ||
    /\b(?:ico\.org|ICO|nationalarchives|whatdotheyknow|itspublicknowledge|safelinks)\b/.test(
      `${words}${after.slice(0, 60)}`,
    )
  )
}
