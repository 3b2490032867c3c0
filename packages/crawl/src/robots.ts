import { normalisedPattern, normalisedTarget, type Pattern, patternMatches } from './robots-paths.ts'

/** What a site's robots.txt says, by RFC 9309. */
export interface Robots {
  readonly groups: readonly Group[]
  /** Addresses of sitemaps, as written; they belong to no group. */
  readonly sitemaps: readonly string[]
}

/** Rules for the agents that stand above them. */
export interface Group {
  /** Product tokens in lower case; "*" is everybody else. */
  readonly agents: readonly string[]
  readonly rules: readonly Rule[]
  /** Seconds between two requests, the longest where several are given; null where none is. */
  readonly crawlDelay: number | null
  /** What may be done with what was read (`Content-Signal`), as written. */
  readonly contentSignals: readonly string[]
}

export interface Rule {
  readonly allows: boolean
  /** As written in the file. */
  readonly path: string
  /** Counted from 1. */
  readonly line: number
  readonly pattern: Pattern
}

/** Whether an address may be fetched, and the rule that says so: null where no rule touches it. */
export interface Verdict {
  readonly allowed: boolean
  readonly rule: Rule | null
}

/** So much of a file is read; RFC 9309, 2.5 asks for at least this. */
export const robotsBytes = 500 * 1024

/** So much of a line is read: eight times the longest address that browsers knew. */
const lineBytes = 2083 * 8 - 1

/** Misspellings that are met often enough for others to read them as meant, too. */
const agentKeys = ['user-agent', 'useragent', 'user agent']
const disallowKeys = ['disallow', 'dissallow', 'dissalow', 'disalow', 'diasllow', 'disallaw']
const sitemapKeys = ['sitemap', 'site-map']

/** Reads a robots.txt. Nothing in it is an error: what is no line of the protocol is passed over. */
export function readRobots(bytes: Uint8Array): Robots {
  const groups: MutableGroup[] = []
  const sitemaps: string[] = []
  let open: MutableGroup | null = null
  let line = 0
  for (const text of linesOf(bytes)) {
    line += 1
    const said = keyAndValue(text)
    if (said === null) continue
    const { key, value } = said
    if (agentKeys.includes(key)) {
      // Only a rule ends the list of agents: other lines, known or not, must not.
      if (open === null || open.rules.length > 0 || open.isClosed) {
        open = { agents: [], rules: [], crawlDelay: null, contentSignals: [], isClosed: false }
        groups.push(open)
      }
      open.agents.push(agentOf(value))
    } else if (sitemapKeys.includes(key)) sitemaps.push(utf8(value))
    else if (open !== null) takeIntoGroup(open, key, value, line)
  }
  return { groups, sitemaps }
}

interface MutableGroup {
  readonly agents: string[]
  readonly rules: Rule[]
  crawlDelay: number | null
  readonly contentSignals: string[]
  /** A rule was met, be it an empty one. */
  isClosed: boolean
}

function takeIntoGroup(group: MutableGroup, key: string, value: string, line: number): void {
  const isDisallow = disallowKeys.includes(key)
  if (key === 'allow' || isDisallow) {
    group.isClosed = true
    // "Disallow:" alone forbids nothing.
    if (value === '') return
    group.rules.push({ allows: !isDisallow, path: utf8(value), line, pattern: normalisedPattern(value) })
  } else if (key === 'crawl-delay') {
    const seconds = /^\d{1,9}(?:\.\d{1,9})?$/.test(value) ? Number(value) : null
    if (seconds !== null) group.crawlDelay = Math.max(group.crawlDelay ?? 0, seconds)
  } else if (key === 'content-signal') group.contentSignals.push(utf8(value))
}

/**
 * May the agent fetch the address? All groups that name it count together; where none does, those for "*" do; where there
 * are none either, everything may be fetched. The longest pattern that matches decides, and of two as long the one that allows.
 *
 * @param address a whole address, or a path with its query.
 * @param agent the product token, a version after it ("Disclosed/0.1") is passed over.
 */
