import { type IncidentTypeCode, incidentTypes } from '@disclosed/reference'
import { remembered } from '../remembered.ts'
import { widerThanBlank } from '../white-space.ts'
import { typeVariants } from './type-variants.ts'

/**
 * The type of breach that a label of a table names, as a code of the list of incident types. Labels that say the same in other
 * words are taken for the same; a coarse label gets a coarse code; a label that fits no type, or several, gets null.
 */
export const incidentTypeOf: (label: string) => IncidentTypeCode | null = remembered((label) => {
  const plain = plainLabel(label)
  if (plain === '' || plain.length > 120) return null
  const known = lexicon()
  return (
    known.get(plain) ??
    known.get(keyOf(plain)) ??
    typeVariants.find(({ words, unless }) => words.test(plain) && !unless?.test(plain))?.code ??
    null
  )
})

/** Codes by the labels and synonyms of the list, as written and by their words in any order. What two types share names neither. */
let made: ReadonlyMap<string, IncidentTypeCode> | undefined

function lexicon(): ReadonlyMap<string, IncidentTypeCode> {
  made ??= makeLexicon()
  return made
}

function makeLexicon(): ReadonlyMap<string, IncidentTypeCode> {
  const known = new Map<string, IncidentTypeCode>()
  const shared = new Set<string>()
  const add = (key: string, code: IncidentTypeCode) => {
    const before = known.get(key)
    if (before !== undefined && before !== code) shared.add(key)
    else known.set(key, code)
  }
  for (const { code, synonyms } of incidentTypes()) for (const synonym of synonyms) add(plainLabel(synonym), code)
  for (const { code, label } of incidentTypes()) if (!known.has(plainLabel(label))) add(plainLabel(label), code)
  for (const { code, synonyms } of incidentTypes())
    for (const synonym of synonyms) {
      const key = keyOf(plainLabel(synonym))
      if (key.includes(' ') && known.get(key) !== code) add(key, code)
    }
  for (const key of shared) if (key.startsWith('=')) known.delete(key)
  return known
}

function plainLabel(label: string): string {
  return label
    .toLowerCase()
    .replace(/^\W*(?:\d{1,2}[.)]\s)?/, '')
    .replace(/[‘’]/g, "'")
    .replace(/e-mail/g, 'email')
    .replace(/[-–—:()*†"]/g, ' ')
    .replace(widerThanBlank, ' ')
    .replace(/[.,;]$/, '')
    .trim()
}

const empty = new Set([
  'to',
  'the',
  'a',
  'an',
  'of',
  'in',
  'by',
  'at',
  'on',
  'was',
  'sent',
  'being',
  'containing',
  'personal',
  'for',
  'or',
  'and',
  'with',
])
const same: Readonly<Record<string, string>> = {
  incorrect: 'wrong',
  person: 'recipient',
  individual: 'recipient',
  party: 'recipient',
  unsecure: 'insecure',
  unsecured: 'insecure',
  unsecurely: 'insecure',
  insecurely: 'insecure',
  inappropriate: 'unauthorised',
  unauthorized: 'unauthorised',
  mobile: 'phone',
  letter: 'post',
  letters: 'post',
  mail: 'post',
}

/** A label's words, each in the singular, in alphabetical order: "Letters sent to a wrong address" and "wrong address, letter" are one. */
function keyOf(plain: string): string {
  const words = plain
    .split(/[^a-z']+/)
    .filter((word) => word !== '' && !empty.has(word))
    .map((word) => singular(same[word] ?? word))
  return `=${[...new Set(words)].toSorted().join(' ')}`
}

function singular(word: string): string {
  return word
    .replace(/sses$/, 'ss')
    .replace(/ies$/, 'y')
    .replace(/([^s])s$/, '$1')
}
