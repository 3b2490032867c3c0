import type { Span } from '@disclosed/document'
import type { Authority, Register } from '@disclosed/reference'
import { allMatches } from '../all-matches.ts'

/** An e-mail or web address of exactly one authority, or of a few that share it. */
export interface Address extends Span {
  readonly host: string
  readonly kind: 'mail' | 'web'
  readonly authorities: readonly Authority[]
}

/** Hosts that stand in everybody's letters and so tell nothing of who wrote one. */
const everybodys = [
  'ico.org.uk',
  'ico.gov.uk',
  'informationcommissioner.gov.uk',
  'foi.scot',
  'itspublicknowledge.info',
  'whatdotheyknow.com',
  'mysociety.org',
  'nationalarchives.gov.uk',
  'nationalarchives.gsi.gov.uk',
  'legislation.gov.uk',
  'opsi.gov.uk',
  'justice.gov.uk',
  'parliament.uk',
  'ons.gov.uk',
  'data.gov.uk',
  'publishing.service.gov.uk',
  'service.gov.uk',
  'ncsc.gov.uk',
  'england.nhs.uk',
  'digital.nhs.uk',
  'statistics.gov.uk',
]

/** … and those that are everybody's themselves, while what stands below them is one body's: anytown.nhs.uk. */
const nobodys = ['nhs.uk', 'nhs.net', 'gov.uk', 'police.uk']

const address =
  /(?:(?<![A-Za-z0-9._%+-])([A-Za-z0-9._%+-]{1,64}\]?|\])@|https?:\/\/|\b(?=www\.))((?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24})\b/g

/** Addresses that belong to authorities of the register, in the order of the text. */
export function findAddresses(text: string, register: Register): readonly Address[] {
  const found: Address[] = []
  for (const match of allMatches(text, address)) {
    const [written, person, host = ''] = match
    // the government's own mail once ran through nets with names of their own: kent.pnn.police.uk
    const plain = host
      .toLowerCase()
      .replace(/^www\d?\./, '')
      .replace(/\.(?:pnn|gcsx|gsx)(?=\.(?:police|gov)\.uk$)/, '')
    const kind = person === undefined ? 'web' : 'mail'
    if (nobodys.includes(plain)) continue
    if (everybodys.some((each) => plain === each || (kind === 'web' && plain.endsWith(`.${each}`)))) {
      if (kind === 'web' || !/^(?:ons|nationalarchives)\./.test(plain)) continue
    }
    const authorities = atHost(plain, register)
    if (authorities.length === 0 || authorities.length > 4) continue
    found.push({ start: match.index, end: match.index + written.length, host: plain, kind, authorities })
  }
  return found
}

const initials = new WeakMap<Register, ReadonlyMap<string, readonly Authority[]>>()

/** Whose host it is: by the register's domains, else where the label before gov.uk is one body's abbreviation (hmrc.gov.uk). */
function atHost(host: string, register: Register): readonly Authority[] {
  const known = register.atDomain(host)
  const label = /(?:^|\.)([a-z]{3,30})\.(?:gsi\.|gsx\.)?(?:gov\.uk|police\.uk|ac\.uk)$/.exec(host)?.[1]
  // A small body may be housed at the address of a large one, whose name the address spells: homeoffice.gov.uk.
  const spelled = label && label.length > 8 ? spelledBy(label, register) : []
  const [owner] = spelled
  if (owner && spelled.length === 1 && !known.includes(owner)) return [owner]
  if (known.length > 0) return known
  if (!label || label.length > 10) return []
  let labels = initials.get(register)
  if (!labels) {
    labels = labelsOf(register)
    initials.set(register, labels)
  }
  const meant = labels.get(label) ?? []
  return meant.length === 1 ? meant : []
}

/** Whose full name a label is, without its spaces: "homeoffice". */
function spelledBy(label: string, register: Register): readonly Authority[] {
  const found = new Set<Authority>()
  for (let length = 1; length <= label.length; length += 1)
    for (const each of register.beginningWith(label.slice(0, length))) if (lettersOf(each) === label) found.add(each)
  return [...found]
}

function lettersOf({ name }: Authority): string {
  return name.toLowerCase().replace(/[^a-z]/g, '')
}

function labelsOf(register: Register): ReadonlyMap<string, readonly Authority[]> {
  const labels = new Map<string, Authority[]>()
  for (const authority of register.all) {
    if (authority.domains.length > 0) continue
    const words = authority.name.replace(/^The /, '').split(/[\s,]+/)
    const first = words.map((word) => word.charAt(0)).join('')
    const short = [authority.shortName, ...authority.aliases].filter(
      (each) => /^[A-Za-z]{3,8}$/.test(each) && /[A-Z].*[A-Z]/.test(each),
    )
    const big = words
      .filter((word) => /^[A-Z]/.test(word))
      .map((word) => word.charAt(0))
      .join('')
    for (const label of new Set([...short, first, big].map((each) => each.toLowerCase()))) {
      if (label.length >= 3) labels.set(label, [...(labels.get(label) ?? []), authority])
    }
  }
  return labels
}
