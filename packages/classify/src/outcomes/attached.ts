import { type Cue, cueRule, hints, says } from './cue.ts'

/** "Please find attached", "see enclosed spreadsheet". */
export const attached = cueRule({
  id: 'outcomes/attached',
  about: 'The answer is said to be in a file sent with the letter.',
  hints: [
    'attach',
    'response',
    'enclos',
    'accompanying',
    'appendix',
    'annex',
    'spreadsheet',
    'workbook',
    'excel',
    'tab',
    'sheet',
    'separate',
  ],
  pattern:
    /\b(?:(?:find|see|refer\s{1,2}to|in|on|per|to|within)\s{1,2}(?:the\s{1,2}|our\s{1,2})?(?:attached|enclosed|accompanying|attachments?|enclosures?|separate (?:spreadsheet|document|attachment))|(?:is|are)\s{1,2}(?:now\s)?(?:attached|enclosed)|(?:we|I)\s{1,2}(?:have\s|am\s|are\s)?(?:attach(?:ed|ing)?|enclos(?:e|ed|ing))|(?:table|spreadsheet|document|file|report|data|copy|copies|list|policy|policies|procedure|plan|map|contract|strategy)\s{1,2}(?:is\s|are\s)?(?:attached|enclosed)|(?:attached|enclosed)\s{1,2}(?:spreadsheet|document|file|table|workbook|excel|pdf|report|copy|copies|data|information)|(?:find|see|refer\s{1,2}to)\s{1,2}(?:the\s)?(?:appendix|annex)|(?:see|per)\s{1,2}attached|(?<=please\s{1,2})(?:find|see)\s{1,2}(?:[^\s.;:?!]{1,30}\s{1,2}){1,10}(?:attached|enclosed)|(?:see|find)\s{1,2}(?:the|our)\s{1,2}(?:full\s)?(?:response|reply|answers?|figures|data)\s{1,2}(?:attached|enclosed)|(?:see|refer\s{1,2}to)\s{1,2}(?:the\s|our\s)?(?:spreadsheet|workbook|excel\s{1,2}(?:file|sheet|document)|(?:tab|sheet|worksheet)\s?\d{1,2})|(?<=please\s{1,2})find\s{1,2}(?:[^\s.;:?!]{1,30}\s{1,2}){0,10}?(?:at|in)\s{1,2}(?:the\s{1,2})?(?:annex|appendix|attachment|enclosure)(?:\s\w{1,2})?|(?<words>(?:set\s{1,2}out|contained|shown|listed|detailed|provided|included|given|found)\s{1,2}(?:in|at|as|on)\s{1,2}(?:the\s{1,2})?(?:annex|appendix|attachment|enclosure|tab)\s?\w{1,2})|(?<=(?:^|\n)[ \t\u00a0]{0,8}(?:[•*–-][ \t]{1,4})?)(?:full\s|our\s|FOI\s)?response\b[^\n]{0,60}?(?:application\/pdf|\bdownload|\.pdf|\.docx?)|(?<=(?:^|\n)[ \t\u00a0]{0,8})attached(?=\.?[ \t\u00a0]{0,8}(?:\n|$)|[.,;]\s|\s\(|\s(?:as|at|in|is|below|separately)\b))\b/gi,
  read: ({ before, after }, words) => {
    if (
      /^\s{1,2}to\s{1,2}(?!th(?:is|e)\s(?:letter|e-?mail|message|response)|you\b)/i.test(after) &&
      !/(?:see|find|refer)/i.test(words)
    )
      return null
    return /\b(?:not|any|e-?mail and)\s{1,2}$/i.test(before) ||
      /^\s{1,2}(?:guidance|guide|leaflet|appeals?|complaints?|information sheet)/i.test(after)
      ? null
      : asAttached(words, after)
  },
  examples: [
    { letter: 'Please «find attached» the figures.', value: says('attached') },
    { letter: 'Please «see the enclosed» spreadsheet.', value: says('attached') },
    { letter: '«Attached».', value: says('attached') },
    { letter: 'Please «see our response attached».', value: says('attached') },
    { letter: 'Documents\n• «Response (all sent) - application/pdf»', value: says('attached') },
    { letter: '«We have attached» our formal response.', value: hints('attached') },
    { letter: 'A redacted «copy is attached».', value: says('attached') },
    { letter: 'The prices are «set out in Annex A».', value: hints('attached') },
    { letter: 'Please «see Tab 1».', value: says('attached') },
    { letter: 'Complaints «policy attached».', value: says('attached') },
    { letter: 'Please «find the figures for all wards attached».', value: says('attached') },
    { letter: 'Please «find what you asked for at Appendix A».', value: hints('attached') },
    { letter: '«Attached» (names are blacked out).', value: says('attached') },
    { letter: 'Please «refer to the attached» sheet for question 2.', value: says('attached') },
  ],
  nearMisses: [
    'This e-mail and any attachments are confidential.',
    'The nurse is attached to a practice in town.',
    'Please find attached guidance on complaints? I cannot.',
    'A garage attached to the house',
  ],
})

/** «We have attached our formal response»: a letter is in the file, and whether it answers is not said. An annex may stand below. */
function asAttached(words: string, after: string): Cue {
  if (
    /^(?:set|contained|shown|listed|detailed|provided|included|given|found)\b|\b(?:annex|appendix)(?:\s\w{1,2})?$/i.test(
      words,
    )
  )
    return hints('attached')
  return /^\s{1,4}(?:(?:our|the|my|a|full|formal|final)\s{1,4}){0,3}(?:response|reply|letter|decision)\b/i.test(after)
    ? hints('attached')
    : says('attached')
}
