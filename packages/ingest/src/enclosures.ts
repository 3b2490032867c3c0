/** A file inside an e-mail or archive, as a letter beside it may mean it. */
export interface EnclosedFile {
  readonly document: string
  /** Its name inside the file; null for an e-mail itself. */
  readonly part: string | null
  readonly mediaType: string
  readonly isLetter: boolean
}

/** What a document says is enclosed. */
export interface Mention {
  readonly id: string
  /** The name of a file, or the words that say there is one ("the enclosed spreadsheet"). */
  readonly name: string
}

/**
 * Which files are meant by what a document says is enclosed: by their name, the nearest first; and by mere words where only one file can be
 * meant. What could be one of several, or is not there, is not in the map.
 */
export function meantFiles(
  part: string | null,
  mentions: readonly Mention[],
  files: readonly EnclosedFile[],
): ReadonlyMap<string, string> {
  const around = nearestFirst(part, files)
  const meant = new Map<string, string>()
  for (const { id, name } of mentions) {
    const found = named(name, around) ?? (isFileName(name) ? null : onlyOne(name, isMail(part, files), around))
    if (found !== null) meant.set(id, found)
  }
  return meant
}

/** The other files, parted by how many of the names around them they share with the document. */
function nearestFirst(part: string | null, files: readonly EnclosedFile[]): readonly (readonly EnclosedFile[])[] {
  const others = files.filter((each) => each.part !== part)
  const levels = Map.groupBy(others, (each) => shared(part, each.part))
  return [...levels].toSorted(([one], [other]) => other - one).map(([, level]) => level)
}

/** "2019.zip/letters/reply.docx" and "2019.zip/list.xlsx" share one step. */
function shared(one: string | null, other: string | null): number {
  const steps = (one ?? '').split('/')
  const others = (other ?? '').split('/')
  const differ = steps.findIndex((step, index) => step !== others[index])
  return differ === -1 ? steps.length : differ
}

function named(name: string, around: readonly (readonly EnclosedFile[])[]): string | null {
  const wanted = plainFileName(name)
  for (const level of around) {
    const found = distinct(level.filter(({ part }) => plainFileName(part ?? '') === wanted))
    const inside = found.length > 0 ? found : distinct(level.filter(({ part }) => isInside(wanted, part)))
    if (inside.length > 0) return inside.length === 1 ? (inside[0] ?? null) : null
  }
  return null
}

/** An archive that was opened: what it holds is meant. */
function isInside(archive: string, part: string | null): boolean {
  return (part ?? '').split('/').slice(0, -1).map(plainFileName).includes(archive)
}

/** "The enclosed spreadsheet": the only file around that is one. No letter encloses another, but an e-mail does. */
function onlyOne(words: string, byMail: boolean, around: readonly (readonly EnclosedFile[])[]): string | null {
  const kind = kinds.find((each) => each.words.test(words)) ?? anyFile
  for (const level of around) {
    const candidates = level.filter((file) => kind.fits(file) && !isOfMail(file) && (byMail || !file.isLetter))
    const found = distinct(candidates)
    if (found.length > 0) return found.length === 1 ? (found[0] ?? null) : null
  }
  return null
}

interface KindOfFile {
  readonly words: RegExp
  readonly fits: (file: EnclosedFile) => boolean
}

const anyFile: KindOfFile = { words: /./, fits: () => true }
const kinds: readonly KindOfFile[] = [
  { words: /\b(?:spread-?sheet|excel|work-?book)/i, fits: ofType(/spreadsheet|ms-excel|csv/) },
  { words: /\bcsv\b/i, fits: ofType(/csv/) },
  { words: /\bpdf\b/i, fits: ofType(/pdf/) },
  { words: /\bword (?:document|file)/i, fits: ofType(/word/) },
  { words: /\b(?:response|reply|decision|letter)\b/i, fits: ({ isLetter }) => isLetter },
]

function ofType(type: RegExp): KindOfFile['fits'] {
  return ({ mediaType }) => type.test(mediaType)
}

function isMail(part: string | null, files: readonly EnclosedFile[]): boolean {
  return files.some((file) => file.part === part && isOfMail(file))
}

function isOfMail({ mediaType }: EnclosedFile): boolean {
  return mediaType === 'message/rfc822'
}

function distinct(files: readonly EnclosedFile[]): readonly string[] {
  return [...new Set(files.map(({ document }) => document))]
}

function isFileName(name: string): boolean {
  return /\.[a-z]{3,4}$/i.test(name.trim())
}

/** The form under which two names are one file's: no folders, one case, one kind of space. */
function plainFileName(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? '')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim()
}
