/** Why a dataset could not be opened, read or written. */
export type StoreErrorCode =
  | 'missing'
  | 'no_folder'
  | 'not_a_file'
  | 'not_sqlite'
  | 'not_ours'
  | 'newer'
  | 'older'
  | 'damaged'
  | 'locked'
  | 'full'
  | 'read_only'
  | 'bad_query'
  | 'bad_correction'
  | 'too_slow'
  | 'failed'

/** Something that the dataset could not do, as a sentence for the person at the keyboard. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? {} : { cause })
    this.code = code
  }
}

/** Runs a step on a file; whatever SQLite says becomes a sentence. */
export function saying<Result>(doing: string, path: string, step: () => Result): Result {
  try {
    return step()
  } catch (error) {
    throw asStoreError(doing, path, error)
  }
}

function asStoreError(doing: string, path: string, error: unknown): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (!/^SQLITE_|^E[A-Z]+$/.test(code)) return error
  const told = sentences.find(([pattern]) => pattern.test(code))
  if (!told) return new StoreError('failed', `Cannot ${doing} ${path}: ${error.message}.`, error)
  const [, kind, why] = told
  return new StoreError(kind, `Cannot ${doing} ${path}: ${why}`, error)
}

const sentences: readonly (readonly [RegExp, StoreErrorCode, string])[] = [
  [
    /^SQLITE_(?:BUSY|LOCKED)/,
    'locked',
    'another program is writing to it. Wait until that has ended, or close it, and run this again; nothing was lost.',
  ],
  [
    /^SQLITE_FULL|^ENOSPC|^EDQUOT/,
    'full',
    'the disk is full. Make room and run this again; what was finished before is kept.',
  ],
  [
    /^SQLITE_(?:READONLY|PERM|AUTH)|^EACCES|^EROFS|^EPERM/,
    'read_only',
    'it, or its folder, must not be written to. Choose another file with --db, or allow writing.',
  ],
  [
    /^SQLITE_CANTOPEN|^ENOENT|^ENOTDIR/,
    'no_folder',
    'it could not be opened. Look whether its folder is there and may be written to.',
  ],
  [/^SQLITE_(?:CORRUPT|NOTADB)/, 'damaged', 'the file is damaged. Move it away and run ingest again to build it anew.'],
  [
    /^SQLITE_IOERR|^EIO/,
    'failed',
    'the disk reported an error. Look whether it is full or failing, and run this again.',
  ],
]
