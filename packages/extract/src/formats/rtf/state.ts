/** What a group of a rich text file inherits from the one around it, and hands on changed to those inside. */
export interface State {
  readonly destination: Destination
  /** The bytes of the picture that stands here, as they are written; null where none does. */
  readonly picture: string[] | null
  readonly font: number
  readonly bold: boolean
  readonly hidden: boolean
  readonly deleted: boolean
  readonly inserted: boolean
  readonly raised: 'sup' | 'sub' | null
  /** Number of its colour in the table of colours. */
  readonly colour: number
  /** Is there a ground of its own colour below the words? */
  readonly ground: boolean
  /** Stands below the link with this address. */
  readonly href: string | null
  /** How many characters stand in for one in Unicode. */
  readonly standIns: number
  readonly style: number
  readonly depth: number
  readonly level: number
  readonly paragraphGround: boolean
}

/**
 * Where the words of a group go: `words` into the story, `label` before the paragraph, `fonts`, `styles`, `colours` and
 * `link` into the tables of their names; `nowhere` to none.
 */
export type Destination = 'words' | 'label' | 'fonts' | 'styles' | 'colours' | 'link' | 'nowhere'

export const plainWords = {
  font: -1,
  bold: false,
  hidden: false,
  deleted: false,
  inserted: false,
  raised: null,
  colour: 0,
  ground: false,
} as const satisfies Partial<State>

export const plainParagraph = { style: 0, depth: 0, level: 0, paragraphGround: false } as const satisfies Partial<State>

export const beginning: State = {
  destination: 'words',
  picture: null,
  href: null,
  standIns: 1,
  ...plainWords,
  ...plainParagraph,
}

/** How a control word changes the words that follow; null where it does not. */
export function changeOf(word: string, number: number | null): Partial<State> | null {
  const isOn = number !== 0
  switch (word) {
    case 'plain':
      return plainWords
    case 'pard':
      return plainParagraph
    case 'b':
      return { bold: isOn }
    case 'v':
      return { hidden: isOn }
    case 'deleted':
      return { deleted: isOn }
    case 'revised':
      return { inserted: isOn }
    case 'super':
      return { raised: isOn ? 'sup' : null }
    case 'sub':
      return { raised: isOn ? 'sub' : null }
    case 'nosupersub':
      return { raised: null }
    case 'f':
      return { font: number ?? -1 }
    case 'cf':
      return { colour: number ?? 0 }
    case 'cb':
    case 'chcbpat':
    case 'highlight':
      return { ground: (number ?? 0) !== 0 }
    case 'cbpat':
    case 'shading':
      return { paragraphGround: (number ?? 0) !== 0 }
    case 'uc':
      return { standIns: Math.min(Math.max(number ?? 1, 0), 64) }
    case 's':
      return { style: number ?? 0 }
    case 'ilvl':
      return { level: Math.min(Math.max(number ?? 0, 0), 8) }
    case 'intbl':
      return { depth: 1 }
    case 'itap':
      return { depth: Math.min(Math.max(number ?? 0, 0), 40) }
    default:
      return null
  }
}

/** Words of control that print a sign. */
export const signs: Readonly<Record<string, string>> = {
  bullet: '•',
  column: '\n',
  emdash: '—',
  emspace: '\u2003',
  endash: '–',
  enspace: '\u2002',
  ldblquote: '“',
  line: '\n',
  lquote: '‘',
  page: '\n',
  qmspace: '\u2005',
  rdblquote: '”',
  rquote: '’',
  softline: '\n',
  tab: '\t',
  _: '-',
  '~': '\u00a0',
  '\\': '\\',
  '{': '{',
  '}': '}',
}
