import type { Span } from '@disclosed/document'
import { type Authority, plainName, type Register } from '@disclosed/reference'

/** Of several that share a name those that existed on the day; without a day those that still do. All where that leaves none. */
export function aliveOn(authorities: readonly Authority[], day: string | null): readonly Authority[] {
  if (authorities.length < 2) return authorities
  const alive = authorities.filter(({ start, end }) =>
    day === null ? end === null : (start === null || start <= day) && (end === null || day <= end),
  )
  return alive.length > 0 ? alive : authorities
}

/** Who runs an old address now: the one successor of a body that was gone on that day. */
export function successorOn(authority: Authority, day: string | null, register: Register): Authority {
  if (authority.end === null || day === null || day <= authority.end) return authority
  const [only, ...others] = authority.successors
  const next = only !== undefined && others.length === 0 ? register.byId(only) : null
  return next && (next.start === null || next.start <= day) ? next : authority
}

/** A place where a letter writes a name, and how much that way of writing it counts. */
export interface Written extends Span {
  readonly weight: number
}

/**
 * The letter's own form of the name, where it writes one of the full names: "Swansea Council" for the City and County
 * of Swansea Council. A name that begins with "The" keeps it where the letter writes it large inside a sentence.
 */
export function nameAsWritten(text: string, authority: Authority, written: readonly Written[]): string {
  // a Welsh form beside an English one stays the register's
  const health = /^NHS [A-Z]/.test(authority.shortName) ? [authority.shortName] : []
  const forms = [authority.name, ...authority.aliases, ...health].filter(
    (form) =>
      (form.includes(' ') || coined.test(form)) &&
      (form === authority.name || !/^(?:cyngor|dinas|heddlu|prifysgol|bwrdd)\b| London Borough$/i.test(form)),
  )
  const weights = new Map<string, { readonly most: number; readonly sum: number }>()
  for (const { start, end, weight } of written) {
    const words = text
      .slice(start, end)
      .replace(/\s+/g, ' ')
      .replace(/['’]s?$/i, '')
    const plain = withoutThe(plainName(words))
    const form = forms.find((each) => withoutThe(plainName(each)) === plain)
    if (!form) continue
    const name = spelled(form, words, text.slice(Math.max(0, start - 6), start))
    const { most, sum } = weights.get(name) ?? { most: 0, sum: 0 }
    weights.set(name, { most: Math.max(most, weight), sum: sum + weight })
  }
  // a letterhead says it better than two sentences
  const [most] = Array.from(weights).toSorted(([, one], [, other]) => other.most - one.most || other.sum - one.sum)
  const name = most?.[0] ?? authority.name.replaceAll(' & ', ' and ')
  return Array.from(weights.keys()).find((each) => isShortFor(name, each)) ?? name
}

/** «The Belfast Trust holds this» below «Belfast Health and Social Care Trust»: two words of a name that the letter gives in full. */
function isShortFor(name: string, full: string): boolean {
  const [short, long] = [plainName(name).split(' '), plainName(full).split(' ')]
  return short.length === 2 && long.length > 3 && short.every((word) => long.includes(word)) && short[1] === long.at(-1)
}

function spelled(form: string, written: string, before: string): string {
  const bare = form.replace(/^The /, '')
  const isOfficial = form !== bare
  if (!isOfficial) {
    const withThe = /^The /.test(written) || /[a-z,] The $/.test(before)
    return `${withThe && isTrust.test(form) ? 'The ' : ''}${withAnds(form, written)}`
  }
  return keepsThe.test(form) || (/^The /.test(written) && /[a-z,] $/.test(before)) ? form : bare
}

/** A name made up of two: NatureScot. */
const coined = /^[A-Z][a-z]{2,12}[A-Z][a-z]{2,12}$/

const isTrust = / NHS (?:Foundation )?Trust$/

/** Bodies that nobody names without their article, wherever the name stands. */
const keepsThe = /^The (?:National Archives|Pensions Regulator|Crown Estate|.{1,60} NHS (?:Foundation )?Trust)$/

/** The form with each "&" and "and" as the letter writes it. */
function withAnds(form: string, written: string): string {
  const own = written.split(' ')
  return form
    .split(' ')
    .map((word, at) => (!/^(?:&|and)$/i.test(word) ? word : own[at] === '&' ? '&' : 'and'))
    .join(' ')
}

function withoutThe(plain: string): string {
  return plain.replace(/^the /, '')
}
