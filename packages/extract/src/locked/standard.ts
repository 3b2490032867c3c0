import { createDecipheriv, hash, timingSafeEqual } from 'node:crypto'
import type { Lock } from './office.ts'

/** The lock of Office 2007: AES by blocks, and SHA-1 fifty thousand times. Null where the lock says anything else. */
export function standardLock(told: Buffer): Lock | null {
  if (told.length < 48) return null
  const header = 12
  const verifier = header + told.readUInt32LE(8)
  const keyBits = keyBitsOf[told.readUInt32LE(header + 8)]
  if (keyBits === undefined || verifier + 72 > told.length) return null
  const salt = told.subarray(verifier + 4, verifier + 20)
  const input = told.subarray(verifier + 20, verifier + 36)
  const expected = told.subarray(verifier + 40, verifier + 72)
  const open = (bytes: Buffer, key: Buffer) => {
    const decipher = createDecipheriv(`aes-${keyBits}-ecb`, key, null)
    decipher.setAutoPadding(false)
    return Buffer.concat([decipher.update(bytes.subarray(0, bytes.length - (bytes.length % 16))), decipher.final()])
  }
  return {
    keyFor: (password) => {
      const key = keyOf(password, salt).subarray(0, keyBits / 8)
      return timingSafeEqual(sha1(open(input, key)), open(expected, key).subarray(0, 20)) ? key : null
    },
    open,
  }
}

/** By the number of the algorithm, as Windows counts them. */
const keyBitsOf: Readonly<Record<number, number>> = { 26126: 128, 26127: 192, 26128: 256 }

const spins = 50_000

function keyOf(password: string, salt: Buffer): Buffer {
  let last = sha1(salt, Buffer.from(password, 'utf16le'))
  const turn = Buffer.alloc(24)
  for (let count = 0; count < spins; count += 1) {
    turn.writeUInt32LE(count)
    last.copy(turn, 4)
    last = hash('sha1', turn, 'buffer')
  }
  const final = sha1(last, Buffer.alloc(4))
  const half = (fill: number) => sha1(Buffer.from(Buffer.alloc(64, fill).map((byte, at) => byte ^ (final[at] ?? 0))))
  return Buffer.concat([half(0x36), half(0x5c)])
}

function sha1(...parts: readonly Buffer[]): Buffer {
  return hash('sha1', Buffer.concat(parts), 'buffer')
}
