import { phrase } from '../recogniser.ts'
import { inWords, numberWord } from './number-words.ts'
import { count, type Quantity } from './quantity.ts'
import { begins, digits, ends, readFigure, timeUnit } from './written.ts'

/**
 * A bare number in digits. Labels, references, dates and the rest of what only looks like one are blotted out before;
 * what remains counts something. A number shaped like a year must say what it counts, and one of seven digits or more
 * needs its commas, for references have none.
 */
export const counts = phrase<Quantity>({
  id: 'quantities/count',
  about: 'A count in digits.',
  pattern: new RegExp(
    String.raw`${begins}(?<words>(?<told>${digits}(?:[ ](?:million|billion|thousand)\b)?)(?:[ ]\((?<again>${numberWord})\))?)(?!\s?(?:%|per\s?cent)|[ \n]?${timeUnit})(?:${ends}|(?=x[ ][A-Z]))`,
    'gi',
  ),
  read: ({ words = '', told = '', again }, { index }, text) => {
    const number = readFigure(told)?.number ?? null
    if (again !== undefined && inWords(again) !== number) return null
    if (number === null || /^\d{7,}$/.test(told)) return null
    if (isEvery.test(text.slice(Math.max(0, index - 8), index)) && howOften.test(text.slice(index + words.length)))
      return null
    const isLikeYear = /^(?:19[5-9]\d|20[0-4]\d)$/.test(told)
    return isLikeYear && !countsThings(text, index, index + words.length) ? null : count(number)
  },
  examples: [
    { letter: '• «57»', value: count(57) },
    { letter: 'emails blocked was «4,050,841».', value: count(4_050_841) },
    { letter: '«3»x Harbour wardens', value: count(3) },
    { letter: '«12 (twelve)» fines', value: count(12) },
    { letter: '«1.5» FTE', value: count(1.5) },
    { letter: 'kennel –«1» key holder', value: count(1) },
    { letter: 'Malware:«5»; none else', value: count(5) },
    { letter: 'a total of «2019» incidents', value: count(2019) },
    { letter: 'about «1.2 million» visits', value: count(1_200_000) },
  ],
  nearMisses: [
    'in 2019',
    'the 2019 census',
    '2019 incidents',
    'Covid-19',
    '3rd',
    '13428061',
    '20 working days',
    '5%',
    '£40',
    '12-month',
    '10:30',
    '1,04',
    '007',
    '24/7',
    'changed to 3 weekly collections',
  ],
})

/** «to 3 weekly collections», «on a 2-weekly round»: how often, and no number of anything; «12 monthly reports» are counted. */
const isEvery = /\b(?:to|every|on|a|from)\s$/i
const howOften = /^[ -](?:daily|weekly|monthly|yearly)\b/i

/** "2019 incidents", with no word before that would make it "the 2019 incidents". */
function countsThings(text: string, start: number, end: number): boolean {
  return (
    /^\s(?!(?:was|is|has|does|this|as|includes|shows|figures|totals|statistics)\b)[a-z]{3,30}s\b/.test(
      text.slice(end, end + 40),
    ) &&
    /(?:\b(?:of|were|was|had|received|recorded|issued|reported|had been)|[:=–-])\s{0,2}$/i.test(
      text.slice(Math.max(0, start - 12), start),
    )
  )
}
