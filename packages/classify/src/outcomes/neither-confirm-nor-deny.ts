import { phrase } from '../recogniser.ts'
import { type Cue, cueRule, hints, ofTheRest, says } from './cue.ts'

/** "The Council neither confirms nor denies that it holds the information." */
export const neitherConfirmNorDeny = cueRule({
  id: 'outcomes/neither-confirm-nor-deny',
  about: 'The authority will not say whether it holds the information.',
  hints: ['den', 'ncnd'],
  pattern:
    /\b(?:neither\s{1,2}(?:to\s)?confirm(?:s|ed|ing)?\s{1,2}n?or\s{1,2}(?:to\s)?den(?:y|ies|ied|ying)|(?:not|unable to|cannot|refus(?:e|es|ed|ing|al) to|declines? to|exempt(?:ed)? from (?:the duty|having) to|no (?:duty|obligation) to|not (?:required|obliged) to)\s{1,2}(?:either\s)?confirm\s{1,2}n?or\s{1,2}deny|NCND)\b/gi,
  // «… any other information that may be held»: said beside an answer, it takes nothing from it.
  read: ({ before, after }) => {
    if (isOfTheRest(before, after)) return ofTheRest('ncnd')
    return /\bduty\b/i.test(after.slice(0, 12)) ? hints('ncnd') : says('ncnd')
  },
  examples: [
    { letter: 'The trust «neither confirms nor denies» that it holds this.', value: says('ncnd') },
    { letter: 'We «neither confirm or deny» that this is held.', value: says('ncnd') },
    { letter: 'We will «not confirm or deny» holding any such list.', value: says('ncnd') },
    { letter: 'We «neither confirm nor deny» that any other information is held.', value: ofTheRest('ncnd') },
  ],
  nearMisses: [
    'Could you neither confirm nor deny that?',
    'We can confirm that the claim was denied.',
    'If we were to neither confirm nor deny, people would guess.',
  ],
})

/** "Confirming or denying that it is held would help an attacker." */
export const confirmingWouldHarm = cueRule({
  id: 'outcomes/confirming-would-harm',
  about: 'To say whether it is held would itself do harm.',
  hints: ['confirm', '1(1)(a)'],
  pattern:
    /\b(?:duty\s{1,2}(?:in|under|at|set\s{1,2}out\s{1,2}in)\s{1,2}s(?:ection)?\.?\s?1\(1\)\(a\)|confirming\s{1,2}or\s{1,2}denying|to\s{1,2}confirm\s{1,2}or\s{1,2}deny|confirmation\s{1,2}or\s{1,2}denial|duty\s{1,2}to\s{1,2}confirm\s{1,2}or\s{1,2}deny)(?!\w)/gi,
  read: ({ after }, words) => {
    if (/^duty/i.test(words))
      return /^[^.]{0,60}\b(?:does not (?:arise|apply)|is (?:excluded|disapplied|removed))/i.test(after)
        ? hints('ncnd')
        : null
    return /^[^.]{0,160}\b(?:could|would|might|is likely|constitutes?|may)\b/i.test(after) ? says('ncnd') : null
  },
  examples: [
    { letter: '«Confirming or denying» that it is held could aid an attacker.', value: says('ncnd') },
    { letter: 'The «duty in Section 1(1)(a)» of the Act does not apply here.', value: hints('ncnd') },
    { letter: 'By section 31(3) the «duty to confirm or deny» does not arise.', value: hints('ncnd') },
  ],
  nearMisses: ['This is known as the duty to confirm or deny.', 'Confirming or denying a booking takes a day.'],
})

/** "If we confirmed or denied that it is held, an attacker would learn …": the same reason, told as a condition. */
export const ifConfirmed = phrase<Cue>({
  id: 'outcomes/if-confirmed',
  about: 'What would follow from saying whether it is held.',
  hints: ['confirmed or denied', 'to confirm or deny'],
  pattern:
    /\b(?<words>if (?:we|it|the (?:council|trust|force|authority|department|university)) (?:confirmed\s{1,2}or\s{1,2}denied|were\s{1,2}to\s{1,2}confirm\s{1,2}or\s{1,2}deny))\b[^.?]{0,240}?\b(?:would|could|might)\b/gi,
  read: () => says('ncnd'),
  examples: [
    {
      letter: '«If we confirmed or denied» that we hold a list, it would help those who want to break in.',
      value: says('ncnd'),
    },
  ],
  nearMisses: [
    'If the booking is confirmed or denied, you would hear from us.',
    'If we confirmed or denied your place by then, fine.',
  ],
})

function isOfTheRest(before: string, after: string): boolean {
  return /\b(?:any|all) (?:other|further|additional|more)\b|\banything (?:else|more|further)\b/i.test(
    `${before.slice(-80)} ${after.slice(0, 120)}`,
  )
}
