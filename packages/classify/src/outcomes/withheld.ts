import { type Cue, cueRule, hints, ofTheRest, says } from './cue.ts'
import { isOfTheRest } from './hedges.ts'

/** "is exempt", "exempts it". */
export const isExempt = cueRule({
  id: 'outcomes/is-exempt',
  about: 'The information is called exempt.',
  hints: ['exempt', 'refused', 'withheld', 'not disclosed', 'excepted'],
  pattern:
    /\b(?:(?:is|are|was|were|being|as|remains?)\s{1,2}(?:(?:also|therefore|thus|wholly|fully|partly|considered|deemed|to be)\s{1,2}){0,2}exempt(?:ed)?|(?:consider|regard|deem|hold|judge|believe|find)s?\s{1,2}(?:it|this|them|these|that|the\s{1,2}\w{1,20}|such\s{1,2}\w{1,20})\s{1,2}(?:\w{1,20}\s{1,2}){0,2}?(?:as\s{1,2}|to\s{1,2}be\s{1,2})?exempt(?!ion)|(?<=(?:^|[\n\t|:–-])\s{0,3})(?:refused|withheld|not disclosed)(?=[.,:;–-]|\s(?:under|[–-]|section|s\.?\s?\d|regulation))|(?:is|are)\s{1,2}excepted|(?<=(?:^|[\n\t|:.–-])\s{0,3})exempt(?=[\s,:–-]{1,4}(?:under|section|s\.?\s?\d|from disc|from rel|by virtue|regulation))|exempts\s{1,2}(?:it|this|them|the\s{1,2}information)|(?:am|are|is|have|to|fully|wholly|partially)\s{1,2}exempt(?:ing|ed)?(?=\s{1,2}(?:a|an|the|this|these|any|some|all|records|information|data|answers?|responses?)\b))\b/gi,
  read: ({ before, after }, words) => {
    // «5. Refused. Section 31(1)(a).»
    if (/^(?:refused|withheld|not disclosed)$/i.test(words)) return refusedOn(before, after)
    if (
      /^\s{1,2}from\s{1,2}(?!disclos|releas|the (?:Act|FOI|duty|provision|general|right)|being|publi|FOI|Freedom)/i.test(
        after,
      )
    )
      return null
    if (
      /^\s{1,2}(?:vehicles?|items?|employees?|properties|part)\b/i.test(after) ||
      !/\b(?:information|data|details?|disclos\w{1,4}|releas\w{1,3}|section|s\.?\s?\d|Act|FOI\w{0,2}|regulation|under|exemption)/i.test(
        `${before} ${after}`,
      )
    )
      return null
    return refusedOn(before, after)
  },
  examples: [
    { letter: 'The information «is exempt» under section 31 of the Act.', value: says('withheld') },
    { letter: 'This information «is exempt» as otherwise available.', value: says('elsewhere') },
    { letter: 'It «is therefore exempt» under section 14 as vexatious.', value: says('vexatious') },
    { letter: '4. «Exempt» - section 31(1)(a)', value: says('withheld') },
    { letter: 'It «is therefore exempt» under section 17 of FOISA.', value: says('not_held') },
    { letter: 'I «am exempting» a response to question 1 under section 31.', value: says('withheld') },
    { letter: 'Answer: «Refused». Section 43(2).', value: says('withheld') },
    { letter: 'These letters «are excepted» under regulation 12(4)(e).', value: says('withheld') },
    { letter: 'We hold the list but «consider it exempt» under section 43(2).', value: says('withheld') },
    { letter: 'By section 31 information «is exempt» where disclosure would harm.', value: hints('withheld') },
    { letter: 'Anything more detailed «is exempt» under section 31.', value: ofTheRest('withheld') },
  ],
  nearMisses: [
    'Information is exempt if its disclosure would harm.',
    'The information is not exempt.',
    'Licences granted: 14, refused: 3',
    'Information may be exempt under the Act.',
    'Student flats are exempt from council tax.',
  ],
})

