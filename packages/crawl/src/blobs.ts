import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Bytes, kept once under their SHA-256: `blobs/ab/cd/abcd…`. They are whole or not there. */
export interface Blobs {
  /** A place to write bytes to as they come. */
  write(): Promise<BlobWriter>
  pathOf(sha256: string): string
  has(sha256: string): boolean
  /** @throws where they are not there. */
  read(sha256: string): Promise<Uint8Array>
}

export interface BlobWriter {
  add(chunk: Uint8Array): Promise<void>
  /** The first bytes that were added. */
  head(): Uint8Array
  keep(): Promise<{ readonly sha256: string; readonly bytes: number }>
  /** Throws away what was added. */
  drop(): Promise<void>
}

/** So much of what is written stays at hand, to tell what it is. */
const headBytes = 4_100

/** `folder` is made where it is missing; what a kill left half written is swept away. */
export async function openBlobs(folder: string): Promise<Blobs> {
  const half = join(folder, 'tmp')
  await mkdir(half, { recursive: true })
  for (const name of await readdir(half)) await rm(join(half, name), { force: true })
  let count = 0
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256)
  return {
    pathOf,
    has: (sha256) => existsSync(pathOf(sha256)),
    read: (sha256) => readFile(pathOf(sha256)),
    write: async () => {
      count += 1
      return await writerOf(join(half, `${process.pid}-${count}`), pathOf)
    },
  }
}

async function writerOf(path: string, pathOf: (sha256: string) => string): Promise<BlobWriter> {
  const file = await open(path, 'w')
  const hash = createHash('sha256')
  const heads: Uint8Array[] = []
  let bytes = 0
  return {
    add: async (chunk) => {
      if (bytes < headBytes) heads.push(chunk.subarray(0, headBytes - bytes).slice())
      bytes += chunk.length
      hash.update(chunk)
      await file.write(chunk)
    },
    head: () => Buffer.concat(heads),
    keep: async () => {
      const sha256 = hash.digest('hex')
      const place = pathOf(sha256)
      const known = await stat(place).catch(() => null)
      if (known?.size === bytes) {
        await file.close()
        await rm(path, { force: true })
        return { sha256, bytes }
      }
      await file.datasync()
      await file.close()
      await mkdir(dirname(place), { recursive: true })
      await chmod(path, 0o444)
      await rename(path, place)
      return { sha256, bytes }
    },
    drop: async () => {
      await file.close()
      await rm(path, { force: true })
    },
  }
}
