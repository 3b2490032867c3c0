import { type Asked, wantsFigure } from '../questions/index.ts'
import { stemsOf } from './affinity.ts'

/**
 * The question that another one leans on, and takes its time from: «Of these, how many …», «How many were upheld?», «How many staff were
 * disciplined as a result?», «How many of the breaches …» below one about breaches. Null where it stands on its own. `isDated` tells which
 * questions have a time; those in between that have none and want no figure are passed over: «Were any of them encrypted?»
 */
export function leansOn(
  { words, index }: Asked,
  questions: readonly Asked[],
  isDated: (question: Asked) => boolean,
): Asked | null {
  const above = questions.slice(0, index).findLast((each) => isDated(each) || wantsFigure(each.words))
  if (!above) return null
  // «… replaced in this period?»: the nearest time that was told, whatever stands between.
  const told = pointsToTime.test(words) ? questions.slice(0, index).findLast(isDated) : undefined
  if (told) return told
  const number = ofThoseIn.exec(words)?.[1] ?? ofAnswerTo.exec(words)?.[1]
  const named = number && questions.slice(0, index).find((each) => each.number === number)
  if (named) return named
  if (pointsAbove.test(words) || leavesOut.test(words) || speaksOfThings(words, above)) return above
  // «How many were paid?» stands between «How many fines …» and «How many of the fines …».
  const further = leansOn(above, questions, isDated)
  return further && speaksOfThings(words, further) ? further : null
}

/** «How many of the boats in 1 to 3 …», «in questions 1 and 2» */
const ofThoseIn =
  /\bin (?:questions? |points? |parts? |q)?\(?(\d{1,2})\)? ?(?:to|and|&|-|–) ?q?\(?\d{1,2}\)?(?= (?:were|was|are|is|have|had|above|did)\b|[,?.])/i

/** «In terms of the answer to (1), …», «of the breaches in Q3», «of the people at 3.» */
const ofAnswerTo =
  /\b(?:in|at|from|under|to) (?:questions? |points? |parts? |q ?|(?=\(\d{1,2}[a-h]?\))|(?=\d{1,2}[a-h]?(?:[,.?;:]|$)))\(?(\d{1,2}[a-h]?)\)?(?![\w/%-])/i

/** «in the same period», «of those», «such complaints», «as a result»: words that lean on what was asked before. */
const pointsAbove =
  /^(?:and |please |also )?(?:of|out of|from|in|for|how many of|what percentage of|what proportion of)? ?(?:these|those|them|the (?:above|same|settled|malicious|reported)|that same)\b|\b(?:same|this|that|these|those|above|given|said|between (?:these|those|the (?:same|above))) (?:time ?)?(?:periods?|years?|times?(?! as\b)|time ?(?:frame|scale)s?|span|dates)\b|\b(?:same|these|those) (?:two|three|four|five|six|ten|\d{1,2}) (?:(?:calendar|financial|academic) )?(?:years|months|quarters)\b|\b(?:in|over|during|within|throughout) the (?:time )?period\b(?! (?:from|between|of|to|since|\d))|\bsame (?:dates?|day)\b|\b(?:of|in|from|for) (?:each of |all of |any of )?(?:the above|these|those|them|that)\b|\boutlined in (?:point|question)\b|\bas an? (?:direct )?result\b(?! of (?!(?:this|these|those|the|such|any|each)\b))|\b(?:how many|number of|of|any|all) such \w/i

const pointsToTime =
  /\b(?:in|over|during|within|throughout|for|across) (?:(?:this|that|the same|these|those|the above) (?:time ?)?(?:periods?|time ?(?:frame|scale)s?|years)|(?:the|these|those) (?:two|three|four|five|six|seven|ten|\d{1,2}) (?:(?:calendar|financial|academic) )?years)\b|\bsince (?:then|that (?:date|time|day))\b|\b(?:at|by|on|up to) that (?:date|time|day|point)\b/i

/** «How many were upheld?», «What was the total cost?», «The number reported to the ICO», «Which ward had the most?»: what is counted is left to the question above. */
const leavesOut =
  /^(?:(?:and |also )?(?:which|what) (?:[a-z-]{3,20} ){1,3}(?:has|had|was|were|is|received|recorded|reported|caused|saw) (?:(?:responsible for|the cause of) )?the (?:most|highest|largest|greatest|lowest|fewest|least)\b|(?:please )?(?:can you |could you )?(?:provide |give |supply )?(?:me )?(?:a |the )?(?:full )?(?:break ?down|split)\b|(?:and |also |(?:please )?(?:say|state|tell me) )?how many (?:were|resulted|led|went|ended|had|have been|has been)\b|(?:and |also )?what (?:was|were) the (?:total |overall |combined |average |replacement )?(?:cost|amount|value|sum|total|number|figure)s?(?: (?:paid|spent))?\W{0,3}$|(?:the )?(?:total )?number (?:that (?:was|were|had|led) |who (?:were|had) |then |later |subsequently )?(?!of\b|per\b|and\b)(?:\w+ed|sent|found|told|paid|lost|withdrawn|won|given|under)\b)/i

/** «How many of the breaches …», «told of the breaches»: a thing that the question above has brought in. */
function speaksOfThings(words: string, above: Asked): boolean {
  const named = ofThe.exec(words)?.[1]
  if (named === undefined) return false
  const known = new Set(stemsOf(above.words))
  return stemsOf(named).some((stem) => known.has(stem))
}

/** The few words behind «how many of the», «number of the», «told of the»; «the number of the council's staff» names its owner. */
const ofThe =
  /\b(?:how many|number|percentage|proportion|any|some|out|told|informed|one|which|share|what) of (?:all )?(?:the|your) (?!council|trust|force|authorit|staff|organisation|year|total)([\w'’/-]{1,20}(?: [\w'’/-]{1,20}){0,4})/i
