import type { Span } from '@disclosed/document'
import type { Authority, Register } from '@disclosed/reference'
import { readDates } from '../dates/index.ts'
import type { RuleId } from '../finding.ts'
import type { Letter } from '../letter.ts'
import type { Part } from '../partition/index.ts'
import type { Source } from '../source.ts'
import { type Clue, findClues, isRegulatorsDecision, regulatorsLog } from './clues.ts'
import { speaksForItself } from './sayings.ts'
import { selfNamed, selfTitled } from './self-named.ts'
import { suitsOwnWord, suitsSelfWord } from './self-word.ts'
import { shortHead } from './short-head.ts'
import { isFiledUnderAnother, signsOfClaim } from './signs.ts'
import { aliveOn, nameAsWritten, successorOn } from './succession.ts'
import { readPath, readSidecar } from './told.ts'

/** Words of the letter, or what a sidecar or a path said. */
export type AuthorityEvidence =
  | Span
  | { readonly from: 'sidecar' | 'path'; readonly field: string; readonly quote: string }

export interface FoundAuthority {
  /** Null for a body that names itself and is not on the register. */
  readonly id: string | null
  /** The name the letter uses where that is one of its full names, else the register's. */
  readonly name: string
  /** The most telling first. */
  readonly evidence: readonly [AuthorityEvidence, ...AuthorityEvidence[]]
  readonly rule: RuleId
  /** What speaks for and against it beside its rule, in words that `calibration.json` has measured. */
  readonly signs?: readonly string[]
}

export interface ReadAuthority {
  readonly found: FoundAuthority | null
  /** Ids of those it could be, the likeliest first, where none is found. */
  readonly candidates: readonly string[]
  /** Whose the letter says it is, where a sidecar says otherwise; null where the two agree, or only one speaks. */
  readonly instead: FoundAuthority | null
}

/** So much must be told of the sender, and so much more than of any other body. */
const enough = 4
/** … and so much where hardly another is named. */
const enoughAlone = 3
const clearly = 1.5
/** … and so much for one that acts in the letter, where no other body is named at all and its own word for itself suits. */
const enoughUnrivalled = 1.5
/** … and so much where the letter calls itself by the word for such a body: an address of a council's in a letter of "the Council". */
const enoughSuiting = 1

/**
 * Whose letter it is: by letterhead, signature, an address of its own, what it says of itself, whom the request greets.
 * A body that is only talked about is none, however often. A sidecar's word stands above all;
 * a folder's or file's name counts where the letter is silent. Where two have an equal claim: null, and both as candidates.
 */
export function readAuthority(
  letter: Letter,
  parts: readonly Part[],
  register: Register,
  source: Source,
): ReadAuthority {
  const told = readSidecar(source, register, letter)
  const { found: ofLetter, candidates } = readLetter(letter, parts, register, source)
  const found = ofLetter && withDoubtOfFile(ofLetter, source, register)
  if (!told) return { found, candidates, instead: null }
  const isOther = found !== null && found.id !== null && found.id !== told.id && found.rule !== 'authority/path'
  return { found: told, candidates: [], instead: isOther ? found : null }
}

function withDoubtOfFile(found: FoundAuthority, source: Source, register: Register): FoundAuthority {
  if (found.rule === 'authority/path' || !isFiledUnderAnother(found.id, source, register)) return found
  return { ...found, signs: [...(found.signs ?? []), 'filed-under-another'] }
}

function readLetter(
  letter: Letter,
  parts: readonly Part[],
  register: Register,
  source: Source,
): Omit<ReadAuthority, 'instead'> {
  if (isRegulatorsDecision(letter.text) || regulatorsLog.test(letter.text))
    return { found: regulatorOf(letter, register), candidates: [] }
  const dates = readDates(letter, parts)
  const day = dates.responded?.value ?? dates.received?.value ?? null
  const claims = claimsOf(findClues(letter, parts, register), day, register)
  const [best, second] = claims
  const needed = second && second.weight >= 1 ? enough : enoughAlone
  if (best && best.weight >= needed && best.weight >= clearly * (second?.weight ?? 0)) {
    return { found: foundBy(letter, parentOf(best, claims) ?? best, claims), candidates: [] }
  }
  const titled = selfTitled(letter, register)
  if (titled) return { found: titled, candidates: [] }
  const suits = best ? suitsSelfWord(letter, parts, best.authority) : 'no'
  if (best && suits !== 'no' && isUnrivalled(best, claims, suits === 'yes' ? enoughSuiting : enoughUnrivalled)) {
    return { found: foundBy(letter, best, claims), candidates: [] }
  }
  const only = onlyOfItsKind(letter, parts, claims)
  if (only) return { found: foundBy(letter, only, claims), candidates: [] }
  const named = selfNamed(letter, parts, register)
  if (named && !(best && best.weight >= enough)) return { found: named, candidates: [] }
  const short = claims.length === 0 ? shortHead(letter, register) : null
  if (short) return { found: short, candidates: [] }
  const path = readPath(source, register, day)
  if (path && (claims.length === 0 || claims.slice(0, 3).some(({ authority }) => authority.id === path.id))) {
    return { found: path, candidates: [] }
  }
  return {
    found: null,
    candidates: claims
      .filter(({ weight }) => weight >= 1)
      .slice(0, 5)
      .map(({ authority }) => authority.id),
  }
}

