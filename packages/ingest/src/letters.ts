/** Files that stand beside letters and tell about them, and files that tools leave behind. */
const notLetters: readonly { readonly what: string; readonly name: RegExp }[] = [
  { what: 'hidden files and folders', name: /^\./ },
  { what: 'sidecars (NAME.source.json, sources.csv)', name: /^(?:sources\.csv|(?:.+\.)?source\.json)$/i },
  { what: 'lists of authorities (authorities.csv)', name: /^authorities\.csv$/i },
  { what: 'lists of who was asked (asked.csv)', name: /^asked\.csv$/i },
  { what: 'gold labels (gold.json)', name: /^(?:.+\.)?gold\.json$/i },
  {
    what: 'files about the folder (README, LICENCE …)',
    name: /^(?:readme|licen[cs]e|notice|changelog|contributing)(?:\.(?:md|txt|html?|rst))?$/i,
  },
  { what: 'datasets', name: /\.(?:sqlite3?|db)(?:-wal|-shm|-journal)?$/i },
  {
    what: 'what programs leave behind',
    name: /^(?:node_modules|__MACOSX|Thumbs\.db|desktop\.ini|~\$.*|.*\.(?:tmp|part|crdownload))$/i,
  },
]

/** What a file or folder of this name is, where it is no letter; else null. */
export function notALetter(name: string): string | null {
  return notLetters.find((each) => each.name.test(name))?.what ?? null
}

/** Is a document of this kind a letter, so that no other letter encloses it? */
export function isLetter(kind: string | undefined): boolean {
  return kind === 'foi_response' || kind === 'internal_review'
}
