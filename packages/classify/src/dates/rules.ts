import type { DateRule } from './index.ts'
import type { Day } from './places.ts'

const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s)?'
const end = `\\s{0,3}[:\\-–]?\\s{0,40}${weekday}$`
const label = (words: string) => new RegExp(`(?:^|[\\s(|•-])(?:${words})${end}`, 'i')

const receivedLabel = label(
  'date (?:request |foi |of request )?(?:was )?(?:received|requested|made|submitted|asked|registered)|date (?:of|for) (?:the |your |this )?(?:original )?(?:request|receipt|application|enquiry)|(?:request|foi|enquiry|application) (?:was )?(?:date|received|made|dated|submitted)(?: on)?|requested(?: on)?|received(?: on| date)?|your (?:foi |information )?(?:request|e[- ]?mail|letter)(?: of| dated)?|date logged|date (?:request )?(?:logged|opened)|(?:tabled|lodged|submitted) on|request received date|\\(?asked on(?: the)?',
)
const respondedLabel = label(
  'date (?:of |for )?(?:the |this |our |your |foi )?(?:response|responded|reply|replied|decision|released?|disclosed|disclosure|answered|answer|issued?|completed|letter|sent)(?: sent| issued)?|(?:date )?request (?:was )?(?:replied to|responded to|answered|completed|closed)(?: on)?|(?:replied|completed|closed)(?: on)|(?:response|decision|reply|disclosure|release|completion) (?:date|sent|issued|provided|given)(?: on)?|responded(?: to)?(?: on)?|released(?: on)?|response|decision|answered(?: on)?(?: the)?|date responded|date (?:request )?(?:answered|closed|completed)',
)
/** "Customer Request Details" over a day, "Request" over a day: a heading with its day below. */
const requestHeading = /^(?:(?:customer|foi|the|your|original)\s){0,2}request(?:\sdetails)?\s?:?$/i
/** "Part disclosed - 27 February 2023": what came of it, and when. */
const resultLabel =
  /^(?:[-–•*]\s)?(?:full(?:y)?|part(?:ial|ially|ly)?|not|nil|no|all|information)[ -](?:disclosure|disclosed|releas(?:e|ed)|provided|supplied|held|refus(?:al|ed)|exempt(?:ed)?)\s?[-–:]\s{0,3}$/i
/** "… the information request you dated", "your request for X, which we received on", "your e-mail of". */
const receivedSentence =
  /\b(?:requests?|e[- ]?mail|letter|enquiry|correspondence|application|questions?|message)\b[^.?!]{0,220}\b(?:(?:received|reached|arrived|logged|submitted|made|came in|came|sent|e[- ]?mailed|had your request)\b(?: (?!for\b|from\b|between\b|since\b|about\b|until\b|to\b(?! (?:us|me|the)\b))\S{1,20}){0,12}? (?:on|dated)(?: the)?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day,?)?|received|dated|of) $/i
const wroteOn =
  /\b(?:your (?:\S{1,20} ){0,4}(?:request|e[- ]?mail|letter|enquiry|correspondence|message)(?: to (?:us|the \S{1,20}))?|we had your request|you (?:wrote|e[- ]?mailed|asked|contacted|requested)(?: to| for)?(?: us)?|came in|received by us) (?:on|dated|of)(?: the)? $/i
/** "We received your request under the Act on": what came stands after the word that says so. */
const cameToUs =
  /\b(?:we|council|trust|force|authority|university|department|i)(?: have)? (?:first )?(?:received|had|got|logged) (?:your|the|a|this) (?:\S{1,20} ){0,3}(?:request|e[- ]?mail|letter|enquiry|application)\b (?:\S{1,20} ){0,16}?(?:on|dated)(?: the)?(?: (?:mon|tues|wednes|thurs|fri|satur|sun)day,?)? $/i
const ofAnotherThing =
  /\b(?:internal review|review of|clarif\w{1,10}|previous(?:ly)?|earlier|former|last year|similar|(?:your|formal|the) complaint|published|by then|extension|deadline|due|commissioner|ico|tribunal|decision of|meeting of|minutes? of|report of|response of)\b[^.]{0,80}$|\bas (?:of|at)(?: the)? $|\bour (?:response|letter|reply|e[- ]?mail)\b[^.]{0,20}$/i

