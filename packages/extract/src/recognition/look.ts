import type { Picture } from './picture.ts'

/**
 * What a picture shows, and how closely it is looked at: a whole page, in columns perhaps; pieces of one set in even lines; and pieces
 * that were doubtful, looked at as closely as can be.
 */
export type Look = 'page' | 'lines' | 'again'

/** How a picture is parted into lines, by Tesseract's own numbers: one column of text and tables; a block of even lines. */
export const partings: Readonly<Record<Look, '4' | '6'>> = { page: '4', lines: '6', again: '6' }

/** What recognises letters. Each gives the same: the words of a picture as hOCR. */
export interface Engine {
  /** Its name and version: two that differ may read differently. */
  readonly id: string
  readonly hocr: (picture: Picture, look: Look) => Promise<string>
  readonly close: () => Promise<void>
}
