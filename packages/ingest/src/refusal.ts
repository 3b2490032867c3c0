/** Why the file system said no: its code, and the end of a sentence with what to do. */
export interface Refusal {
  readonly code: string
  readonly why: string
}

/** What an error of the file system says, in words. */
export function refusal(error: unknown): Refusal {
  const code = codeOf(error)
  return { code, why: reasons[code] ?? `${error instanceof Error ? error.message : String(error)}.` }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown'
}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'there is nothing there. Check how it is spelt, or where its link leads.',
  EACCES: 'we may not read it. Change its permissions and run again.',
  EPERM: 'we may not read it. Change its permissions and run again.',
  ENOTDIR: 'a part of its path is a file and not a folder.',
  EISDIR: 'it is a folder.',
  ELOOP: 'its links lead round in a circle.',
  ENAMETOOLONG: 'its path is longer than this system can open. Move it higher up and run again.',
  EMFILE: 'this system lets us open no more files at once. Raise the limit (ulimit -n) and run again.',
  EIO: 'the disk could not be read. Check the disk or the network drive.',
  ENOSPC: 'the disk is full. Make room and run again.',
}
