import type { Word } from './drawn.ts'

/** A page with fewer words shows too little to tell. */
const fewest = 30
/**
 * So much of a page's letters stands at least in what looks like words and figures. On 148 pages of letters, tables and forms it was .93
 * and more; with letters exchanged, as fonts that lie give them, .72 and less.
 */
const least = 0.8

/**
 * Are these no words, though they stand where words should? Fonts that lie about their letters give "7KH &RXQFLO" for "The Council",
 * and a poor recogniser gives "T}1e Coi1i1ci1". A page of real words in whatever setting is none.
 */
export function isGarbage(words: readonly Pick<Word, 'text'>[]): boolean {
  if (words.length < fewest) return false
  let letters = 0
  let plausible = 0
  for (const { text } of words) {
    letters += text.length
    if (looksLikeWordsOf(text)) plausible += text.length
  }
  return plausible < least * letters
}

/** Pages share most of their words. */
const told = new Map<string, boolean>()
const mostTold = 5000

function looksLikeWordsOf(text: string): boolean {
  const before = told.get(text)
  if (before !== undefined) return before
  const looks = looksLikeWords(text)
  if (told.size >= mostTold) told.clear()
  told.set(text, looks)
  return looks
}

/** "reply", "Council's", "BOROUGH", "re-use", "£1,208.50", "2019/20", "foi@council.gov.uk": made as words, figures and addresses are. */
function looksLikeWords(text: string): boolean {
  // Most words of most pages: no need to ask after other scripts.
  if (/^[A-Za-z][a-z]{1,19}[.,]?$/.test(text)) return isPronounced(text)
  if (/^[^\p{L}\d]*[£$€]?\d[\d.,:/%–-]{0,20}(?:st|nd|rd|th|am|pm|k|m|bn)?[^\p{L}\d]*$/iu.test(text)) return true
  if (/^(?:https?:|www\.)|@\w|\.(?:uk|org|com|net)\b/i.test(text)) return true
  const bare = text.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, '')
  if (bare === '') return text.length < 3 || /^(.)\1+$/u.test(text)
  return bare.split(/[-–/’'&.,;:()]/u).every(isWord)
}

function isWord(part: string): boolean {
  if (part.length < 2) return true
  if (/^\d{1,12}[a-z]?$/i.test(part)) return true
  // How words of other scripts are made nobody here knows.
  if (/[\p{L}--\p{Script=Latin}]/v.test(part)) return true
  if (!/^\p{L}{1,40}$/u.test(part)) return false
  if (part.length <= 4 && part === part.toUpperCase()) return true
  const isCasedAlike = /^(?:\p{Lu}?\p{Ll}+|\p{Lu}+s?|(?:Mc|Mac|O)\p{Lu}\p{Ll}+)$/u.test(part)
  return isCasedAlike && isPronounced(part)
}

/** It has a vowel, and no six letters in a row have none. Asked of every word of every page, so nothing is made to find out. */
function isPronounced(part: string): boolean {
  let hasVowel = false
  let without = 0
  for (const letter of part.toLowerCase()) {
    const isVowel = vowels.has(letter)
    hasVowel ||= isVowel || rareVowels.has(letter)
    without = isVowel || letter === '.' || letter === ',' ? 0 : without + 1
    if (without === 6) return false
  }
  return hasVowel
}

const vowels: ReadonlySet<string> = new Set('aeiouyâêîôûŵŷ')
/** Enough where a word has no other, and rare enough not to be looked for in its midst. */
const rareVowels: ReadonlySet<string> = new Set('àäéèëïöùü')
