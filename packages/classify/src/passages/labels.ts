import { remembered } from '../remembered.ts'

/** How a point of a list is marked: its number, letter or bullet. */
export interface Label {
  /** Without brackets, dots and words: "1.2", "3a", "iv"; null for a bullet. */
  readonly number: string | null
  /**
   * `number` 1. 1) [1.2] 2a) · `letter` a) (iv) · `bullet` • – o · `word` Question 1, Q1 ·
   * `answer` Answer 1, A1: the point answers and does not ask.
   */
  readonly style: 'number' | 'letter' | 'bullet' | 'word' | 'answer'
  /** How many characters of the line it fills, with the space after it. */
  readonly length: number
  /** The look of the mark, apart from its number: points that share it belong to one list. */
  readonly look: string
}

/**
 * Reads the label at the start of a line; null where it starts with words.
 * «2017 – 54 devices» starts with a year, «1.5 FTE» with a figure, «14.08.17» with a date: none is a label.
 */
export const readLabel: (line: string) => Label | null = remembered((line) => {
  const quoted = /^(?:[“"‘'](?=\w)|[*_]{1,3}["“]?(?=[-–•(\d]))/.exec(line)?.[0].length ?? 0
  const words = line.slice(quoted)
  const label = readWordLabel(words) ?? readNumberLabel(words) ?? readLetterLabel(words) ?? readBullet(words)
  return label && { ...label, length: label.length + quoted }
})

const bullet = /^(?<mark>[•·‣▪●○◦∙–—*\u2011-]|o)(?<space>[ \t]+)(?=\S)/

function readBullet(line: string): Label | null {
  const groups = bullet.exec(line)?.groups
  if (!groups) return null
  const { mark = '', space = '' } = groups
  // A dash and a figure alone is an answer ("– 54"), not a point of a list.
  if (/[–—-]/.test(mark) && /^[\d£<%.,]+$/.test(line.slice(mark.length).trim())) return null
  return {
    number: null,
    style: 'bullet',
    length: mark.length + space.length,
    look: `${mark}${space.length > 1 ? ' ' : ''}`,
  }
}

/** «Q1 - 96» answers the first question, for nobody asks so many. */
const farthestQuestion = 30

const wordLabel =
  /^(?:(?:our|your) )?(?<word>q(?:uestion|n|\.)?|request|query|point|part|item|answer(?: to)?(?: question)?|(?:response|reply)(?: to)?(?: question)?|in (?:answer|reply|response) to(?: (?:your )?(?:question|request|point|part))?|a|r(?=\d)|ans(?:wer)?\.?)[ .]{0,2}(?:no\.? ?|number )?(?<open>[[(](?=\d{1,2}[a-z]?[)\]] ?(?:[:–—-]|$)))?(?<number>\d{1,2}(?:\.\d{1,2}){0,2})(?: of \d{1,2}(?=:))?(?<sub> ?[a-z](?![a-z]))?(?<close>[\])]?[ \t]*(?:[.:)]|[–—-](?=[ \t]))*)(?=[ \t]|$|[A-Z“"'])/i

/** «Question A:», «Our reply (b) –» */
const wordAndLetter =
  /^(?:(?:our|your) )?(?<word>question|request|answer|response|reply)(?: to)?(?: question)? [[(]?(?<letter>[a-h])(?:[)\]]?[ \t]?[:.–—-]|[)\]]|(?=$))(?=[ \t]|$)[ \t]*/i

function readWordAndLetter(line: string): Label | null {
  const match = wordAndLetter.exec(line)
  if (!match?.groups) return null
  const { word = '', letter = '' } = match.groups
  const look = word.toLowerCase()
  const style = /^(?:answer|response|reply)$/.test(look) ? 'answer' : 'word'
  return { number: letter.toLowerCase(), style, length: match[0].length, look }
}

