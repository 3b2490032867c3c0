import type { IncidentTypeCode } from '@disclosed/reference'

/** Wordings that name a type whatever else the label says. */
export interface TypeVariant {
  readonly code: IncidentTypeCode
  readonly words: RegExp
  /** Words that make it something else, or leave it open. */
  readonly unless?: RegExp
}

const astray = /\b(?:wrong|incorrect|unintended|misdirected|misaddressed|mis-?sent|sent in error|in error)\b/
const email = /\bemail(?:s|ed)?\b/
const post = /\b(?:letters?|post(?:ed|al)?|mail(?:ed)?|fax(?:ed)?|envelopes?)\b/
const lost =
  /^(?:lost|stolen|missing|misplaced|loss|theft|lost or stolen|lost\/stolen|stolen or lost|loss or theft|loss\/theft|thefts|losses)\b/

function both(one: RegExp, other: RegExp): RegExp {
  return new RegExp(`^(?=.{0,120}?${one.source})(?=.{0,120}?${other.source})`)
}

/** In this order; the first that fits names the type. */
export const typeVariants: readonly TypeVariant[] = [
  { code: 'x_near_miss', words: /\bnear miss(?:es)?\b/ },
  { code: 'bcc_failure', words: /\bbcc\b|\bblind cop(?:y|ied)\b|\bcc'?d? (?:instead|rather)\b/ },
  { code: 'ransomware', words: /\bransomware\b/ },
  { code: 'phishing', words: /\bphish(?:ing|ed)\b/, unless: /\bmalware|virus\b/ },
  {
    code: 'redaction_failure',
    words:
      /\b(?:un|not |incorrectly |inadequately |poorly )redact|\bredact\w{0,4} (?:error|failure|fail|issue)|\bfail\w{0,4} to redact/,
  },
  { code: 'x_disclosed_in_error', words: both(email, both(post, astray)) }, // by mail of either kind: the channel is not told
  { code: 'email_wrong_recipient', words: both(email, astray), unless: /\bphish|content\b/ },
  { code: 'post_wrong_recipient', words: both(post, astray), unless: /\bonline|website|portal|intranet\b/ },
  {
    code: 'loss_device',
    words: both(
      lost,
      /\b(?:devices?|laptops?|computers?|(?:mobile |smart)?phones?|mobiles?|tablets?|ipads?|usb|memory sticks?|hard drives?|equipment|hardware|blackberr(?:y|ies)|cameras?)\b/,
    ),
    unless: /\bpaper|documents?|files?\b/,
  },
  {
    code: 'loss_paperwork',
    words: both(
      lost,
      /\b(?:paper(?:s|work)?|documents?|notebooks?|notepads?|diar(?:y|ies)|case files?|forms?|letters?)\b/,
    ),
    unless: /\bdevices?|laptops?|phones?|equipment\b/,
  },
  {
    code: 'x_lost_or_stolen',
    words: both(lost, /\b(?:items?|property|belongings|assets?|information|data|records?)$/),
  },
  { code: 'loss_paperwork', words: /\bleft (?:unattended|insecure|unsecured?|in (?:an )?insecure)\b/ },
  { code: 'alteration', words: /\binaccurate(?:ly)?\b/, unless: /\bsent|disclos|shared\b/ },
  { code: 'verbal_disclosure', words: /\bverbal(?:ly)?\b|\boverheard\b/ },
  { code: 'x_corruption', words: /\bloss of availability\b|\b(?:data|system|record)s? unavailab/ },
  {
    code: 'x_access_or_disclosure',
    words: /\b(?:unauthorised|unauthorized|inappropriate) (?:access|disclosure)\b.{0,20}\b(?:access|disclosure)\b/,
  },
  {
    code: 'unauthorised_access_non_cyber',
    words: /\b(?:unauthorised|unauthorized|inappropriate|improper) (?:access|viewing)\b|\binappropriately accessed\b/,
    unless: /\bcyber|hack|network|external|malware|disclos|account\b/,
  },
  {
    code: 'x_published_in_error',
    words: both(
      /\b(?:published|uploaded|posted)\b/,
      /\b(?:online|website|web site|internet|intranet|portal|social media)\b/,
    ),
  },
]