/** A decision notice is the Information Commissioner's, whoever is complained of; a tribunal's is left unnamed. */
function regulatorOf(letter: Letter, register: Register): FoundAuthority | null {
  const start = letter.text.search(/\bdecision notice\b/i)
  const [regulator] = register.named("Information Commissioner's Office")
  const own = regulatorsLog.exec(letter.text)
  if (own && regulator)
    return {
      id: regulator.id,
      name: regulator.name,
      evidence: [{ start: own.index, end: own.index + own[0].length }],
      rule: 'authority/regulator',
    }
  if (start === -1 || !regulator || !/\bthe (?:information )?commissioner\b/i.test(letter.text)) return null
  if (/\bscottish information commissioner\b/i.test(letter.text.slice(0, 3000))) return null
  const evidence = { start, end: start + 'decision notice'.length }
  return { id: regulator.id, name: regulator.name, evidence: [evidence], rule: 'authority/regulator' }
}

const byAsker: ReadonlySet<RuleId> = new Set<RuleId>(['authority/addressee', 'authority/asked-of'])

/** All that speaks for one authority. */
export interface Claim {
  readonly authority: Authority
  readonly weight: number
  readonly clues: readonly Clue[]
}

function claimsOf(clues: readonly Clue[], day: string | null, register: Register): readonly Claim[] {
  const byAuthority = new Map<Authority, Clue[]>()
  for (const clue of clues) {
    const alive = aliveOn(clue.authorities, day)
    const meant = clue.rule === 'authority/address' ? alive.map((each) => successorOn(each, day, register)) : alive
    // an address or a name that several share speaks for each of them, for none of them alone
    for (const authority of new Set(meant)) {
      const own = byAuthority.get(authority)
      if (own) own.push(clue)
      else byAuthority.set(authority, [clue])
    }
  }
  return Array.from(byAuthority, ([authority, own]) => ({ authority, weight: weigh(own), clues: own })).toSorted(
    (one, other) => other.weight - one.weight || one.authority.id.localeCompare(other.authority.id),
  )
}

/** A part of a department heads its letters, and the department decides: "the Home Office is not obliged". */
function parentOf({ authority }: Claim, claims: readonly Claim[]): Claim | null {
  if (authority.type !== 'sub_organisation') return null
  const decides = ({ rule, weight }: Clue) => rule === 'authority/sender' && weight >= 2
  return claims.find((each) => each.authority.type === 'department' && each.clues.some(decides)) ?? null
}

/**
 * Of an answer that says "the Council" of itself and in which one council alone is named, and not as somebody else:
 * that one. Whoever asks names whom they ask.
 */
function onlyOfItsKind(letter: Letter, parts: readonly Part[], claims: readonly Claim[]): Claim | null {
  if (!speaksForItself.test(letter.text)) return null
  const [only, ...others] = claims.filter(({ authority }) => suitsOwnWord(letter, parts, authority))
  if (!only || others.length > 0) return null
  const isNamed = only.clues.some(({ rule }) => rule !== 'authority/elsewhere' && rule !== 'authority/address')
  return isNamed && claims.every((each) => each === only || each.weight < enoughUnrivalled) ? only : null
}

/** Does nothing speak for another, and more than a mention for this one? */
function isUnrivalled({ weight, clues }: Claim, claims: readonly Claim[], needed: number): boolean {
  const acts = clues.some(({ rule, weight: one }) => !passing.has(rule) && one >= 1)
  return acts && weight >= needed && claims.every((other, at) => at === 0 || other.weight <= 0.75)
}

const passing: ReadonlySet<RuleId> = new Set<RuleId>(['authority/mention', 'authority/elsewhere'])

/** The strongest clue of each kind counts in full, a second of that kind half; mere mentions never add up to much. */
function weigh(clues: readonly Clue[]): number {
  const kinds = Map.groupBy(clues, ({ rule }) => rule)
  let weight = 0
  for (const own of kinds.values()) {
    const [first = 0, second = 0, third = 0] = own.map((clue) => clue.weight).toSorted((one, other) => other - one)
    weight += first + second / 2 + third / 4
  }
  return weight
}

function foundBy(letter: Letter, claim: Claim, claims: readonly Claim[]): FoundAuthority {
  const { authority, clues } = claim
  const rivals = claims.filter((each) => each !== claim)
  const [first, ...rest] = clues.toSorted((one, other) => other.weight - one.weight)
  const spans = [first, ...rest].flatMap((clue) => (clue ? [clue.span] : [])).slice(0, 3)
  const [evidence, ...more] = spans
  return {
    id: authority.id,
    name: nameAsWritten(
      letter.text,
      authority,
      // how the body writes its own name counts, and how an asker writes it only where it does not
      clues.map(({ span, rule, weight }) => ({
        ...span,
        weight: byAsker.has(rule) || weight <= 0.5 ? weight / 100 : weight,
      })),
    ),
    evidence: [evidence ?? { start: 0, end: 0 }, ...more],
    rule: first?.rule ?? 'authority/mention',
    signs: signsOfClaim(claim, rivals),
  }
}
