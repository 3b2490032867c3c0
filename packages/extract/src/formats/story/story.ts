import type { PrintedLabel } from '../html/labels.ts'

/** What a word processor's file shows, as its format tells it: the same for all of them but DOCX, which mammoth turns into a page. */
export interface Story {
  /** Lines of the pages' heads and feet, each once. */
  readonly heads: readonly string[]
  readonly feet: readonly string[]
  readonly body: readonly StoryBlock[]
  /** Footnotes, then endnotes, in the order of their marks; the first one's is 1. */
  readonly notes: readonly (readonly StoryBlock[])[]
}

export type StoryBlock = StoryParagraph | StoryTable

export interface StoryParagraph {
  readonly kind: 'paragraph'
  /** 1 to 6 for a heading; null for any other. */
  readonly heading: number | null
  /** The number or sign that the program prints before its words; null where it prints none. */
  readonly label: PrintedLabel | null
  readonly runs: readonly StoryRun[]
}

/** Words set alike; "\t" is a tab, "\n" a break within the paragraph. */
export interface StoryRun {
  readonly text: string
  readonly bold?: boolean
  readonly href?: string | null
  readonly raised?: 'sup' | 'sub' | null
  /** The number of the note that is marked here, from 1; the text is empty then. */
  readonly note?: number
}

export interface StoryTable {
  readonly kind: 'table'
  /** How many of the first rows are its head, as the file says. */
  readonly headRows: number
  readonly rows: readonly (readonly StoryCell[])[]
}

/** A cell, given once, in the row where it begins. */
export interface StoryCell {
  readonly columns: number
  readonly rows: number
  readonly blocks: readonly StoryBlock[]
}

/** What a file carries beside what it shows: each thing by the paragraph it stands in, null where it stands in none. */
export interface Carried<Paragraph> {
  readonly changes: readonly (Paragraph | null)[]
  readonly vanished: readonly Paragraph[]
  readonly white: readonly Paragraph[]
  readonly comments: readonly Paragraph[]
  readonly pictures: number
}

export function wordsOfParagraph({ runs }: StoryParagraph): string {
  return runs.map(({ text }) => text).join('')
}
