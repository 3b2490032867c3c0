import { covers, type Span } from '@disclosed/document'
import { exemption } from '@disclosed/reference'
import type { Citation } from '../citations/index.ts'
import type { Finding } from '../finding.ts'
import type { Cue } from '../outcomes/index.ts'
import type { Role } from '../reading.ts'
import { type Prejudice, readPrejudice } from './prejudice.ts'
import { findPublicInterest, type PublicInterest, type WeighedInterest } from './public-interest.ts'
import { type Place, readPlaces, roleFrom, type Voices } from './role.ts'

export { onGrounds } from './grounds.ts'
export type { Prejudice } from './prejudice.ts'
export type { PublicInterest } from './public-interest.ts'
export type { Voices } from './role.ts'

/** What a letter does with a provision that it cites. */
export interface ReadRole {
  /** `engaged` relied on · `ncnd` relied on to neither confirm nor deny · `mentioned` neither. */
  readonly role: Role
  readonly prejudice: Prejudice | null
  /** null where none is told, or none is owed: an absolute exemption has no such test. */
  readonly publicInterest: PublicInterest | null
}

/** A provision that the letter cites, once, with all the places where it does. */
export interface RoledCitation extends ReadRole {
  /** Its citation at the place that decides: the first where it is relied on. */
  readonly finding: Finding<Citation>
  /** Everywhere it is cited in the authority's voice; everywhere at all where it is only mentioned. */
  readonly spans: readonly Span[]
  /** Where only a wider provision is cited that it is part of: "Section 31" of 31(1)(a). */
  readonly widerSpans: readonly Span[]
}

/**
 * The provisions of a letter with their roles, one entry each, in the order of their first place. Conditions are left
 * out; so is "Section 31" where the letter relies on 31(1)(a), for that says both.
 *
 * @param citations of the whole text, in order (`findCitations`)
 * @param cues of the whole text, in order (`findCues`), without the requester's and the appeal section's where they are known
 */
export function rolesOf(
  text: string,
  citations: readonly Finding<Citation>[],
  cues: readonly Finding<Cue>[],
  voices: Voices,
): readonly RoledCitation[] {
  const listed = citations.filter(({ value }) => !value.condition)
  const places = readPlaces(text, listed, cues, voices)
  const groups = groupByCite(listed, places)
  const roles = new Map(
    [...groups].map(([cite, each]) => [
      cite,
      roleFrom(
        cite,
        each.map(({ place }) => place),
      ),
    ]),
  )
  const interests = findPublicInterest(text, cues)
  return [...groups].flatMap(([cite, each]): readonly RoledCitation[] => {
    const role = roles.get(cite) ?? 'mentioned'
    if (isSaidByPart(cite, role, roles)) return []
    const relied = each.filter(({ place }) => role === 'mentioned' || place !== 'mentioned')
    const [first] = relied
    if (!first) return []
    const spans = relied.map(({ finding }) => finding.span)
    const reads = role !== 'mentioned'
    return [
      {
        role,
        finding: first.finding,
        spans,
        widerSpans: widerSpansOf(cite, groups),
        prejudice: reads ? readPrejudice(text, first.finding.value, spans, spansOfOtherSections(cite, listed)) : null,
        publicInterest: reads ? interestOf(cite, spans, interests) : null,
      },
    ]
  })
}

/**
 * The provisions relied on inside these stretches of the letter (an answer's), once each: those cited there, and the parts
 * of a wider one that is cited there without any of its parts.
 */
export function groundsIn(spans: readonly Span[], roled: readonly RoledCitation[]): readonly string[] {
  const isInside = (each: Span) => spans.some((span) => covers(span, each))
  const relied = roled.filter(({ role, finding }) => role !== 'mentioned' && finding.value.told === 'number')
  const direct = relied.filter((each) => each.spans.some(isInside)).map(({ finding }) => finding.value.cite)
  const meant = relied
    .filter((each) => each.widerSpans.some(isInside))
    .map(({ finding }) => finding.value.cite)
    .filter((cite) => !direct.some((other) => sectionOf(other) === sectionOf(cite)))
  return [...new Set([...direct, ...meant])]
}

interface Placed {
  readonly finding: Finding<Citation>
  readonly place: Place
}

function groupByCite(
  citations: readonly Finding<Citation>[],
  places: readonly Place[],
): ReadonlyMap<string, readonly Placed[]> {
  const groups = new Map<string, Placed[]>()
  for (const [index, finding] of citations.entries()) {
    const placed = { finding, place: places[index] ?? 'untold' }
    const group = groups.get(finding.value.cite)
    if (group) group.push(placed)
    else groups.set(finding.value.cite, [placed])
  }
  return groups
}

/** Does a part of it say all that it says? A part that only the requester mentions says nothing of the authority's. */
function isSaidByPart(cite: string, role: Role, roles: ReadonlyMap<string, Role>): boolean {
  return [...roles].some(([other, part]) => isPartOf(other, cite) && (part !== 'mentioned' || role === 'mentioned'))
}

function widerSpansOf(cite: string, groups: ReadonlyMap<string, readonly Placed[]>): readonly Span[] {
  return [...groups].flatMap(([other, each]) =>
    isPartOf(cite, other) ? each.filter(({ place }) => place !== 'mentioned').map(({ finding }) => finding.span) : [],
  )
}

function spansOfOtherSections(cite: string, citations: readonly Finding<Citation>[]): readonly Span[] {
  return citations.filter(({ value }) => sectionOf(value.cite) !== sectionOf(cite)).map(({ span }) => span)
}

/** The test that belongs to a provision: the one that follows its citations most closely; the only one, where there is one. */
function interestOf(
  cite: string,
  spans: readonly Span[],
  interests: readonly WeighedInterest[],
): PublicInterest | null {
  const known = exemption(cite)
  // Personal data have no such test wherever a principle would be broken, which is nearly always the ground.
  if (!known || known.class === 'absolute' || known.class === 'none' || known.kind === 'personal') return null
  const [only] = interests
  const own =
    interests.length === 1
      ? only
      : interests.find(({ end }, index) =>
          spans.some(({ start }) => start < end && start >= (interests[index - 1]?.end ?? 0)),
        )
  if (!own) return null
  const { forDisclosure, forExemption, decision } = own
  return { forDisclosure, forExemption, decision }
}

function isPartOf(child: string, parent: string): boolean {
  return child.length > parent.length && child.startsWith(`${parent}(`)
}

function sectionOf(cite: string): string {
  return cite.split('(')[0] ?? cite
}