/** "within 20 working days of 12/11/2018": from then on the time runs. */
const timeRunsFrom = /\b(?:20|twenty) (?:working|school) days (?:from|of|after)(?: the)? $/i

/** "Total number of referrals received 01/04/2017 to 31/03/2018": the first day of a period. */
const beginsPeriod = /^\s?(?:to|until|[-–])\s?(?:the )?(?:\d|[A-Z][a-z]+ \d)/

/** "On 5 October 2012, I wrote to the Head of …": a page that tells of a request and its answer. */
const iWrote =
  /^,? (?:i|we) (?:wrote|e-?mailed|sent (?:a|an|the|this|my) (?:foi )?(?:request|e-?mail|letter)|(?:made|submitted) (?:a|an|the|this) (?:\S{1,20} ){0,3}request) to (?!you\b)/i

/** "This request was answered on 5 May 2016", "Our response was sent on". */
const respondedSentence =
  /\b(?:(?:this|the|your) (?:request|enquiry) was (?:answered|responded to|replied to|closed|completed)|(?:a|our|the|full|final) (?:response|reply|answer) was (?:sent|issued|provided|given)(?: to (?:you|the (?:requester|applicant)))?) on (?:the )?$/i

/** "On 2 March 2020 you asked us:" */
const youAsked = /^,? you (?:asked|wrote|requested|e[- ]?mailed|contacted|made|submitted|sent)\b/i

/** Days in the parts where an authority tells of a request, not where an asker tells of others. */
const byAuthority = ({ role }: Day) =>
  role === 'opening' || role === 'reply' || role === 'closing' || role === 'furniture' || role === 'rights'

/** The surest first. */
export const receivedRules: readonly DateRule[] = [
  {
    id: 'dates/received-label',
    about: 'A day labelled as that of the request: "Date received: …".',
    of: 'first',
    tells: (day) =>
      day.role !== 'quoted_mail' &&
      day.role !== 'disclaimer' &&
      !beginsPeriod.test(day.after) &&
      (receivedLabel.test(day.before) || isLabel(receivedLabel, day) || requestHeading.test(day.label)) &&
      !ofAnotherThing.test(day.before),
  },
  {
    id: 'dates/received-sentence',
    about: 'A day that a sentence of the authority gives the request: "which we received on …".',
    of: 'first',
    tells: (day) =>
      ((byAuthority(day) &&
        (receivedSentence.test(day.before) ||
          timeRunsFrom.test(day.before) ||
          wroteOn.test(day.before) ||
          (/\bon (?:the )?$/i.test(day.before) &&
            (youAsked.test(day.after) ||
              iWrote.test(day.after) ||
              /^thank you for (?:contacting|writing to)\b/i.test(day.before))))) ||
        (day.role !== 'quoted_mail' && cameToUs.test(day.before))) &&
      !ofAnotherThing.test(day.before) &&
      !/^,? (?:requesting|asking for|in which you (?:asked for|requested)|for|seeking) (?:an? )?(?:internal )?review\b/i.test(
        day.after,
      ),
  },
  {
    id: 'dates/received-thread',
    about: 'The day above the letter of an asker in a printed thread.',
    of: 'first',
    tells: (day) =>
      (day.alone || day.byline) &&
      day.label !== 'Published' &&
      day.greeting?.voice === 'asker' &&
      day.greeting.lines <= 8 &&
      day.role === 'opening',
  },
  {
    id: 'dates/received-mail-head',
    about: 'The day in the head of a mail in which somebody asks.',
    of: 'first',
    tells: (day) => day.mail !== null && day.role === 'opening' && day.greeting?.voice === 'asker',
  },
  {
    id: 'dates/received-mail',
    about: 'The day on which the quoted mail that asks was sent.',
    of: 'last',
    tells: (day) => day.mail !== null && day.role === 'quoted_mail',
  },
]