function readWordLabel(line: string): Label | null {
  const match = wordLabel.exec(line)
  if (!match?.groups) return readWordAndLetter(line)
  const { word = '', number = '', sub = '', close = '' } = match.groups
  const behind = line.slice(match[0].length)
  const first = word.toLowerCase()
  // «a. 0» below «2.» over «b. 4»
  if (word === 'a' && /^a\. \d/.test(line)) return null
  // «R1 There were 41» answers Q1; «r1» and «R 1» are something else.
  if (first === 'r' && word !== 'R') return null
  const isAnswers = first.startsWith('a') || /^(?:r$|response|reply|in )/.test(first)
  // «Response 05.03.21» is a day.
  if (/^\d{1,2}\.\d{1,2}\.\d{2}/.test(number)) return null
  // «Q2 2019/20» is a quarter.
  if (first.startsWith('q') && /^[ \t]{0,3}(?:of |fy ?)?(?:19|20)\d\d(?:$|[^\d,.]|[,.]\D)/i.test(behind)) return null
  const closed =
    /[.:)\]–—-]/.test(close) ||
    line.length === match[0].length ||
    // «A.6 168», «A6 None»: no road is written so.
    (first === 'a' && (/^a\.\d/i.test(line) || figureAlone.test(behind)))
  // "A1 road" and "Part 2 of the Act" are words; "A1." and "Part 2:" are labels.
  if (
    !closed &&
    !first.startsWith('q') &&
    !(first === 'r' && /^[ \t]{1,3}[A-Z\d£]/.test(`${close}${behind}`)) &&
    !(first === 'a' && /^(?:\t| {2})/.test(`${close}${line.slice(match[0].length)}`))
  )
    return null
  // «Question 1 means the funding …» speaks of a question.
  if (
    !/[.:)\]–—-]/.test(close) &&
    first.startsWith('q') &&
    /^[ \t]{0,2}(?:means|is|was|are|were|has|refers|asks|asked|to|of|in|and|above|below|we|i)\b/.test(
      line.slice(match[0].length),
    )
  )
    return null
  // "Q1 - Q4" and "Questions 1 to 4" speak of several questions: that is a reference and no label.
  const beyond = /^[ \t]*[–—-][ \t]*(\d{2})(?!\d)/.exec(line.slice(match[0].length - close.length))?.[1]
  if (
    !(beyond && Number(beyond) > farthestQuestion) &&
    !(isAnswers && /^[ \t]*[–—-][ \t]*\d{1,2}(?![\d–-]|[.,]\d)/.test(line.slice(match[0].length - close.length))) &&
    /^[ \t]*(?:[–—-]|to|and|&|,)[ \t]*(?:q(?:uestion)?[ .]{0,2}|r(?=\d))?\d{1,2}(?![\d%]|[.,]\d)/i.test(
      line.slice(match[0].length - close.length),
    )
  )
    return null
  const space = /^[ \t]*/.exec(line.slice(match[0].length))?.[0].length ?? 0
  const rest = line.slice(match[0].length + space)
  // «Q4. a) 46»: the point and its first part begin together.
  const inner = closed && sub === '' && /^\(?[a-z][).]/.test(rest) ? readLetterLabel(rest) : null
  return {
    number: `${number}${sub.trim().toLowerCase()}${inner?.number ?? ''}`,
    style: isAnswers ? 'answer' : 'word',
    length: match[0].length + space + (inner?.length ?? 0),
    look: first,
  }
}

const figureAlone = /^[ \t]{1,3}(?:[£<>~] ?)?(?:\d[\d,.]{0,14}(?:%|k|m)?|nil|none|zero|yes|no|n\/a)\.?$/i

