import type { Letter, Line } from '../letter.ts'
import type { Turns } from '../partition/index.ts'
import type { ToldBySite } from '../source.ts'

/** Shorter beginnings stand in many places. */
const shortest = 12
const looked = 80

/**
 * Where request and reply begin on a page whose site says which of its words are which. Null where their beginnings do not stand on
 * it, or stand there twice, or the reply does not stand behind the request: then the page's own words tell.
 */
export function turnsToldBySite(letter: Letter, site: ToldBySite | null | undefined): Turns | null {
  const asked = site?.request ? beginningOf(letter, site.request) : null
  const answered = site?.response ? beginningOf(letter, site.response) : null
  if (!asked || !answered || asked.index >= answered.index) return null
  return new Map([
    [asked.index, 'request'],
    [answered.index, 'reply'],
  ])
}

/** The one line of the letter that the words begin with. */
function beginningOf(letter: Letter, words: string): Line | null {
  const start = plain(words.slice(0, 4 * looked)).slice(0, looked)
  if (start.length < shortest) return null
  const found = letter.lines.filter(({ text }) => {
    const line = plain(text).slice(0, looked)
    return line.length >= shortest && (line.startsWith(start) || start.startsWith(line))
  })
  return found.length === 1 ? (found[0] ?? null) : null
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim().toLowerCase()
}
