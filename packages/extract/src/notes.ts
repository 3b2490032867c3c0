/**
 * Every note that extraction can leave, and what it means to a person. What is hidden is left out unless it is asked for
 * (`includeHidden`); the note stands either way, and says which.
 * A reader that has a new thing to say adds it here.
 */
export const noteMeanings = {
  'hidden-content': 'Words that the page does not show were left out.',
  'white-text': 'White words on a white page were left out.',
  'hidden-sheet': 'A hidden sheet was left out.',
  'hidden-rows': 'Hidden rows of a sheet were left out.',
  'hidden-columns': 'Hidden columns of a sheet were left out.',
  'pivot-cache': 'A pivot table carries the rows that it was made of, shown or not; they were left out.',
  'external-cells': 'The workbook carries cells that it copied from another file; they were left out.',
  'data-file': 'A table has more than 20,000 cells: its head and first rows are kept, the rest stays in the file.',
  'no-words': 'The file holds no words.',
  'odd-encoding': 'The characters were read as Windows-1252, for they are no UTF-8; a few may be wrong.',
  encrypted: 'The file was opened with a password.',
  'formula-without-value': 'A cell holds a formula whose result was not stored; it is shown as empty.',
  'error-value': 'A cell shows an error of its spreadsheet (such as #REF!) in place of a value.',
  'tracked-changes': 'The document has tracked changes; it was read as if all of them were accepted.',
  comments: 'The document has comments of its writers; they were left out.',
  picture: 'A picture was left out; words in it were not read.',
  'text-under-a-box': 'Words lie under a box that was drawn over them; they are left out unless asked for.',
  'invisible-text': 'Words that no reader of the page sees; they are left out unless asked for.',
  'recognised-layer': 'The words of a scanned page were recognised from its picture when the file was made.',
  truncated: 'The end of the file is missing; what could be read of it was.',
  recognised: 'Pages are pictures without usable text: their words were recognised, and a few may be wrong.',
  'not-recognised': 'The words of a page could not be recognised from its picture, and are missing.',
  'no-text-layer': 'A page holds no text, and no words could be recognised in its picture.',
  'page-unreadable': 'A page could not be read; the others were.',
  'damaged-part': 'A part of the file is damaged and was left out.',
} as const satisfies Readonly<Record<string, string>>

export type NoteCode = keyof typeof noteMeanings