const numberLabel =
  /^(?<open>[[(]?)(?<number>\d{1,3}(?:\.\d{1,2}){0,3})(?:[.)]? ?(?<sub>[a-zA-Z]|i{2,3}|iv|vi{1,3})(?=[.)\]])|\.(?<capital>[A-Z])(?= [A-Z]))?(?<close>\.\)|[.)\]:]| \.(?=[A-Z])|\/(?=[ \t]+[A-Za-z"“])|,(?=[ \t]+[^\s\d])|[ \t]{1,2}[–—-](?=[ \t]+[A-Za-z])|(?=\t)|(?=[ ]{2,}\S)|(?= [A-Z“"'])|$)(?<space>[ \t]*)/

function readNumberLabel(line: string): Label | null {
  const match = numberLabel.exec(line)
  if (!match?.groups) return null
  const { open = '', number = '', close = '', space = '' } = match.groups
  const sub = match.groups.sub ?? match.groups.capital ?? ''
  const rest = line.slice(match[0].length)
  const dotted = number.includes('.')
  const bare = close === '' && open === '' && match.groups.capital === undefined
  if (/^0|^\d{1,2}\.\d{1,2}\.\d{2}/.test(number)) return null
  // Only a dotted number with words after it needs no mark of its own: "1.2 Please …", never "12 Please" or "1.5 FTE".
  const parted = space.length > 2 || space.startsWith('\t')
  if (bare && !(dotted && /^(?:[A-Z][a-z]|[“"'])/.test(rest)) && !(!dotted && parted && /^[A-Z]/.test(rest)))
    return null
  // A decimal, a time, a date or a ratio goes on after its mark: "1.5", "9:30", "3.4%".
  if ((close === '.' || close === ':' || close === ',') && space === '' && /^[\d%/]/.test(rest)) return null
  if (close === '.' && dotted && space === '' && /^\d/.test(rest)) return null
  // «1. & 2. Please note …», «1. -3. To find this …» name several.
  if (/^(?:[–—-]|&|and\b|to\b|,)\s{0,2}(?:q\s?)?\d{1,2}[.)]/i.test(rest)) return null
  if (open === '[' && close === ']' && space === '' && /^[a-zA-Z[]/.test(rest)) return null // a link's mark: "[1]here"
  // «132.» alone on its line is an answer: nobody asks so many questions.
  const isAlone = rest === '' && close === '.' && sub === ''
  if (Number.parseInt(number, 10) > (isAlone ? farthestQuestion : 150)) return null
  const mark = `${open}${close.trim()}`
  const inner = sub === '' ? readLetterLabel(rest) : null
  // "3. a) How often …": the point and its first part begin together.
  const joined = inner && /^\(?[a-z][).]/.test(rest) ? inner : null
  return {
    number: `${number}${sub.toLowerCase()}${joined?.number ?? ''}`,
    style: 'number',
    length: match[0].length + (joined?.length ?? 0),
    look: `${open}1${mark.replace(open, '')}`,
  }
}

const letterLabel = /^(?<open>\(?)(?<letter>[a-zA-Z]|[ivx]{2,4})(?<close>\.\)|[.)])(?<space>[ \t]*)(?=\S|$)/

/**
 * What follows a capital that marks a point and is nobody's initial: «B. How many …», «B. 14», «B. There were 14»;
 * after an initial stands a name: «B. Harbour», «B. Harbour Road».
 */
const afterCapital =
  /^(?:[£<]?\d|(?:[Nn]il|[Nn]one|NIL|NONE|[Zz]ero|[Yy]es|[Nn]o|[Nn]ot held|[Nn]\/[Aa])\b|[A-Z][a-z’']{0,20}\s{1,2}[a-z£(\d])/
const aName = /^[A-Z][a-z]+(?:\s[A-Z][a-z]+){0,2}\W*$/

function readLetterLabel(line: string): Label | null {
  const match = letterLabel.exec(line)
  if (!match?.groups) return null
  const { open = '', letter = '', close = '', space = '' } = match.groups
  const rest = line.slice(match[0].length)
  // An initial ("J. Talbot Road"), "e.g." and "i.e." are no labels.
  if (close === '.' && open === '' && /^[a-z]\./.test(rest)) return null
  if (
    close === '.' &&
    open === '' &&
    /[A-Z]/.test(letter) &&
    !(/[A-H]/.test(letter) && afterCapital.test(rest) && !aName.test(rest))
  )
    return null
  if (close === '.' && space === '' && !/^[A-Z]/.test(rest)) return null
  return { number: letter.toLowerCase(), style: 'letter', length: match[0].length, look: `${open}a${close}` }
}
