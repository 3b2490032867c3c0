import { blot } from '../periods/hide.ts'

/**
 * Times and amounts that the law sets and no answer gives: "20 working days", "within 72 hours", "the appropriate limit of £450",
 * and what an office reckons a refused search would take. Counts near by stay: "2,300 files would have to be read" may be the answer.
 */
export const statutory: readonly RegExp[] = [
  // In Welsh: "20 niwrnod gwaith".
  /(?<![\w.,£-])\d{1,2}[ \n](?:o[ \n])?(?:n|dd)?(?:iwrnod|iwrnodau|yddiau)[ \n]gwaith/gi,
  /(?<![\w.,£-])(?:20|40|60|twenty|forty|sixty)[ \n](?:\((?:20|40|60|twenty|forty|sixty)\)[ \n])?(?:working|school)[ \n]days?/gi,
  /(?<![\w.,£-])(?:[<>][ ]?)?(?:72|seventy[- ]two)[ \n]?h(?:ou)?rs?\b/gi,
  /(?:\bwithin[ \n])?(?:(?:a|the)[ \n])?(?:(?:period|space)[ \n]of[ \n])?(?:maximum[ \n]of[ \n])?(?<it>(?:\d{1,3}|one|two|three|four|five|six|ten|twenty|twenty-eight|thirty|forty)[ \n](?:working[ \n]|calendar[ \n])?(?:hours?|days?|weeks?|months?|years?))(?=[ \n]of[ \n](?:the[ \n]date|receipt|receiving|being|this|our|your|the[ \n](?:receipt|request|response|letter|decision|initial|outcome)|when)|[ \n](?:from|after)\b|,?[ \n]by\b)/gi,
  /£\s?(?:450|600|25)(?:\.00)?(?=[ \n](?:limit|per[ \n](?:hour|person)|an[ \n]hour|for[ \n](?:central|all[ \n]other|local))|[^.\n£]{0,60}(?:appropriate limit|cost limit|limit))/gi,
  /\b(?:limit|threshold|ceiling|rate|charge)[ \n](?:of|is|at|to)[ \n](?:up to[ \n])?(?<it>£\s?(?:450|600|25)(?:\.00)?(?![\d,]))/gi,
  /(?<![\w.,£-])(?:18|24|3\.5|eighteen|twenty-four)[ \n](?:hours|days)['’]?(?=[^.]{0,80}(?:£|limit|per hour|officer|staff|work))/gi,
]

/**
 * The key to a table explains what is hidden and counts nothing: "Numbers from 1 to 5 have been removed", "shown as <5", "* denotes fewer than 5".
 */
export const keys: readonly RegExp[] = [
  /\b(?:numbers|figures|values|counts|totals|cells|results|data)[ \n](?:[a-z]{2,10}[ \n]){0,3}(?<it>(?:(?:less|fewer|lower|smaller)[ \n]than|below|under|between|from|of|<)[ \n]?(?:\d{1,2}|one|two|three|four|five|six|ten)(?:[ \n]?(?:to|and|or|-|–)[ \n]?(?:\d{1,2}|less|fewer|four|five|six|nine|ten))?)(?=[^.]{0,120}(?:suppress|withh|round|replac|shown|taken|identif|redact|remov|exempt|disclos|mask|asterisk))/gi,
  /(?:\b(?:shown|denoted|marked|replaced|displayed|expressed|represented|indicated|rounded|suppressed)[ \n](?:as|by|with|to)|[*†]\s?(?:=|denotes|indicates|means|represents|stands for|-|–)|["'‘’“”]\s(?:denotes|indicates|means|represents))[ \n]{0,2}(?:(?:a|any)[ \n])?(?:(?:number|figure|value|count|total|result)s?[ \n](?:of[ \n]|that[ \n]is[ \n]|which[ \n]is[ \n]|is[ \n])?)?["'‘“]?(?<it>(?:<|(?:less|fewer|lower)[ \n]than|below|under|between)[ \n]?(?:\d{1,2}|three|five|six|ten)(?:[ \n]and[ \n](?:\d{1,2}|four|five|nine|ten))?)/gi,
]

const reckoned =
  /appropriate limit|costs? limit|cost ceiling|fees regulations|fees limit|appropriate limit and fees|\bper hour\b|section 12\b|£450|£600|exceed 18|18 hours|manual(?:ly)?\b|by hand|locat(?:e|ing)[^.]{0,40}retriev|retriev(?:e|ing)[^.]{0,40}extract|would take|it takes (?:about|around|approximately)/i
const times =
  /(?<![\w.,£])\d[\d.,]{0,8}(?:\s?(?:-|–|to)\s?\d[\d.,]{0,8})?[ \n](?:working[ ])?(?:seconds?|minutes?|hours?|days?|mins?|hrs?)\b|£\s?\d[\d,]{0,12}(?:\.\d{2})?/gi

/** Blots out times and amounts in sentences that reckon what a search would cost, and times in the sentences beside them. */
export function withoutReckoning(text: string): string {
  if (!reckoned.test(text)) return text
  const sentences = text.split(sentenceEnd)
  const reckons = sentences.map((sentence) => reckoned.test(sentence))
  return sentences
    .map((sentence, index) => {
      if (reckons[index]) return sentence.replace(times, (found) => blot.repeat(found.length))
      const isBeside = reckons[index - 1] || reckons[index + 1] || reckons[index - 2] || reckons[index + 2]
      return isBeside
        ? sentence.replace(times, (found) =>
            /£/.test(found) || !/minutes?|hours?|mins?|hrs?/i.test(found) ? found : blot.repeat(found.length),
          )
        : sentence
    })
    .join('')
}

/** Splits so that the pieces joined are the text again. */
const sentenceEnd = /(?<=[.!?][)"”’]?\s)(?=[A-Z(“"‘£\d-])|(?<=\n[^\S\n]{0,8}\n)/
