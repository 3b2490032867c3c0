import { oneOf } from '../one-of.ts'

/**
 * The words by which letters say which part begins. Each list is tested at the start of a line (bullets and dashes
 * taken off, the next line joined to it where the sentence runs on), so none may be longer than a few words.
 */

/** A heading over the request as the authority repeats it. "Request 101003849345" is a reference and none. */
export const requestHeadings: readonly RegExp[] = oneOf([
  /^(?:(?:the |your |full |initial |first |actual |original |details of (?:the |your )?)(?:foi |eir |information |freedom of information )?)?request(?: details?| text| for information| summary| received| made| \d{1,2})?\s{0,3}:?$/i,
  /^(?:request|enquiry|your request|information requested|question(?: asked)?|q|summary of request|request summary|request details?)\s{0,3}[:–-]\s/i,
  /^(?:(?:the|your|foi) )?(?:request|question)s? (?:or|and|\/) (?:question|request|description|details?)s?\s{0,3}:?$/i,
  /^(?:the )?(?:information (?:you )?(?:requested|sought|asked for)|requested information|request was|question(?:s)? asked|what (?:you|was|we were|were we)(?: have)? asked|summary of (?:the |your )?request|description of (?:the )?request|text of (?:the |your )?request|(?:your )?questions?|q)\s{0,3}:?$/i,
  /^(?:in (?:it|your \S{1,12}) )?you (?:have )?(?:asked|requested|wrote|said|wanted to know|want to know|are asking)(?: (?:us|for|about|the council|the force))?(?: (?:the following|for the following|to know|to be provided with))?(?: (?:information|questions?|details))?\s{0,3}[:.]?[-–]?$/i,
  /^you (?:have )?(?:asked|requested)\s?[:–-]\s/i,
  /^(?:(?:eich |y )?(?:cais|gais) ?\/ ?(?:your |the )?request|(?:your |the )?request ?\/ ?(?:eich |y )?(?:cais|gais))\s{0,3}:?$/i,
])

/** A sentence that ends by handing over to the request: "… you asked for the following information:". */
export const requestIntroduction =
  /\b(?:you (?:have |had |also )?(?:asked|requested|request|sought|seek|are asking|are seeking|wanted|wished|wish|wrote|stated|specified|said)\b|your (?:request|e-?mail|letter|questions?)\b|which (?:asked|was|is) for\b|request(?:ed)? (?:was )?for\b(?! information\W{0,3}$)|seek(?:ing)? access to\b)[^.?!]{0,160}[:;]$/i

/** … and one that does so whatever it said before: "Our answer was to the request which was for the following:". */
export const plainIntroduction =
  /\b(?:which|it|request|that) (?:was|is|asked|asks|read|reads|stated) (?:for |as )?(?:the following(?: information)?|follows)\s?[:;]$/i

/** What makes such a sentence about the answer instead: "our response to your request is below:". */
export const answersIntroduction =
  /\b(?:respon(?:se|ses|d)|reply|replies|answers?|outlined below is our|please (?:find|see)|i can|we can|confirm|decision|enclosed|attached|in relation to your|with regards? to your|write to|contact|complain|review|appeal|e-?mail us|telephone|(?:can|may) be (?:found|had|seen|viewed|accessed|obtained|downloaded)|(?:is|are) (?:available|published|accessible|exempt|held|not held))\b/i

