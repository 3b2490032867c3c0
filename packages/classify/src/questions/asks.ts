import type { Ask } from '../reading.ts'
import { remembered } from '../remembered.ts'

/** How requests are worded: as questions, as demands, or as the bare name of what is wanted. */
const interrogative =
  /^(?:(?:and|also|finally|secondly|lastly|additionally|further|if (?:so|yes|not|no|it has|applicable|appropriate)|of (?:these|those|the|all)|for (?:each|every|the|that|those|these)|in (?:each|which|what|the|how|that|those|particular)|between|during|since|from|under|within|out of|over|by|at|on|to|broken down|roughly|approximately|when|where|as)\b.{0,200}?,? ?)?(?:how (?:many|much|often|long|old|is|are|was|were|do|does|did|has|have|frequently)|what(?:'s)?|which|when|where|who|whose|whom|why|whether)\b/i

const auxiliary =
  /^(?:(?:and|also|finally|additionally|if (?:so|yes|not)),? )?(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could|should|may|might) (?:you|your|the|there|any|it|they|this|these|those|i|we|a|an|all|each|someone|anyone|somebody|anybody|please|also|cyber|staff|police|information|data|personal)\b/i

const demand =
  /^(?:(?:and|also|finally|additionally|in addition|furthermore|secondly|lastly|then|next|for (?:each|every|the|those|these|any|all)\b.{0,160}?|if (?:so|yes|not|possible|available|appropriate|applicable|held|you)\b.{0,120}?|in (?:each|respect|relation|the)\b.{0,120}?|of (?:these|those|the)\b.{0,100}?|within\b.{0,80}?|between\b.{0,80}?|under\b.{0,120}?|during\b.{0,80}?),? ?)?(?:(?:would|could|can|will) you (?:please|kindly)? ?|(?:could|can|may|might) i (?:please )?(?:have|ask|request|get|see|know)?|please(?:,? (?:may|can|could|would|will) (?:i|you|we))?(?: also| kindly)?(?: be (?:so )?kind(?: enough)?(?: as)? to| be able to)? ?)?(?:please )?(?:provide|confirm|state|tell|list|give|supply|send|describe|detail|specify|indicate|advise|outline|explain|name|share|disclose|break down|include|attach|let (?:me|us) (?:also |please )?(?:know|have|see)|identify|set out|say|show|fulfil|forward|release|furnish|count|complete|answer)\b/i

const wish =
  /^(?:(?:under|by way of|by this|in accordance with|pursuant to|further to|following|in terms of|as part of|in connection with|with (?:reference|regard|respect) to|in (?:relation|addition) to|as well as|regarding|concerning)\b.{0,160}?,? ?)?(?:(?:would|could) you (?:please )?(?:be (?:so )?kind|kindly)|kindly|grateful if|i(?:'d| would| am| wish| want| hereby| write| make| should| also| request| require| need| seek| ask)|we (?:would|wish|want|request|are|require)|my (?:request|question)|(?:please|may|can|could) (?:may|can|could)? ?(?:i|we|you)|may i|can i|could i|to ask)\b/i

const wanted =
  /^(?:(?:the|a|an|any|all|total|annual|average|current|overall|full|complete|specific|your|confirmation|roughly|grounds)\b[^.?]{0,60}?)?\b(?:number|numbers|total|totals|amount|amounts|sum|sums|cost|costs|value|values|figure|figures|percentage|proportion|share|list|lists|copy|copies|details?|names?|dates?|breakdown|split|count|price|expenditure|spend|spending|budget|income|revenue|largest|highest|lowest|longest|biggest|maximum|minimum|average|reasons?|type|types|categories|causes?|location|locations|policy|policies|report|reports|correspondence|documents?|information|data|scoring|responses?|staff|position|title|authors?|complaints?|breaches|incidents|people)\b/i

/** Is this worded as somebody asks for something? */
export const isAsk: (words: string) => boolean = remembered((words) => {
  return isDirectAsk(words) || (!isRow(words) && wanted.test(unquoted(words)))
})

/** «Complaints | Damp | Mould | Total |» is the head of a table. */
function isRow(words: string): boolean {
  return words.split('|', 4).length > 2
}

/** The request is often repeated between quotation marks, or in stars that stand for italics. */
function unquoted(words: string): string {
  return words
    .slice(0, 400)
    .replace(/^["“”‘’'*_\s]{1,6}/, '')
    .replaceAll('’', "'")
}

/** Is it a question or a demand, and not only the name of a thing? */
export const isDirectAsk: (words: string) => boolean = remembered((words) => {
  const opening = unquoted(words)
  return (
    /\?(?:\s|["”')]|$)/.test(words) ||
    interrogative.test(opening) ||
    auxiliary.test(opening) ||
    demand.test(opening) ||
    wish.test(opening)
  )
})

const qualifies =
  /^(?:please (?:note|help|be aware|treat|use|quote|see|find|do not|feel|state (?:if|whether)|(?:provide|give|supply|send|include|break|split|present|set|order|exclude|limit|confine) ?(?:(?:me|us) with )?(?:this|these|the (?:information|data|answers?|response|breakdown|split|figures|numbers)|it|them|all (?:data|information)|down|your|a breakdown|(?:individual|separate|yearly|annual|monthly) (?:figures|totals|numbers|data) (?:per|by|for)))|(?:break|split|count|order|limit|exclude|include)\b|(?:would|could|can) (?:you|these|this|the (?:data|figures|information)) (?:please )?(?:put|be|break|split|also (?:break|split))|if (?:the|this|it|you|any|your|my|possible|that|there|so much|a|for|one|some|part)\b|where\b|should\b|i (?:understand|am aware|look|would (?:prefer|be grateful|appreciate|like (?:this|these|the (?:information|data|answers)))|expect|realise|believe|appreciate|hope|trust|thank|know)|as i understand|for (?:clarity|the avoidance|this request)|by (?:(?:this|that)(?:,| i\b)|data|cyber)|an estimate|you last|thank|many thanks|yours|kind (?:regards|wishes)|dear|note|an?y? (?:response|reply)|this (?:request|is)|e\.?g|split by|broken down|figures are|data (?:is|are)|count repairs|meaning\b|\((?![^()]{1,120}\)\s?[:=–-]))/i

/** A sentence that says how an ask is meant, and asks for nothing of its own: "Please split the figures by month." */
export const isQualifier: (sentence: string) => boolean = remembered((sentence) => {
  return (
    (qualifies.test(sentence) && !asksOnCondition.test(sentence) && !asksGratefully.test(sentence)) ||
    wantsLayout.test(sentence) ||
    saysForWhen.test(sentence)
  )
})

/** «I would be grateful if you could tell me how many …»; for «this information in a table» it only says how. */
const asksGratefully =
  /^i(?:['’]d| would) (?:be (?:most |very |extremely )?grateful|appreciate it) (?:for (?:all |any |some )?(?:records?|details|copies|a copy|a list|information|figures|the (?:number|total|names?|cost))\b|if you (?:could|would|can) (?:please |kindly )?(?:(?:give|provide|send|supply|furnish|tell|let)(?: (?:me|us))?(?: (?:with|have|know))? (?!(?:this|these|it|them|your|the (?:information|data|answers?|figures))\b)))/i

/** «If possible, please indicate how many were injured»: an ask, though one that may be left. */
const asksOnCondition =
  /^if (?!(?:the|this|my|your|any|it) (?:answer|request|response)\b)[^?.:]{0,100}?,? (?:please |can you (?:please )?|could you (?:please )?)(?:also )?(?:give|provide|indicate|state|confirm|list|supply|say|tell|name) (?:me |us )?(?:how|what|which|who|when|where|whether|the (?:number|total|amount|cost|names?|reasons?|dates?)|a (?:figure|list|copy))\b/i

/** «Please give figures for 2017 and 2018 by month», «Please provide data for the last three years» */
const saysForWhen =
  /^(?:please|could you|can you)(?: please| also)? (?:give|provide|supply|send|show)(?: me| us)?(?: with)?(?: (?:the|all|any|your))? ?(?:data|figures|information|numbers|statistics|answers?) (?:for|from|over|covering|between|in) (?:(?:the|each|every|these|this|all|of|full|last|past|previous|following|same|current|two|three|four|five|six|ten|\d{1,2}) ){0,6}(?:(?:calendar|financial|academic|tax) ?|(?:19|20)\d\d|years?\b|months?\b|quarters?\b|period\b)/i

/** «I would like my answer broken down per year», «I would like to have the data as a table» */
const wantsLayout =
  /^(?:i(?:['’]d| would) (?:like|prefer|appreciate)|i (?:want|ask for|need)|it would be (?:best|helpful|good)|the (?:most recent|latest))(?: to (?:have|receive|get|see))? (?:my |the |this |these |all |your |it |them |that |any )?(?:answers?|data|information|figures|statistics|response|results|breakdowns?|it|this|these|to have)\b(?: \S{1,20}){0,3}? (?:broken|split|as (?:a|an|one)|in (?:a|an|the)|by|per|for each|sent|would be|presented|shown)\b/i

/** What is wanted: a number, money, yes or no …; told from how the ask is worded. */
export const wantedBy: (words: string) => Ask['for'] = remembered((words) => {
  // «How many people were paid more than £100,000» counts people; «how much was paid to how many people» asks for money first.
  const many = words.search(/\bhow many\b(?! (?:hours|days|weeks|months|years|pounds)\b)/i)
  if (many >= 0 && !asksMoney.test(words.slice(0, many)) && !/\bpercentage|proportion\b/i.test(words)) return 'count'
  if (asksReferences.test(words)) return 'document'
  const [what] = wants.find(([, pattern]) => pattern.test(words)) ?? []
  // «You asked for details of suicides»: an authority tells a request shorter than it was, and its figures answer it.
  if (toldByAuthority.test(words) && (what === undefined || what === 'list')) return 'count'
  if (what) return what
  if (reasons.test(words)) return 'text'
  return countable.test(words) && !isDirectAsk(words) ? 'count' : 'text'
})

const asksMoney = /\b(?:how much|(?:total|annual|average) (?:cost|spend|amount)|costs? of|expenditure)\b/i

/** «Please give the application reference for every application that was awarded costs»: names of things, whatever these cost. */
const asksReferences =
  /^\W{0,3}(?:please )?(?:can you |could you )?(?:provide|give|list|supply|send|state)(?: me)?(?: with)? (?:the |a list of (?:the )?)?(?:\w{1,14} ){0,2}references?(?: numbers?)? (?:of|for) (?:every|each|all|any)\b/i

const toldByAuthority =
  /^(?:in which |where )?(?:you (?:have |had )?(?:asked|requested|sought)|your request for information|requesting (?:information|details|data|figures))\b/i

/** «Complaints upheld», the bare name of things that are counted. */
const countable =
  /^(?:\w+ ){0,4}(?:breaches|incidents|people|complaints|claims|requests|fines|notices|attacks|cases|staff|devices|vehicles|accidents|appeals|applications|permits|penalties|vacancies|arrests|crimes|offences|deaths|inspections|officers|employees|pupils|children|patients|students|residents|properties)\b/i

/** «The commonest reasons for claims» are no number of claims. */
const reasons = /^(?:\w+ ){0,3}(?:reasons?|causes?|outcomes?)\b/i

const wants: readonly (readonly [Ask['for'], RegExp])[] = [
  [
    'percent',
    /\b(?:what|which) (?:percentage|proportion|share|per ?cent)|\b(?:percentage|proportion) of\b|\bpercentage\b|\bwhat (?:\w+ ){0,3}(?:discount|rate) (?:of|your|the|do|does|did|is|was|for)\b|\bwhat (?:is|was) (?:your|the) (?:\w+ ){0,3}rate\b(?! of pay)/i,
  ],
  [
    'duration',
    /\b(?:length|amount) of time\b|\btime (?:spent|taken)\b|\bnumber of (?:(?:calendar|working|sick|sickness|lost|full) ){0,2}(?:hours|days|weeks|minutes)\b/i,
  ],
  [
    'money',
    /\bhow much\b(?! time)|\b(?:cost|costs|spent|spend|spending|expenditure|budget|paid|payments?|price|charged for|income|revenue|compensation|sums?|money|value of|fees?|salary)\b|£/i,
  ],
  [
    'duration',
    /\bhow long\b|\b(?:average|longest|shortest|total|median) (?:single )?(?:time|length|duration|wait|waiting time|delay|period|stay|absence|journey time|response time)s?\b|\bhow many (?:hours|days|weeks|months|years)\b/i,
  ],
  [
    'count',
    /\bhow (?:many|often)\b|\b(?:number|numbers|count|total|totals|quantity|figures?)\b|\bhow frequently\b|\b(?:data|statistics|stats) (?:on|about)\b|\b(?:full complement|headcount|population) of\b/i,
  ],
  [
    'date',
    /\b(?:when|what date|on (?:what|which) (?:date|day)|which year|the dates?|(?:target|start|end|expiry|renewal|completion|opening|closing) dates?)\b/i,
  ],
  [
    'document',
    /\b(?:copy|copies|document|documents|policy|policies|correspondence|e-?mails|minutes|map|maps|report|reports)\b/i,
  ],
  ['list', /\b(?:list|lists|details|breakdown|names|which|each of|describe|categories|types|break down)\b/i],
  [
    'yes_no',
    /^(?:please (?:confirm|state|say|tell me) (?:if|whether)|(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could) )/i,
  ],
]

/** Do the words want a figure? */
export function wantsFigure(words: string): boolean {
  return ['count', 'money', 'percent', 'duration'].includes(wantedBy(words))
}

/** "Do you …", "Has the council …": an answer may be yes or no. */
export function isYesNo(words: string): boolean {
  const opening = words.replace(/^(?:and|also|if so|if not|in (?:the )?[^,]{0,60}),? /i, '')
  if (/^(?:can|could|would|will|may) (?:you|i|we)\b/i.test(opening))
    return /^(?:can|could|would) you (?:please )?(?:confirm|tell|say|state) (?:me )?(?:if|whether|how many data|how many other)/i.test(
      opening,
    )
  return auxiliary.test(opening) || /^(?:please )?(?:confirm|state|say|tell me|advise) (?:if|whether)\b/i.test(opening)
}