/** The surest first. */
export const respondedRules: readonly DateRule[] = [
  {
    id: 'dates/responded-label',
    about: 'A day labelled as that of the answer: "Date responded: …", "Response 14-08-2017".',
    of: 'last',
    tells: (day) =>
      day.role !== 'quoted_mail' &&
      // a page may run the request on behind it: "Responded Fri 1 September 2023In accordance with …"
      (resultLabel.test(day.lead) ||
        ((day.role !== 'request' || respondedOn.test(day.lead) || isLabel(respondedOn, day)) &&
          (respondedLabel.test(day.before) || isLabel(respondedLabel, day)))) &&
      !ofAnotherThing.test(day.before),
  },
  {
    id: 'dates/responded-sentence',
    about: 'A day on which a sentence says that the request was answered.',
    of: 'last',
    tells: (day) => byAuthority(day) && respondedSentence.test(day.before) && !ofAnotherThing.test(day.before),
  },
  {
    id: 'dates/letter-date',
    about: 'A day that stands alone above the authority’s greeting.',
    of: 'last',
    tells: (day) =>
      day.role !== 'quoted_mail' &&
      (day.alone || day.byline || endsHead(day)) &&
      day.greeting?.voice === 'answerer' &&
      !isOther(day),
  },
  {
    id: 'dates/responded-mail-head',
    about: 'The day in the head of the mail that answers.',
    of: 'last',
    tells: (day) => day.mail !== null && day.role === 'opening' && day.greeting?.voice === 'answerer',
  },
  {
    id: 'dates/letterhead-date',
    about:
      'A day as "Date", or alone beside a reference or thanks, in the head of a letter or page without a greeting.',
    of: 'last',
    tells: (day) =>
      day.greeting === null &&
      ((day.role === 'opening' && (isDateLabel(day) || day.behindGap)) ||
        (day.line < headLines && byAuthority(day) && day.alone && !isOther(day) && isOfLetter(day))),
  },
  {
    id: 'dates/signature-date',
    about: 'A day that stands alone below the signature.',
    of: 'first',
    tells: (day) => day.role === 'closing' && day.alone && !isOther(day),
  },
]

function isLabel(pattern: RegExp, { label: above }: Day): boolean {
  return above !== '' && pattern.test(`${above} `)
}

/** "Our ref: 12/34   Date: 3 May 2019". */
function endsHead({ role, before }: Day): boolean {
  return (
    role === 'opening' &&
    /\bdated?\s?[:–-]\s{0,80}$/i.test(before) &&
    !/\b(?:request(?:ed)?|receipt|received|due|birth|publi\w{2,12}|review|start|end|closing|target)\s{1,3}dated?\s?[:–-]\s{0,80}$/i.test(
      before,
    )
  )
}

/** A label that only who answers writes, at the beginning of its line. */
const respondedOn = /^(?:date )?(?:responded|of response|answered|response date|date responded)\b/i

/** So far down a page its head goes on, menus and courtesies between. */
const headLines = 14

/** "Date: 3 May 2019", or a day beside "Our ref", "Thank you for your request": a page's own day of publication has neither. */
function isOfLetter({ before, around }: Day): boolean {
  return (
    /^dated?\s?:\s{0,80}(?:[a-z]{3,9},?\s)?$/i.test(before) ||
    /\b(?:(?:our|foi|eir|request) ?ref(?:erence)?\b|request for information\b|(?:thank you for|considered|in (?:response|reply) to|processed|further to) your (?:\S{1,20} ){0,4}(?:request|e[- ]?mail|letter|enquiry))/i.test(
      around,
    )
  )
}

function isDateLabel(day: Day): boolean {
  return endsHead(day) || /^dated?\s?:?$/i.test(day.label)
}

/** The line above says that it is the day of something else. */
function isOther({ label: above, before }: Day): boolean {
  return (
    /\b(?:publi\w+|updated|reviewed|printed|issue|your ref|valid|expires?|received|request(?:ed)?)\b/i.test(above) ||
    /\b(?:publi\w+|updated|printed|received|request(?:ed)?)\b/i.test(before)
  )
}
