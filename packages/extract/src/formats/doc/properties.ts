import type { RowEdges } from '../story/collector.ts'
import type { Bytes } from './bytes.ts'
import { propertiesIn, sprm } from './sprms.ts'

/** How words are set. */
export interface Characters {
  readonly bold: boolean
  readonly vanished: boolean
  readonly deleted: boolean
  readonly inserted: boolean
  readonly white: boolean
  readonly ground: boolean
  readonly raised: 'sup' | 'sub' | null
  readonly isSpecial: boolean
  /** Where the picture that a special character stands for begins in the stream of data. */
  readonly picture: number | null
  readonly font: number
  /** A sign of a font of signs that stands for the character. */
  readonly symbol: { readonly font: number; readonly code: number } | null
  readonly style: number | null
}

export const plainCharacters: Characters = {
  bold: false,
  vanished: false,
  deleted: false,
  inserted: false,
  white: false,
  ground: false,
  raised: null,
  isSpecial: false,
  picture: null,
  font: -1,
  symbol: null,
  style: null,
}

/** Words with the properties of a list set; `styled` is how their style sets them, which switches lean on. */
export function changedCharacters(characters: Characters, list: Bytes | null, styled: Characters): Characters {
  if (list === null) return characters
  const now: { -readonly [Key in keyof Characters]: Characters[Key] } = { ...characters }
  for (const { code, value } of propertiesIn(list)) {
    const number = value.u8(0)
    switch (code) {
      case sprm.bold:
        now.bold = switched(number, styled.bold)
        break
      case sprm.vanish:
        now.vanished = switched(number, styled.vanished)
        break
      case sprm.deleted:
        now.deleted = number !== 0
        break
      case sprm.inserted:
        now.inserted = number !== 0
        break
      case sprm.special:
        now.isSpecial = number !== 0
        break
      case sprm.picture:
        now.picture = value.u32(0)
        break
      case sprm.raised:
        now.raised = number === 1 ? 'sup' : number === 2 ? 'sub' : null
        break
      case sprm.colourIndex:
        now.white = number === 8
        break
      case sprm.colour:
        now.white = (value.u32(0) & 0xffffff) === 0xffffff && value.u8(3) === 0
        break
      case sprm.highlight:
        now.ground = number !== 0
        break
      case sprm.shadeOld:
      case sprm.shade:
        now.ground = true
        break
      case sprm.font:
        now.font = value.u16(0)
        break
      case sprm.symbol:
        now.symbol = { font: value.u16(0), code: value.u16(2) }
        break
      case sprm.characterStyle:
        now.style = value.u16(0)
        break
      default:
    }
  }
  return now
}

/** A switch is off, on, as the style has it, or the other way round. */
function switched(number: number, styled: boolean): boolean {
  if (number === 0x80) return styled
  return number === 0x81 ? !styled : number !== 0
}

export interface Paragraph {
  readonly depth: number
  readonly isRowEnd: boolean
  readonly isInnerCellEnd: boolean
  readonly isInnerRowEnd: boolean
  readonly list: number | null
  readonly level: number
  readonly ground: boolean
  readonly row: RowEdges
}

const noRow: RowEdges = { left: 0, isHead: false, cells: [] }

export const plainParagraph: Paragraph = {
  depth: 0,
  isRowEnd: false,
  isInnerCellEnd: false,
  isInnerRowEnd: false,
  list: null,
  level: 0,
  ground: false,
  row: noRow,
}

/** A paragraph with the properties of a list set; long lists stand in a stream of their own, `data`. */
export function changedParagraph(paragraph: Paragraph, list: Bytes | null, data: Bytes | null): Paragraph {
  if (list === null) return paragraph
  let now: { -readonly [Key in keyof Paragraph]: Paragraph[Key] } = { ...paragraph }
  for (const { code, value } of propertiesIn(list)) {
    const number = value.u8(0)
    switch (code) {
      case sprm.inTable:
        now.depth = number === 0 ? 0 : Math.max(1, now.depth)
        break
      case sprm.depth:
        now.depth = Math.min(Math.max(value.i32(0), 0), 40)
        break
      case sprm.rowEnd:
        now.isRowEnd = number !== 0
        break
      case sprm.innerCellEnd:
        now.isInnerCellEnd = number !== 0
        break
      case sprm.innerRowEnd:
        now.isInnerRowEnd = number !== 0
        break
      case sprm.list:
        now.list = value.u16(0)
        break
      case sprm.listLevel:
        now.level = Math.min(number, 8)
        break
      case sprm.paragraphShade:
      case sprm.paragraphShadeOld:
        now.ground = true
        break
      case sprm.tableHead:
        now.row = { ...now.row, isHead: number !== 0 }
        break
      case sprm.tableDefinition:
        now.row = { ...definedRow(value), isHead: now.row.isHead }
        break
      case sprm.verticalMerge:
        now.row = withMerge(now.row, number, value.u8(1))
        break
      case sprm.horizontalMerge:
        now.row = joined(now.row, number, value.u8(1))
        break
      case sprm.huge:
      case sprm.hugeOld:
        if (data !== null) {
          const at = value.u32(0)
          now = { ...changedParagraph(now, data.slice(at + 2, at + 2 + data.u16(at)), null) }
        }
        break
      default:
    }
  }
  return now
}

/** Edges first, one more than cells; then twenty bytes for each cell, whose first two say how it is merged. */
function definedRow(value: Bytes): RowEdges {
  const count = Math.min(value.u8(0), 63)
  const cells = 1 + 2 * (count + 1)
  return {
    left: value.i16(1),
    isHead: false,
    cells: Array.from({ length: count }, (_, index) => {
      const flags = value.u16(cells + 20 * index)
      return {
        right: value.i16(1 + 2 * (index + 1)),
        across: (flags & 2) !== 0 ? 'goes on' : (flags & 1) !== 0 ? 'begins' : null,
        down: (flags & 0x20) === 0 ? null : (flags & 0x40) !== 0 ? 'begins' : 'goes on',
      } as const
    }),
  }
}

function withMerge(row: RowEdges, cell: number, how: number): RowEdges {
  const down = how === 3 ? 'begins' : how === 1 ? 'goes on' : null
  return { ...row, cells: row.cells.map((each, index) => (index === cell ? { ...each, down } : each)) }
}

function joined(row: RowEdges, first: number, last: number): RowEdges {
  return {
    ...row,
    cells: row.cells.map((each, index) =>
      index >= first && index < last ? { ...each, across: index === first ? 'begins' : 'goes on' } : each,
    ),
  }
}