/** "we have withheld", "has been refused", "cannot be disclosed". */
export const isWithheld = cueRule({
  id: 'outcomes/is-withheld',
  about: 'The information is kept back, refused or not released.',
  hints: ['with', 'refus', 'declin', 'disclos', 'releas', 'will not', 'kept back', 'share'],
  pattern:
    /\b(?:(?:have|has|been|being|is|are|was|were|to|be|must|also|therefore|information)\s{1,2}(?<words>withh(?:eld|old)|refus(?:ed|ing))|withholding\s{1,2}(?:this|the|that|it)|will\s{1,2}not\s{1,2}be\s{1,2}(?:given|provided|supplied|published)|(?:refuse|decline)(?:s|d)?\s{1,2}to\s{1,2}(?:provide|supply|give|release)|(?:is|are|being)\s{1,2}(?:being\s{1,2})?kept\s{1,2}back|(?:cannot|can\s?not|can['’]t|unable\s{1,2}to|not\s{1,2}able\s{1,2}to|will\s{1,2}not|decided\s{1,2}not\s{1,2}to|not\s{1,2}prepared\s{1,2}to|declines?\s{1,2}to)\s{1,2}(?:be\s{1,2})?(?:disclos|releas|shar)(?:ed?|ing)|should\s{1,2}(?:therefore\s{1,2})?(?:not\s{1,2}be\s{1,2}(?:disclosed|released)|be\s{1,2}(?:refused|withheld)))\b/gi,
  read: ({ before, after }, words) => {
    if (
      /\b(?:not|right|entitled?|able|allowed|permitted|may|might|decide whether)\s{1,2}(?:to\s{1,2}|be\s{1,2})?$/i.test(
        before,
      )
    )
      return null
    if (
      /^refus/i.test(words) &&
      /^\s{1,2}(?:to\s{1,2}(?!provide|disclose|release|comply)|planning|entry|permission|applications?|collection)/i.test(
        after,
      )
    )
      return null
    if (
      /\b(?:applications?|claims?|permission|licen[cs]es?|appeals?|grants?|entry|consent|admission|places?|payment)\b[^.]{0,40}$/i.test(
        before,
      )
    )
      return null
    return refusedOn(before, after)
  },
  examples: [
    { letter: 'We have «withheld» the names.', value: says('withheld') },
    { letter: 'The list «cannot be disclosed».', value: says('withheld') },
    { letter: 'These names «will not be supplied».', value: says('withheld') },
    { letter: 'The prices «are kept back».', value: says('withheld') },
    { letter: 'We conclude that it «should be withheld».', value: says('withheld') },
  ],
  nearMisses: [
    'An authority may withhold it.',
    'Your complaint, if information was withheld, goes to the Commissioner.',
    'Three licences were refused.',
    'How many claims were refused?',
    'You have the right to refuse.',
  ],
})

/** "We rely on the exemption in section 31", "section 40(2) is engaged". */
export const exemptionApplied = cueRule({
  id: 'outcomes/exemption-applied',
  about: 'An exemption is said to be applied, engaged or relied on.',
  hints: ['exempt', 'exception', 'section', 's.', 's1', 's3', 's4', 's2', 'regulation'],
  pattern:
    /\b(?:(?:rel(?:y|ies|ied|ying)\s{1,2}(?:up)?on|appl(?:y|ies|ied|ying)|engag(?:ed|es|ing)|us(?:ed|ing)|invok(?:e|ed|es|ing)|cit(?:e|ed|ing))\s{1,2}(?:the\s{1,2}|an\s{1,2}|this\s{1,2}|these\s{1,2})?(?:[\w,]{1,20}\s{1,2}){0,3}?(?:exemptions?|exceptions?|section\s{1,2}\d{1,2}|s\.?\s?\d{1,2}|regulation\s{1,2}1[0-3])|(?:exemptions?|exceptions?)\b[^.;\n]{0,80}?\b(?:applies|apply|(?:is|are)\s{1,2}(?:being\s{1,2}|also\s{1,2}|rightly\s{1,2})?(?:applied|engaged|relied\s{1,2}on)|ha(?:s|ve)\s{1,2}been\s{1,2}(?:applied|engaged|used))|(?:subject\s{1,2}to|falls?\s{1,2}(?:with)?in(?:to)?|falls?\s{1,2}under|covered\s{1,2}by)\s{1,2}(?:the|an)\s{1,2}(?:exemption|exception)s?|(?:section|s\.?|regulation)\s?(?:1[0-4]|2[1-9]|3\d|4[0-4])[\w()]{0,16}\s{1,2}(?:\([^()\n]{3,80}\)\s{1,2})?(?:therefore\s)?(?:applies|is\s{1,2}(?:engaged|being\s{1,2}applied|applied)|has\s{1,2}been\s{1,2}applied))\b/gi,
  read: ({ before, after }, words) => {
    if (
      /\b(?:not|no|longer|may|might|could|does not|cannot)\s{1,2}$/i.test(before) ||
      /\b(?:not|no longer|whether|tax|rates?|discount|prejudice test)\b/i.test(words)
    )
      return null
    if (/\b(?:council tax|business rates|vat|discount|charge)\b/i.test(before.slice(-60))) return null
    // «I have applied the appropriate exemptions»: to what, and which, is told below.
    if (/\b(?:appropriate|relevant|following)\s{1,2}ex(?:em|ce)ptions$/i.test(words)) return hints('withheld')
    return refusedOn(before, `${words}${after}`)
  },
  examples: [
    { letter: 'We «rely on the exemption» in section 31.', value: says('withheld') },
    { letter: 'It is «subject to the exemption» at section 43.', value: says('withheld') },
    { letter: '«Section 31(1)(a) is engaged».', value: says('withheld') },
    { letter: '«Section 31(1)(a) (law enforcement) is engaged».', value: says('withheld') },
    { letter: 'We «rely on the exemption» for what passes the cost limit.', value: says('cost_limit') },
    { letter: 'The «exemption at section 21 of the Act applies».', value: says('withheld') },
    { letter: 'I have «applied the appropriate exemptions».', value: hints('withheld') },
  ],
  nearMisses: [
    'Where an exemption applies we will say so.',
    'No exemption applies.',
    'We have not applied an exemption.',
    'How many council tax exemptions apply?',
  ],
})

/** "The public interest in maintaining the exemption outweighs that in disclosure." */
export const outweighed = cueRule({
  id: 'outcomes/outweighed',
  about: 'The public interest test ends in favour of withholding.',
  hints: ['public interest', 'balance', 'favour'],
  pattern:
    /\b(?:(?:withhold(?:ing)?|maintain(?:ing)?|maintenance|non-?disclosure|not\s{1,2}disclos\w{2,4}|appl(?:y|ying)|uphold\w{0,3}|refus\w{1,3})\b[^.;]{0,120}?\boutweighs?|against\s{1,2}disclosure\s{1,2}(?:weigh|outweigh)|not\b[^.;]{0,30}?\bin\s{1,2}the\s{1,2}public\s{1,2}interest\s{1,2}to\s{1,2}(?:disclose|release|provide)|public\s{1,2}interest\s{1,2}in\s{1,2}(?:keeping|withholding|maintaining|not\s{1,2}disclosing|applying)\b[^.;]{0,120}?\b(?:is|are|was)\s{1,2}(?:the\s{1,2})?(?:greater|stronger|weightier)|(?:favours?|in\s{1,2}favour\s{1,2}of|lies\s{1,2}(?:in|with))\s{1,2}(?:withholding|maintaining\s{1,2}the|non-?disclosure))\b/gi,
  read: ({ before }, words) => {
    if (
      /\b(?:arguments?|factors?|considerations?|reasons?|points|case)\b[^.]{0,20}$/i.test(before) &&
      !/outweigh/i.test(words)
    )
      return null
    return /\b(?:must|test|only|decide|consider\w{0,3} the)\b/i.test(before.slice(-60)) &&
      !/balance|conclu|therefore|satisf/i.test(before)
      ? hints('withheld')
      : says('withheld')
  },
  examples: [
    {
      letter: 'The public interest in «withholding the information outweighs» that in disclosure.',
      value: says('withheld'),
    },
    { letter: 'It is «not considered in the public interest to disclose» this.', value: says('withheld') },
    { letter: 'On balance it lies «in favour of withholding» it.', value: says('withheld') },
    {
      letter: 'The council finds that the «public interest in keeping the names back is greater».',
      value: says('withheld'),
    },
  ],
  nearMisses: [
    'Arguments in favour of maintaining the exemption:',
    'We ask whether the interest in withholding outweighs it.',
  ],
})

/** "This letter is a refusal notice", "it is commercially sensitive", "as individuals could be identified". */
export const refusalSpoken = cueRule({
  id: 'outcomes/refusal-spoken',
  about: 'A refusal notice, or a reason for one: not by itself the answer to one question.',
  hints: ['refusal', 'sensitive', 'confidential', 'identif', 'principle', 'disclos', 'releas', 'comment'],
  pattern:
    /\b(?:refusal\s{1,2}notice|notice\s{1,2}of\s{1,2}refusal|commercially\s{1,2}(?:sensitive|confidential)|(?:could|may|might|would)\s{1,2}(?:\w{1,12}\s{1,2}){0,3}(?:identif(?:y|ication\s{1,2}of)\s{1,2}(?:an?\s{1,2}|the\s{1,2})?(?:individuals?|persons?|people|someone|somebody)|be\s{1,2}identified)|breach\s{1,2}(?:of\s{1,2})?(?:the\s{1,2}|a\s{1,2}|one\s{1,2}of\s{1,2}the\s{1,2})?(?:first\s{1,2})?data\s{1,2}protection\s{1,2}principles?|do(?:es)?\s{1,2}not\s{1,2}(?:disclose|release|comment\s{1,2}on)|not\s{1,2}be\s{1,2}appropriate\s{1,2}to\s{1,2}(?:disclose|release|provide|give))\b/gi,
  read: ({ before }) => (/\b(?:not|no)\s{1,2}(?:a\s{1,2})?$/i.test(before) ? null : hints('withheld')),
  examples: [
    { letter: 'This letter is a «refusal notice».', value: hints('withheld') },
    { letter: 'With so few of them one «could be identified».', value: hints('withheld') },
    { letter: 'For reasons of security we «do not release» such plans.', value: hints('withheld') },
  ],
  nearMisses: ['This is not a refusal notice.', 'If it is commercially sensitive, please send the rest.'],
})

/** "the names have been redacted". */
export const redacted = cueRule({
  id: 'outcomes/redacted',
  about: 'Names or passages of what was given are blacked out.',
  hints: ['redact', 'blacked', 'removed'],
  pattern:
    /\b(?:redact(?:ed|ions?)|blacked\s{1,2}out|(?:names?|details)\b[^.;\n]{0,60}?\bha(?:s|ve)\s{1,2}been\s{1,2}removed)\b(?![ \w]{0,20}\.(?:pdf|docx?|xlsx?|msg)\b)/gi,
  read: ({ before }) => (/\b(?:not|no|un)\s{1,2}$/i.test(before) ? null : { ...hints('partly'), redaction: true }),
  examples: [
    { letter: 'The names are «redacted».', value: { ...hints('partly'), redaction: true } },
    { letter: '«Details of who wrote it have been removed».', value: { ...hints('partly'), redaction: true } },
  ],
  nearMisses: ['Licence 1 Redacted.pdf', 'There are no redactions.', 'Graffiti has been removed.'],
})

/** An exemption may mean another answer than "withheld": the limit on cost, vexatious requests, what is published already. */
function refusedOn(before: string, after: string): Cue {
  const near = `${before.slice(-60)} ${after.slice(0, 160)}`
  const outcome = groundOf(near)
  return isOfTheRest(before) ? ofTheRest(outcome) : says(outcome)
}

/** Told by its subject; a section's number is read where it is known whose (`exemptions/grounds`). */
function groundOf(near: string): Cue['outcome'] {
  if (/\b(?:appropriate|cost)\s(?:cost\s)?limit\b/i.test(near)) return 'cost_limit'
  if (/\bvexatious\b/i.test(near)) return 'vexatious'
  // «… is not held and is therefore exempt under section 17»: the Scottish notice that nothing is held.
  if (/\bs(?:ection|\.)?\s?17\b[^.;]{0,60}\b(?:Scotland|FOISA|not held)/i.test(near)) return 'not_held'
  return /\bother means\b|\b(?:otherwise|reasonably)\s(?:accessible|available)\b/i.test(near) ? 'elsewhere' : 'withheld'
}
