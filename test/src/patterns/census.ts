import { readdirSync, readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type AnyNode, parse } from 'acorn'

/** A regular expression of the program and where it is written. */
export interface Pattern {
  readonly place: string
  readonly source: string
  readonly flags: string
}

export interface Census {
  readonly patterns: readonly Pattern[]
  /** Places that make an expression only when they are called, so that nobody can look at it beforehand. */
  readonly madeLate: readonly string[]
}

/**
 * Every regular expression below the folder, found rather than told: literals in the source, and what `new RegExp` makes
 * while the modules load. To be called in a process of its own, before the modules are loaded by anybody else.
 */
export async function takeCensus(folder: string): Promise<Census> {
  const made = new Map<string, Pattern[]>()
  watchConstructor((place, source, flags) => {
    made.set(place, [...(made.get(place) ?? []), { place, source, flags }])
  })
  const patterns: Pattern[] = []
  const sites: string[] = []
  for (const file of sourcesIn(folder)) {
    const found = expressionsIn(readFileSync(file, 'utf8'))
    for (const { line, regex } of found) {
      const place = `${file}:${line}`
      if (regex) patterns.push({ place, source: regex.pattern, flags: regex.flags })
      else sites.push(place)
    }
    // Only what makes expressions is loaded: a program would begin its work.
    if (found.some(({ regex }) => regex === null)) await import(pathToFileURL(file).href)
  }
  return {
    patterns: [...patterns, ...[...made.values()].flat()],
    madeLate: sites.filter((place) => !made.has(place)),
  }
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:^|\/)src\/[^\0]{1,300}(?<!\.test|\.d)\.ts$/.test(name) && !name.includes('node_modules'))
    .map((name) => join(folder, name))
    .toSorted()
}

interface Expression {
  readonly line: number
  /** Null where it is made by `new RegExp`. */
  readonly regex: { readonly pattern: string; readonly flags: string } | null
}

export function expressionsIn(source: string): readonly Expression[] {
  const found: Expression[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const each of node) walk(each)
      return
    }
    if (!isNode(node)) return
    const line = node.loc?.start.line ?? 0
    if (node.type === 'Literal' && node.regex) found.push({ line, regex: node.regex })
    if (node.type === 'NewExpression' || node.type === 'CallExpression') {
      if (node.callee.type === 'Identifier' && node.callee.name === 'RegExp') found.push({ line, regex: null })
    }
    for (const each of Object.values(node)) walk(each)
  }
  // Types become spaces: every line stays where it was.
  walk(parse(stripTypeScriptTypes(source), { ecmaVersion: 'latest', sourceType: 'module', locations: true }))
  return found
}

function isNode(value: unknown): value is AnyNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function watchConstructor(tell: (place: string, source: string, flags: string) => void): void {
  globalThis.RegExp = new Proxy(RegExp, {
    construct: (target, [pattern, flags], self) => {
      const made: RegExp = Reflect.construct(target, [pattern, flags], self)
      const place = /(?:file:\/\/)?(\/[^\s()]{1,400}?:\d{1,7}):\d{1,7}\)?$/.exec(
        new Error().stack?.split('\n')[2] ?? '',
      )?.[1]
      if (place) tell(place, made.source, made.flags)
      return made
    },
  })
}