/** A heading over the answer. "Response Time" over a table is none: nothing may follow but a date or the text itself. */
export const replyHeadings: readonly RegExp[] = oneOf([
  /^(?:our |the |my |full |council |trust |force |formal |final |initial |details of (?:the |our )?)?(?:(?:council|trust|force|department|authority|police)(?:['’]s)? )?(?:foi )?(?:responses?|reply|replies|answers?|decision|outcome of (?:the )?request|findings|review|my review)(?: (?:to|for) (?:your |the )?(?:foi |information )?(?:requests?|questions?|enquir(?:y|ies)|q(?:uestion)? ?\d{1,2}[a-z]?))?(?: (?:is )?(?:as follows|below|follows?|given|provided|details?|notice|text|statement))?\s{0,3}[:.–-]?$/i,
  /^(?:our |the |council |trust |force )?(?:response|reply|answer|decision)\s{0,2}(?:[:–]|-\s)\s{0,3}\S/i,
  /^A(?:NS|ns)?\s?:\s{0,3}\S/,
  /^(?:response|decision|answered|reply)\s(?:of |on )?\d{1,2}[-/. ]/i,
  /^(?:we|i) (?:said|answered|replied|responded)\s?:?$|^(?:what we said|how we (?:answered|replied|responded))\s?:?$/i,
  /^in (?:our )?(?:response|reply|answer)\s?[:,]?$/i,
  // "Anytown Council's response is as follows:"
  /^(?!please\b|in response)[^.?!:]{0,80}\b(?:responses?|reply|answers?)(?: (?:is|are))?(?: to (?:your|the) \S{1,20}(?: \S{1,20}){0,3}?)?(?: (?:(?:is|are) )?(?:as follows|below|(?:set out|given|outlined|shown|provided) below))?\s?:$/i,
  /^(?:the )?(?:requested )?(?:information|figures|data|details)(?: you)?(?: requested)?(?: (?:is|are))? (?:as follows|(?:(?:set out|given|shown|provided) )?below)\s?:$/i,
  /^(?:information|data) (?:released|disclosed|provided|supplied)\s?:?$/i,
  /^(?:request|questions?) and (?:our )?(?:responses?|answers?|repl(?:y|ies))\s?:?$/i,
  /^our (?:responses?|answers?) to (?:your|the) (?:requests?|questions?|points?)\b/i,
  /^(?:outcome|results?) of (?:your |the )?(?:request|search(?:es)?)\s?:?$/i,
  /^(?:(?:ein |yr )?(?:ymateb|ateb) ?\/ ?(?:our |the )?(?:response|reply|answer)|(?:our |the )?(?:response|reply|answer) ?\/ ?(?:ein |yr )?(?:ymateb|ateb))\s{0,3}:?$/i,
  /^(?:refusal notice|notice of refusal|statement of reasons|reasons? for (?:the )?decision|results? of searches)\s?:?$/i,
])

/** A request whose last line runs into the next heading, as web pages flatten it: "… where recorded - Decision". */
export const trailingReplyHeading = /\s[-–]\s(?:decision|response|answer)$/i

/** Where the letter turns to appeals, complaints and re-use. */
export const rightsMarkers: readonly RegExp[] = oneOf([
  /^(?:if|should|where|in the event that|alternatively,? if) you (?:are|remain|feel|be|were|have been)?\s?(?:still )?(?:un(?:happy|satisfied)|dis-?satisfied|not (?:satisfied|happy|content)|you have been)/i,
  /^(?:if|should) you (?:are|remain|be|have) [^.]{0,40}(?:unhappy|dissatisfied|not (?:satisfied|happy|content)|complain)/i,
  /^(?:if|should) you (?:wish|want|would like|feel|believe|consider|disagree|have (?:a|any) (?:complaint|concerns?)|need|do not agree|think|require)[^.]{0,120}\b(?:internal review|complain|complaint|appeal|review of|reviewed|re-?use)/i,
  /^(?:if|should|where|were)\b[^.]{0,160}\b(?:displeas|unhappy|dis-?satisf|not (?:satisf|happy|content)|(?:make|lodge|submit) a complaint|complain\b|internal review|right (?:of|to) appeal)/i,
  /^(?:should|if) the way [^.]{0,80}(?:not satisfy|unsatisf|dissatisf)/i,
  /^(?:please note,? )?(?:that )?you (?:may|can|also)?\s?(?:have|also have|are entitled to|may also|may|can|should) [^.]{0,60}\b(?:appeal|internal review|complain|complaint|review of|reviewed|re-?use)/i,
  /^(?:the |any |most |all |this |some )?(?:of the )?(?:information|material|document|data)[^.]{0,100}\b(?:re-?use|re-?used|copyright|open government licen[cs]e)\b/i,
  /^(?:please note (?:that )?)?(?:the supply of|supply of|you are free to use|unless otherwise stated|copyright in)\b[^.]{0,120}(?:copyright|re-?use|licen[cs]e|documents?|information)/i,
  /^(?:\(c\)(?=\s?(?:crown|copyright|\d{4}|[A-Z][a-z]+ (?:Council|Police|University|Trust)))|©|crown copyright)/i,
  /^(?:any|all|your|such|a) (?:complaints?|appeals?|requests? for (?:an |a )?(?:internal )?reviews?) (?:should|must|will|can)\b/i,
  /^(?:to (?:request|ask for) (?:an |a )?(?:internal )?review|if you (?:then |still |subsequently )?(?:remain|are not content))\b/i,
  /^(?:the )?(?:contact details (?:for|of) the |address of the )?information commissioner(?:['’]?s)?(?: office)? (?:can be (?:contacted|reached|written)|are:|is:)/i,
  /^(?:you can|you may|you should) (?:also )?(?:contact|write to|complain to) the information commissioner/i,
  /^(?:an? )?(?:attribution statement|freedom of information complaints)/i,
])

/** Headings that do so; a letter about a review has one for its subject, so above the first words they tell nothing. */
export const rightsHeadings: readonly RegExp[] = oneOf([
  /^(?:your |the )?(?:rights? (?:of|to) (?:appeal|complain|complaint|review|a review|request (?:a|an internal) review)|right of redress|internal reviews?|reviews? procedure|appeals?(?: procedure| process| rights)?|complaints?(?: procedures?| rights| process)?|how to (?:appeal|complain)|review and appeal|request(?:ing)? (?:for )?(?:an? )?(?:internal )?review|appealing this decision|next steps|about foi|re[- ]?use of (?:public sector )?information|copyright|open government licen[cs]e|your right to (?:appeal|complain|request|seek))[^.]{0,50}$/i,
])

/** Words that keep a paragraph among the rights once they have begun. */
export const rightsWords =
  /\b(?:internal review|complain(?:t|ts)?|appeal|commissioner|ico|ico\.org\.uk|wycliffe|tribunal|re-?us(?:e|ed|ing)|copyright|licen[cs]e|dissatisfied|unhappy|section 50|working days)\b/i

/** The end of a letter: the last courtesies, the signature and whom to call. */
export const closingMarkers: readonly RegExp[] = oneOf([
  /^(?:yours?(?: (?:sincerely|faithfully|truly))?|(?:kind(?:est)?|best|warm|with kind) (?:regards|wishes)|regards|sincerely|many thanks|best wishes|thank you|thanks)\s?[,.]?$/i,
  /^(?:if|should) you (?:have|require|need|wish)[^.]{0,60}\b(?:quer(?:y|ies)|questions?|further (?:information|assistance|enquiries)|discuss)[^.]{0,80}\b(?:contact|hesitate|let (?:me|us) know|get in touch)/i,
  /^please (?:do not|don['’]t) hesitate to contact/i,
  /^(?:i|we) (?:hope|trust) (?:that )?(?:this|the|you|these)\b(?!['’]re| (?:are|is|have|had|finds?|e-?mail finds?|message finds?|letter finds?)\b)/i,
  /^(?:contact(?: us| details| information)?|enquiries(?: to)?|how to contact us)\s?:?$/i,
  /^please (?:quote|remember to quote)\b/i,
])

/** A sign-off alone ends an asker's letter too. */
export const signOff =
  /^(?:yours? (?:sincerely|faithfully|truly)|(?:kind(?:est)?|best|warm|with kind) (?:regards|wishes)|regards|sincerely|many thanks|best wishes|thank you(?: in advance| for your (?:time|help|assistance))?|thanks(?: in advance)?)\b[^.?]{0,30}[,.]?$/i

/** What mail systems and portals add below: confidentiality, viruses, lists of links. */
export const disclaimerMarkers: readonly RegExp[] = oneOf([
  /^(?:\*+\s?)?(?:disclaimer|confidentiality(?: notice)?|e-?mail disclaimer|legal notice)\b[^.]{0,30}:?/i,
  /^(?:\*+\s?)?(?:this|the|any) (?:e-?mail|message|electronic|communication|transmission)\b[^.]{0,100}\b(?:confidential|intended|privileged|scanned|virus|solely|monitor|sensitive)/i,
  /^(?:\*+\s?)?the (?:information|contents?|views) (?:contained |expressed )?(?:in|of) this (?:e-?mail|message|communication)/i,
  /^(?:visible|hidden) links\b/i,
  /^references$/i,
  /^please use this e-?mail address for all replies/i,
  /^(?:p )?please (?:don['’]t|do not|consider the environment|think before)[^.]{0,60}\b(?:print|environment)/i,
  /^(?:all )?(?:e-?mails?|messages?|communications?) (?:sent |are |and |may |to and from )[^.]{0,80}\b(?:monitored|recorded|intercepted|disclos)/i,
])

/** Lines of a web page or portal that no letter holds. */
export const furnitureLines: readonly RegExp[] = oneOf([
  /^(?:skip to (?:main )?(?:content|navigation)|menu|close|search|submit search|back to top|top of page|home|cymraeg|english|print(?: this page)?|share(?: this page)?|download|view as html|show quoted sections|hide quoted sections|link to this|report(?: this request)?|sign in(?: or sign up)?|rss feed|follow|actions|help|contact us|cookies?|accessibility|breadcrumb|you are here:?|next|previous|print page|a to z|delivered|accept (?:all )?cookies|reject (?:all )?cookies|was this page helpful\??|is this page useful\??|feedback|subscribe|site map|sitemap|privacy(?: policy)?|terms and conditions|loading\.{0,3}|write a reply|request an internal review|download a zip file of all correspondence|view event history details|update the status of this request|add an annotation|respond to request|make a request|browse requests|view authorities|read blog|volunteer)$/i,
  /^(?:page )?\d{1,3} of \d{1,3}$/i,
  /^page \d{1,3}$/i,
  /^(?:we use (?:some )?(?:essential )?cookies|this (?:web)?site uses cookies|printed from https?:)/i,
  /^(?:\d{1,4}(?:\.\d)?[KM]B?)$/,
])

/** Words that only somebody who asks would write. */
export const askersWords =
  /\bi['’]?m (?:undertaking|looking|writing|after|seeking|requesting|doing)|\bdo you hold\b|\bi (?:would (?:like|be grateful|appreciate)|wish|want|am (?:writing to (?:request|make|ask|you to)|requesting|making|seeking|after|undertaking|contacting|looking for|asking)|hereby|request|ask\b|write to ask|make this request|should be grateful|seek)|\bmy (?:foi |freedom of information |information )?(?:request|questions)\b|\b(?:please|could you|can you|would you|may i|kindly)(?: please| kindly| also)? (?:provide|send|supply|give|tell|state|list|advise|disclose|describe|say|split|break|have|let me)|\bwhat i am after\b|\byour (?:organisation|council|authority|trust|force|department|local authority|constabulary|university)\b/gi

/** Words that only somebody who answers would write. */
export const answerersWords =
  /\b(?:thank you for|further to|with reference to|in response to|i refer to|we refer to|regarding) (?:the |your )|\byour (?:\S{1,20} ){0,3}(?:request|enquiry|e-?mail|letter|correspondence)\b|\bwe (?:received|have received|hold|do hold|do not hold|can confirm|are unable|are writing|have (?:now )?considered|neither)\b|\bi (?:can confirm|am able|am unable|have (?:now )?(?:considered|looked))|\bplease find\b|\bhas now been (?:considered|processed|completed)/gi

/** Words that end a request in any case: only an answer has them. */
export const outrightAnswer =
  /\b(?:this (?:letter|e-?mail|response|notice|document) (?:constitutes|acts|serves|is)|(?:this|that|the|which|requested) (?:\S{1,20} ){0,6}(?:is|are|be) (?:\S{1,12} )?exempt\b|\bholds? no (?:such |recorded |relevant )?(?:information|data|records?)|refusal notice|(?:i|we) (?:can |can now |are able to |have to )?(?:confirm|advise) (?:that|the)|(?:we|i) (?:neither|do not hold|hold|are unable|have withheld|am withholding|estimate)|neither confirms? n?or den(?:y|ies)|please (?:see|find|refer to) (?:the )?(?:attached|enclosed|below|table|response)|section \d{1,2}(?:\(\d{1,2}\))?[^.?]{0,80}\b(?:applies|is engaged)|my decision|your request (?:will|has|is) (?:now )?(?:be|been|being) (?:considered|dealt|handled|processed|logged|passed|treated)|(?:i am|we are) treating (?:your|this)|our records show|i have (?:provided|set out|answered)|(?:holds|held) (?:all |some )?(?:of )?the information|you will receive)/i

/** Words of an answer, which a request may have too ("how many breaches the council had"). */
export const likelyAnswer =
  /\b(?:(?:council|trust|force|department|police|authority|constabulary|government|university|office|service|board) (?:does|did|do|can|could|has|have|holds?|held|is|was|considers?|considered|records?|recorded|neither|confirms?|publishes|received)\b|(?:this|these|those|such|the requested) (?:figures?|information|data) (?:is|are|can|was|were)\b|(?:is|are|was|were) not (?:held|recorded|collected)\b|exempt(?:ion)?\b|issued by|under the provisions of)/i

/** How an acknowledgement, a thank-you or the letter's first formal sentence begins. */
export const openingSentences: readonly RegExp[] = oneOf([
  /^(?:many )?(?:thank you|thanks) for\b/i,
  /^(?:further to|with reference to|in (?:response|reply|relation|answer) to|following|regarding|i (?:refer|write|am writing)|we (?:refer|write|are writing)|with regards? to|concerning|on receipt of)\b/i,
  /^(?:re|ref|subject|our ref|your ref|date)\s?:/i,
  /^(?:your|the|this) (?:\S{1,20} ){0,4}(?:request|e-?mail|letter|enquiry|correspondence) (?:\S{1,20} ){0,8}?(?:has|have|was|were|is|came|reached)(?: now| also)?(?: been)? (?:considered|received|processed|dealt|handled|dated|looked|passed|forwarded|partially|successful|refused|completed|being|under|logged|treated)/i,
  /^(?:i|we) (?:have )?(?:received|apologi[sz]e)\b/i,
  /^please accept (?:our|my)\b/i,
  /^(?:re:?\s{1,3})?(?:(?:the )?(?:freedom of information|environmental information|foia?|eir)\b[^.?]{0,60}\b(?:request|act|regulations|ref(?:erence)?)\b)[^?]{0,60}$/i,
  /^(?:request for information and (?:our|the) response|information that \S{1,30}(?: \S{1,30}){0,4} holds|release of information|response to (?:your |a )?(?:foi |freedom of information )?request)\b/i,
])
