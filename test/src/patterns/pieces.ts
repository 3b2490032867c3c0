import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp'
import type { Pattern } from './census.ts'

type Part = AST.Alternative | AST.Element | AST.Quantifier | AST.Group | AST.CapturingGroup | AST.Pattern

/** Characters to try where a class takes several. */
const characters = [...' \n\ta1Z.,:;-–(/"*£%_@x0e', '\u00a0', 'é', '|', ')', '[']

export interface Hostile {
  /** A text is the first, and the second again and again. */
  readonly pieces: readonly (readonly [before: string, again: string])[]
  /** Do repeats stand in repeats? */
  readonly isNested: boolean
}

/**
 * What a text that is hostile to this pattern is made of: words it can read, as a whole and up to each of its repeats, and
 * what each repeat repeats. Once for each favourite character, since repeats compete where one character fits both.
 */
export function hostilePieces({ source, flags }: Pattern): Hostile {
  const ast = new RegExpParser({ ecmaVersion: 2025 }).parseLiteral(`/${source}/${flags}`)
  const { repeats, own, isNested } = lookOver(ast)
  const pieces: (readonly [string, string])[] = []
  for (const favourite of new Set(['', ...own.slice(0, 5), ' ', '1', 'a', '\n'])) {
    const words = speaker(flags, favourite)
    const whole = words(ast.pattern)
    pieces.push(['', whole], ['', `${whole} `], ['', favourite])
    for (const repeat of repeats) {
      const before = wordsBefore(repeat, words)
      const again = words(repeat.element)
      pieces.push(['', before + again], [before, again])
    }
  }
  return { pieces, isNested }
}

interface Seen {
  readonly repeats: readonly AST.Quantifier[]
  readonly own: readonly string[]
  readonly isNested: boolean
}

function lookOver(ast: AST.RegExpLiteral): Seen {
  const repeats: AST.Quantifier[] = []
  let inside = 0
  let isNested = false
  const own = new Set<string>()
  visitRegExpAST(ast, {
    onQuantifierEnter: (quantifier) => {
      if (quantifier.max > 8) repeats.push(quantifier)
      if (quantifier.max > 2 && inside > 0) isNested = true
      if (quantifier.max > 2) inside += 1
    },
    onQuantifierLeave: ({ max }) => {
      if (max > 2) inside -= 1
    },
    onCharacterEnter: ({ value, parent }) => {
      const character = String.fromCodePoint(value)
      if (parent.type === 'CharacterClass' || parent.type === 'Quantifier' || /\W/.test(character)) own.add(character)
    },
  })
  // The widest come first: a pattern of many small repeats is asked about the worst of them.
  return { repeats: repeats.toSorted((one, other) => other.max - one.max).slice(0, 6), own: [...own], isNested }
}

/** Some words that this part of a pattern can read, made of the favourite character wherever it fits. */
function speaker(flags: string, favourite: string): (part: Part) => string {
  const known = new Map<Part, string>()
  const say = (part: Part): string => {
    const words = known.get(part) ?? said(part)
    known.set(part, words)
    return words
  }
  const said = (part: Part): string => {
    switch (part.type) {
      case 'Pattern':
      case 'Group':
      case 'CapturingGroup':
        return say(part.alternatives.find((each) => say(each).includes(favourite)) ?? last(part.alternatives))
      case 'Alternative':
        return part.elements.map(say).join('')
      case 'Quantifier': {
        const once = say(part.element)
        return part.min === 0 && !once.includes(favourite) ? '' : once.repeat(Math.max(1, Math.min(part.min, 60)))
      }
      case 'Character':
        return String.fromCodePoint(part.value)
      case 'CharacterClass':
      case 'CharacterSet':
        return fitting(part.raw, flags, favourite)
      case 'Assertion':
        return part.kind === 'lookbehind' && !part.negate ? say(last(part.alternatives)) : ''
      default:
        return ''
    }
  }
  return say
}

function last<Item>(items: readonly Item[]): Item {
  return items[items.length - 1] as Item
}

const fits = new Map<string, string>()

function fitting(raw: string, flags: string, favourite: string): string {
  const key = `${favourite}${flags}${raw}`
  const known = fits.get(key)
  if (known !== undefined) return known
  const one = new RegExp(`^(?:${raw})$`, flags.replace(/[gy]/g, ''))
  const found = [favourite, ...characters].find((each) => each !== '' && one.test(each)) ?? firstOf(raw)
  fits.set(key, found)
  return found
}

/** A class of rare characters alone: its own first. */
function firstOf(raw: string): string {
  return raw.replace(/^\[/, '').slice(0, 1)
}

/** What stands before a repeat, on the way down to it. */
function wordsBefore(repeat: AST.Quantifier, words: (part: Part) => string): string {
  let before = ''
  for (let node: AST.Node = repeat; node.parent; node = node.parent) {
    if (node.parent.type !== 'Alternative') continue
    const { elements } = node.parent
    before =
      elements
        .slice(0, elements.indexOf(node as AST.Element))
        .map(words)
        .join('') + before
  }
  return before
}
