/** The sizes above which a file is refused or shortened: all in one place, in bytes and characters unless said. */
export const limits = {
  /** Any file. */
  file: 200 * 1024 * 1024,
  /** A plain text or web page: a letter of 20 MB would have some five thousand pages. */
  text: 20 * 1024 * 1024,
  /** How much of a file is looked at to tell what it is. */
  look: 64 * 1024,
  /** What a zipped file (DOCX, XLSX) may unfold to, and how many times its own size. */
  unfolded: 200 * 1024 * 1024,
  unfoldedRatio: 200,
  /** A small file may unfold more steeply than that; this much is always allowed. */
  unfoldedAlways: 10 * 1024 * 1024,
  /** What all archives in one original may unfold to together; one file of them is held at a time. */
  archive: 2 * 1024 * 1024 * 1024,
  /** How many archives and e-mails may stand inside each other. */
  nesting: 8,
  /** An e-mail with all that is attached: mail systems carry no more. */
  mail: 150 * 1024 * 1024,
  /** How many files a zipped file may hold. */
  entries: 10_000,
  /** How many files may come out of one original, of any depth: ten archives of ten archives of ten … are soon a million. */
  files: 10_000,
  /** How many elements of a page may stand inside each other. */
  depth: 800,
  /** How many start tags may wait for their end. */
  openTags: 5_000,
  /** How many cells of a sheet are held where all rows of a data file are asked for: one that repeats a row may claim billions. */
  allRows: 5_000_000,
  /** How many rows of a data file are kept. */
  dataFileRows: 50,
  /** One cell's words are cut here: a cell is no letter. */
  cell: 32_768,
  /** How often a lock may ask for a password to be hashed: Office asks for 100,000, and no file for seconds of work. */
  spins: 1_000_000,
  /** How many pages of a PDF are read. */
  pages: 10_000,
  /** How many seconds the words of one page's picture may take to recognise, and those of all pictures of one document. */
  recognisedPage: 90,
  recognition: 3600,
  /** How many dots a picture may have: a page of A3 at 600 to an inch has 70 million. */
  dots: 100_000_000,
  /** How many pages of one document are recognised. */
  recognisedPages: 1_000,
} as const
