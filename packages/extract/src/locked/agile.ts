import { createDecipheriv, hash, timingSafeEqual } from 'node:crypto'
import { load } from 'cheerio/slim'
import { limits } from '../limits.ts'
import type { Lock } from './office.ts'

/** The lock of Office since 2010, told in XML: a password opens a key, and the key 4096 bytes at a time. Null where it is none. */
export function agileLock(told: Buffer): Lock | null {
  const xml = load(told.subarray(8, longestLock).toString('utf8'), { xml: true })
  const data = cipherOf(xml('keyData').attr() ?? {})
  const password = xml('p\\:encryptedKey').attr() ?? xml('encryptedKey').attr() ?? {}
  const own = cipherOf(password)
  const spins = Number(password.spinCount)
  if (data === null || own === null || !(spins >= 0 && spins <= limits.spins)) return null
  const sealed = (name: string) => Buffer.from(password[name] ?? '', 'base64')
  return {
    keyFor: (word) => {
      const spun = spin(own, word, spins)
      const open = (name: string, purpose: string) =>
        decrypt(own, fitted(hashed(own, spun, Buffer.from(purpose, 'hex')), own.keyBytes), own.salt, sealed(name))
      const input = open('encryptedVerifierHashInput', 'fea7d2763b4b9e79').subarray(0, own.salt.length)
      const expected = open('encryptedVerifierHashValue', 'd7aa0f6d3061344e')
      const found = hashed(own, input)
      const isRight = expected.length >= found.length && timingSafeEqual(expected.subarray(0, found.length), found)
      return isRight ? fitted(open('encryptedKeyValue', '146e0be7abacd0d6'), data.keyBytes) : null
    },
    open: (bytes, key) => {
      const pieces: Buffer[] = []
      for (let start = 0; start < bytes.length; start += segment) {
        const start4 = Buffer.alloc(4)
        start4.writeUInt32LE(start / segment)
        const piece = bytes.subarray(start, start + segment)
        pieces.push(decrypt(data, key, hashed(data, data.salt, start4), piece))
      }
      return Buffer.concat(pieces)
    },
  }
}

const segment = 4096
/** What tells of a lock has about a thousand characters. */
const longestLock = 64 * 1024

interface Cipher {
  readonly hash: string
  readonly salt: Buffer
  readonly blockBytes: number
  readonly keyBytes: number
}

function cipherOf(told: Readonly<Record<string, string>>): Cipher | null {
  const algorithm = hashes[(told.hashAlgorithm ?? '').replace('-', '').toUpperCase()]
  const keyBits = Number(told.keyBits)
  const isKnown =
    told.cipherAlgorithm === 'AES' && told.cipherChaining === 'ChainingModeCBC' && [128, 192, 256].includes(keyBits)
  if (!isKnown || algorithm === undefined) return null
  return { hash: algorithm, salt: Buffer.from(told.saltValue ?? '', 'base64'), blockBytes: 16, keyBytes: keyBits / 8 }
}

const hashes: Readonly<Record<string, string>> = { SHA1: 'sha1', SHA256: 'sha256', SHA384: 'sha384', SHA512: 'sha512' }

function hashed(cipher: Cipher, ...parts: readonly Buffer[]): Buffer {
  return hash(cipher.hash, Buffer.concat(parts), 'buffer')
}

/** Makes guessing slow: the password is hashed again and again, each time behind the number of the turn. */
function spin(cipher: Cipher, password: string, spins: number): Buffer {
  let last = hashed(cipher, cipher.salt, Buffer.from(password, 'utf16le'))
  const turn = Buffer.alloc(4 + last.length)
  for (let count = 0; count < spins; count += 1) {
    turn.writeUInt32LE(count)
    last.copy(turn, 4)
    last = hash(cipher.hash, turn, 'buffer')
  }
  return last
}

function decrypt(cipher: Cipher, key: Buffer, start: Buffer, bytes: Buffer): Buffer {
  const decipher = createDecipheriv(`aes-${cipher.keyBytes * 8}-cbc`, key, fitted(start, cipher.blockBytes))
  decipher.setAutoPadding(false)
  // The last block may be cut.
  const whole = bytes.subarray(0, bytes.length - (bytes.length % cipher.blockBytes))
  return Buffer.concat([decipher.update(whole), decipher.final()])
}

/** Cut, or filled up, to a length. */
function fitted(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes.subarray(0, length), Buffer.alloc(Math.max(0, length - bytes.length), 0x36)])
}
