import { streamsOf } from '../compound.ts'
import { UnreadableError } from '../format.ts'
import { limits } from '../limits.ts'
import { agileLock } from './agile.ts'
import { standardLock } from './standard.ts'

/** A lock of ECMA-376: the key that a password makes, and what it opens. */
export interface Lock {
  /** Null where the password is not the right one. */
  readonly keyFor: (password: string) => Buffer | null
  /** The packed file, of which `length` bytes are real; where the end is missing, what is left of it. */
  readonly open: (sealed: Buffer, key: Buffer) => Buffer
}

/**
 * The Word or Excel file (a ZIP) inside a locked one, which is an old compound file with the lock in one stream and the
 * sealed file in another. Throws `UnreadableError`: `encrypted` without the right password, `damaged`, `unsupported`.
 */
export function unlockOffice(bytes: Uint8Array, password: string | null, file: string): Uint8Array {
  const streams = streamsOf(bytes)
  if ([...(streams?.keys() ?? [])].some((name) => name.startsWith('DRMEncrypted'))) throw forChosenPeople(file)
  const sealed = streams?.get('EncryptedPackage')?.()
  const told = streams?.get('EncryptionInfo')?.()
  if (!sealed || !told || sealed.length < 8) throw password === null ? noPassword(file) : damaged(file)
  const lock = lockOf(told, file)
  const key = [...(password === null ? [] : [password]), passwordOfExcel]
    .map((each) => lock.keyFor(each.normalize('NFC')))
    .find((each) => each !== null)
  if (!key) throw password === null ? noPassword(file) : wrongPassword(file)
  const length = Math.min(Number(sealed.readBigUInt64LE(0)), limits.file)
  return new Uint8Array(lock.open(sealed.subarray(8), key).subarray(0, length))
}

/** Excel locks with this a workbook that anybody may read and only some may change; it opens such files without asking. */
const passwordOfExcel = 'VelvetSweatshop'

function lockOf(told: Buffer, file: string): Lock {
  const [major, minor] = told.length < 8 ? [0, 0] : [told.readUInt16LE(0), told.readUInt16LE(2)]
  const lock = major === 4 && minor === 4 ? agileLock(told) : minor === 2 ? standardLock(told) : null
  if (lock === null)
    throw new UnreadableError(
      'unsupported',
      `Cannot read ${file}: it is a Word or Excel file that is locked in a way that is not known (${major}.${minor}). Save it without a password and try again.`,
    )
  return lock
}

function forChosenPeople(file: string): UnreadableError {
  return new UnreadableError(
    'encrypted',
    `Cannot read ${file}: it is a Word or Excel file that only chosen people may open (rights management), and no password opens it. Ask for a copy without that.`,
  )
}

function noPassword(file: string): UnreadableError {
  return new UnreadableError(
    'encrypted',
    `Cannot read ${file}: it is a Word or Excel file that is locked with a password; give its password`,
  )
}

function wrongPassword(file: string): UnreadableError {
  return new UnreadableError(
    'encrypted',
    `Cannot read ${file}: it is a Word or Excel file that is locked, and the password given does not open it`,
  )
}

function damaged(file: string): UnreadableError {
  return new UnreadableError(
    'damaged',
    `Cannot read ${file}: it is a locked Word or Excel file, and what tells of its lock is damaged. Fetch it again.`,
  )
}