export function verdictOf(robots: Robots, address: string, agent: string): Verdict {
  const target = normalisedTarget(address)
  // RFC 9309, 2.2.2: "The /robots.txt URI is implicitly allowed."
  if (target === '/robots.txt') return { allowed: true, rule: null }
  let best: Rule | null = null
  for (const { rules } of groupsFor(robots, agent)) {
    for (const rule of rules) {
      if (isStronger(rule, best) && patternMatches(rule.pattern, target)) best = rule
    }
  }
  return { allowed: best?.allows ?? true, rule: best }
}

function isStronger(rule: Rule, than: Rule | null): boolean {
  if (than === null || rule.pattern.octets > than.pattern.octets) return true
  return rule.pattern.octets === than.pattern.octets && rule.allows && !than.allows
}

/** The seconds that the agent is asked to leave between two requests; null where it is not asked. */
export function crawlDelayFor(robots: Robots, agent: string): number | null {
  const delays = groupsFor(robots, agent).flatMap(({ crawlDelay }) => (crawlDelay === null ? [] : [crawlDelay]))
  return delays.length === 0 ? null : Math.max(...delays)
}

/** What the agent is told about the use of what it reads, as written. */
export function contentSignalsFor(robots: Robots, agent: string): readonly string[] {
  return groupsFor(robots, agent).flatMap(({ contentSignals }) => contentSignals)
}

function groupsFor({ groups }: Robots, agent: string): readonly Group[] {
  const token = agent.replace(/\/.*$/s, '').trim().toLowerCase()
  const named = groups.filter(({ agents }) => token !== '*' && agents.includes(token))
  return named.length > 0 ? named : groups.filter(({ agents }) => agents.includes('*'))
}

/** "FooBot/2.1" and "Foo Bot" are said to FooBot and Foo: a product token has letters, "_" and "-" alone. */
function agentOf(value: string): string {
  if (/^\*(?:$|\s)/.test(value)) return '*'
  return (/^[A-Za-z_-]*/.exec(value)?.[0] ?? '').toLowerCase()
}

/** Lines as octets, one character each, ended by LF, CR or both; a line that the limit cuts through is left. */
function* linesOf(bytes: Uint8Array): Generator<string> {
  const whole = bytes.length <= robotsBytes
  const read = whole ? bytes : bytes.subarray(0, robotsBytes)
  let start = markLength(read)
  for (let at = start; at < read.length; at += 1) {
    const octet = read[at]
    if (octet !== lf && octet !== cr) continue
    yield lineOf(read, start, at)
    if (octet === cr && read[at + 1] === lf) at += 1
    start = at + 1
  }
  if (whole && start < read.length) yield lineOf(read, start, read.length)
}

const lf = 0x0a
const cr = 0x0d

function lineOf(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.subarray(start, Math.min(end, start + lineBytes))).toString('latin1')
}

/** A byte order mark, or what an editor left of one. */
function markLength(bytes: Uint8Array): number {
  const mark = [0xef, 0xbb, 0xbf]
  let length = 0
  while (length < mark.length && bytes[length] === mark[length]) length += 1
  return length
}

/** "Key: value # comment", and "key value" where the colon was forgotten and nothing else follows. */
function keyAndValue(line: string): { readonly key: string; readonly value: string } | null {
  const hash = line.indexOf('#')
  const said = trimmed(hash < 0 ? line : line.slice(0, hash))
  const colon = said.indexOf(':')
  if (colon >= 0) return { key: trimmed(said.slice(0, colon)).toLowerCase(), value: trimmed(said.slice(colon + 1)) }
  const words = said.split(/[ \t]+/, 3)
  const [key, value] = words
  return words.length === 2 && key !== undefined && value !== undefined ? { key: key.toLowerCase(), value } : null
}

/** White space of ASCII alone: "\u00a0" is half of a character here. */
function trimmed(octets: string): string {
  let start = 0
  let end = octets.length
  while (start < end && isSpace(octets.charCodeAt(start))) start += 1
  while (end > start && isSpace(octets.charCodeAt(end - 1))) end -= 1
  return octets.slice(start, end)
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d)
}

function utf8(octets: string): string {
  return Buffer.from(octets, 'latin1').toString('utf8')
}
