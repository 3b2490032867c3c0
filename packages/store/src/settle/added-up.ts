import { plainWords } from '../ids.ts'
import type { LeftOut } from '../vocabularies.ts'
import type { Authorities, AuthorityRow } from './authorities.ts'
import type { Choice } from './choosing.ts'
import { type Draft, groupBy } from './dataset.ts'

/** What stands above or below other authorities, so that both count what happens in one place; null for what does not. */
type Level = 'county' | 'district' | 'above'

export type Lineage = readonly { readonly predecessor: string; readonly successor: string }[]

/**
 * Why a row must not be added up with others of its measure (or question group), by the id of the row; what may be is not in it.
 * Of authorities that overlap only one level is left for a subject, the same in all of its years.
 */
export function leftOutOf(
  drafts: readonly Draft[],
  choices: ReadonlyMap<string, Choice>,
  { byId }: Pick<Authorities, 'byId'>,
  lineage: Lineage,
): ReadonlyMap<string, LeftOut> {
  const leftOut = new Map<string, LeftOut>()
  const standing = drafts.filter(({ id, kind, category, covers }) => {
    const why =
      kind === 'silent' || !choices.get(id)?.chosen
        ? 'not_chosen'
        : category !== null
          ? 'breakdown'
          : covers === 'whole'
            ? null
            : 'not_whole'
    if (why !== null) leftOut.set(id, why)
    return why === null
  })
  const levelOf = ({ authority }: Draft) => levelOfAuthority(byId.get(authority ?? ''))
  for (const rows of groupBy(standing, subjectOf).values()) {
    let left = rows
    const leave = (why: LeftOut, isLeft: (draft: Draft) => boolean) => {
      for (const each of left) if (isLeft(each)) leftOut.set(each.id, why)
      left = left.filter((each) => !isLeft(each))
    }
    leave('no_count', ({ quantity }) => quantity === 'percent' || quantity === 'duration')
    const unit = unitOfMost(left)
    leave('other_unit', (each) => isFigure(each) && each.measure === null && unitOf(each) !== unit)
    const level = levelOfMost(left, levelOf)
    leave('other_level', (each) => {
      const own = levelOf(each)
      return own !== null && own !== level
    })
    const there = new Set(left.map(placeOf))
    leave('successor', (each) =>
      lineage.some(
        ({ predecessor, successor }) =>
          successor === each.authority && there.has(placeOf({ ...each, authority: predecessor })),
      ),
    )
  }
  return leftOut
}

function subjectOf({ measure, question_group, id }: Draft): string {
  return measure ?? question_group ?? id
}

function placeOf({ authority, year_kind, year }: Pick<Draft, 'authority' | 'year_kind' | 'year'>): string {
  return `${authority} ${year_kind} ${year}`
}

function isFigure({ stated, low, high }: Draft): boolean {
  return stated !== null || low !== null || high !== null
}

function unitOf({ quantity, unit }: Draft): string {
  return `${quantity} ${plainWords(unit ?? '')}`
}

/** What most authorities count in their answers to one question; of as many the first by its name. */
function unitOfMost(rows: readonly Draft[]): string | null {
  return ofMost(
    rows.filter((each) => each.measure === null && isFigure(each)),
    unitOf,
  )
}

/** What covers all places with fewest left out: a level above councils only where no council stands beside it. */
function levelOfMost(rows: readonly Draft[], levelOf: (draft: Draft) => Level | null): Level | null {
  const below = rows.filter((each) => levelOf(each) !== 'above')
  if (below.length === 0) return 'above'
  const tiered = below.filter((each) => levelOf(each) !== null)
  const exact = tiered.filter(({ number }) => number !== null)
  // A county tells as little of the places in it as a district of its county: the one of which more are here.
  return ofMost(exact.length > 0 ? exact : tiered, (each) => levelOf(each) ?? 'district')
}

/** The key that most authorities have; of as many the last by its name, so that districts come before counties. */
function ofMost<Key extends string>(rows: readonly Draft[], key: (draft: Draft) => Key): Key | null {
  const authorities = new Map<Key, Set<string | null>>()
  for (const each of rows) {
    const of = authorities.get(key(each)) ?? new Set()
    authorities.set(key(each), of.add(each.authority))
  }
  const [most] = [...authorities].toSorted(([one, a], [other, b]) => b.size - a.size || (one < other ? 1 : -1))
  return most?.[0] ?? null
}

function levelOfAuthority(authority: AuthorityRow | undefined): Level | null {
  if (!authority) return null
  const level = levels[authority.type]
  if (level !== undefined) return level
  // Of those that no list knows the name tells.
  if (authority.type !== 'other') return null
  if (/ County Council(?: \(invented\))?$/.test(authority.name)) return 'county'
  return / District Council(?: \(invented\))?$/.test(authority.name) ? 'district' : null
}

const levels: Readonly<Record<string, Level>> = {
  county: 'county',
  district: 'district',
  combined_authority: 'above',
  greater_london_authority: 'above',
}
