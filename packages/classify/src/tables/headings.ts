import { remembered } from '../remembered.ts'

/** Words that authorities put at the head of columns. */

/** Heads of the labels: what kind of thing the rows are. */
const ofLabels =
  /^(?:(?:financial|fiscal|calendar|academic|tax|reporting|police) (?:year|period)|year|month|quarter|period|date|week|day|type|types|category|categories|cause|reason|nature|department|directorate|service|team|area|ward|school|site|hospital|device|item|offence|crime|outcome|status|age|gender|ethnicity|language|nationality|country|region|police force|force|method|medium|channel|location|provider|supplier|name|question|description|severity|group|grade|post|role|band|ref|reference)s?\b/i

/** Does a head name what the rows are: "Year", "Type of breach", "Service area"? */
export const isHeadOfLabels: (text: string) => boolean = remembered((text) => {
  return text.length <= 60 && ofLabels.test(text)
})

/** Does a head name what is counted rather than a group of it: "Number of incidents", "Cost (£)", "%", "Incidents"? */
export const isHeadOfFigures: (text: string) => boolean = remembered((text) => {
  return text.length <= 100 && (ofFigures.test(text) || things.test(text))
})

const ofFigures =
  /^(?:(?:total|annual|overall|actual|estimated|net|gross|monthly) )?(?:the )?(?:number|numbers|no\.|no|nos\.?|nr|count|quantity|qty|volume|amount|cost|costs|value|sum|spend|spending|expenditure|income|fee|fees|price|average|mean|median|rate|percentage|per cent|percent|figure|figures|%|£(?!\d)|replacement cost|how many)(?:\b|\s|$|\()|\((?:£|%|number|no\.?|£?000s?|£m)\)$|\b(?:numbers?|costs?|totals?|count|amount|value|percentage)$/i
const things =
  /^(?:total |recorded |reported |personal )?(?:(?:data|security|cyber|personal data|information) )?(?:breaches|incidents|attacks|requests|complaints|cases|claims|devices|people|individuals|staff|employees|fte|headcount|fines|notices|applications|referrals|reports|offences|crimes|visits|calls|vehicles|properties|households|pupils|children)$/i

/**
 * Does a head name what became of the things that are counted: "of which reported to ICO", "Incidents recorded", "Reportable"? Where all
 * columns are headed so or by what they count, each counts something of its own and none is a group.
 */
export function isHeadOfState(text: string): boolean {
  return text.length <= 90 && ofState.test(text)
}

/** What a head says of some of them, "reported to ICO", "% of staff"; null where it counts all of them ("Incidents recorded"). */
export function stateIn(head: string): string | null {
  if (!ofPart.test(head) && (!isHeadOfState(head) || /\b(?:recorded|logged)$/i.test(head))) return null
  return head.replace(/^(?:of|from) (?:which|these|those|them|whom)[,:]? /i, '')
}

const ofPart =
  /^(?:of (?:which|these|those|whom)\b|(?:no\.?|number|how many) (?:of (?:these|those|which)|reported|notified|referred|upheld)\b|(?:reported|notified|referred|self-?reported|escalated) to\b|%)|\?$/i

const ofState =
  /^(?:(?:of|from) (?:which|these|those|them)[,:]? )?(?:(?:total|number of|no\.? of) )?(?:(?:breaches|incidents|cases|requests|complaints|those|individuals|people|data subjects) )?(?:(?:were|was|that were) )?(?:self[- ])?(?:reported|notified|notifiable|reportable|recorded|logged|affected)(?: (?:to|by|with) (?:the )?(?:ico|information commissioner\S{0,3}(?: office)?|regulator))?$/i

/** Does a head name an amount in so many words ("Cost", "Number paid"), so that the columns beside it are amounts too and no groups? */
export function isHeadOfAmounts(text: string): boolean {
  return text.length <= 100 && !/^(?:grand |overall |sub-?)?total\b/i.test(text) && ofFigures.test(text)
}

/** Does a head belong to a list of single cases: "Reference No.", "Date of incident", "Action taken", "Reported to ICO"? */
export function isHeadOfCases(text: string): boolean {
  return text.length <= 90 && ofCases.test(text)
}

const ofCases =
  /^(?:(?:our |your |case |incident |breach |foi |request )?(?:ref|reference|id|no|number)\b|date\b|received|closed|logged|.{1,40} date$|directorate|department|service|team|division|area|type\b|category|description|details?\b|summary|comments?\b|notes?\b|nature\b|what happened|cause|root cause|medium|action|outcome|result|decision|status|stage|severity|risk|impact|reported\b|ico\b|notified|response\b|responded|exemption|location|subject|title|request|case label|item|people affected|individuals affected|data subjects|(?:number|no\.?) of (?:people|individuals|data subjects)|lessons|learning|officer|owner)/i
