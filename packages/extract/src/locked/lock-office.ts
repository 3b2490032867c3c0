import { createCipheriv, hash, randomBytes } from 'node:crypto'
import { CFB } from '@e965/xlsx'

/** A Word or Excel file locked as Office has done since 2010, for tests; `more` replaces what the lock tells of itself. */
export function lockAgile(file: Uint8Array, password: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const [salt, dataSalt, key, input] = [randomBytes(16), randomBytes(16), randomBytes(32), randomBytes(16)]
  const spins = 1000
  let spun = sha512(salt, Buffer.from(password, 'utf16le'))
  for (let turn = 0; turn < spins; turn += 1) spun = sha512(number4(turn), spun)
  const seal = (purpose: string, bytes: Buffer) =>
    aes('cbc', sha512(spun, Buffer.from(purpose, 'hex')).subarray(0, 32), salt, bytes).toString('base64')
  const common =
    'saltSize="16" blockSize="16" keyBits="256" hashSize="64" cipherAlgorithm="AES" cipherChaining="ChainingModeCBC" hashAlgorithm="SHA512"'
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<encryption xmlns="http://schemas.microsoft.com/office/2006/encryption" xmlns:p="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><keyData ${common} saltValue="${dataSalt.toString('base64')}"/><keyEncryptors><keyEncryptor uri="http://schemas.microsoft.com/office/2006/keyEncryptor/password"><p:encryptedKey spinCount="${more.spinCount ?? spins}" ${common} saltValue="${salt.toString('base64')}" encryptedVerifierHashInput="${seal('fea7d2763b4b9e79', input)}" encryptedVerifierHashValue="${seal('d7aa0f6d3061344e', sha512(input))}" encryptedKeyValue="${seal('146e0be7abacd0d6', key)}"/></keyEncryptor></keyEncryptors></encryption>`
  const pieces: Buffer[] = []
  for (let start = 0; start < file.length; start += 4096) {
    const piece = Buffer.from(file.subarray(start, start + 4096))
    const filled = Buffer.concat([piece, Buffer.alloc((16 - (piece.length % 16)) % 16)])
    pieces.push(aes('cbc', key, sha512(dataSalt, number4(start / 4096)).subarray(0, 16), filled))
  }
  return compound(Buffer.concat([Buffer.from('0400040040000000', 'hex'), Buffer.from(xml)]), file.length, pieces)
}

/** The same as Office 2007 did it, with a key of 128 bits. */
export function lockStandard(file: Uint8Array, password: string): Uint8Array {
  const [salt, input] = [randomBytes(16), randomBytes(16)]
  let spun = sha1(salt, Buffer.from(password, 'utf16le'))
  for (let turn = 0; turn < 50_000; turn += 1) spun = sha1(number4(turn), spun)
  const final = sha1(spun, number4(0))
  const key = sha1(Buffer.from(Buffer.alloc(64, 0x36).map((byte, at) => byte ^ (final[at] ?? 0)))).subarray(0, 16)
  const header = Buffer.alloc(34)
  for (const [at, value] of [0x24, 0, 0x660e, 0x8004, 128, 0x18].entries()) header.writeUInt32LE(value, at * 4)
  const told = Buffer.concat([
    ...[Buffer.from('0400020024000000', 'hex'), number4(header.length), header, number4(16), salt],
    ...[aes('ecb', key, null, input), number4(20)],
    aes('ecb', key, null, Buffer.concat([sha1(input), Buffer.alloc(12)])),
  ])
  const filled = Buffer.concat([file, Buffer.alloc((16 - (file.length % 16)) % 16)])
  return compound(told, file.length, [aes('ecb', key, null, filled)])
}

function compound(told: Buffer, length: number, sealed: readonly Buffer[]): Uint8Array {
  const size = Buffer.alloc(8)
  size.writeBigUInt64LE(BigInt(length))
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/EncryptionInfo', told)
  CFB.utils.cfb_add(file, '/EncryptedPackage', Buffer.concat([size, ...sealed]))
  return new Uint8Array(CFB.write(file, { type: 'buffer' }))
}

function aes(mode: 'cbc' | 'ecb', key: Buffer, start: Buffer | null, bytes: Buffer): Buffer {
  const cipher = createCipheriv(`aes-${key.length * 8}-${mode}`, key, start)
  cipher.setAutoPadding(false)
  return Buffer.concat([cipher.update(bytes), cipher.final()])
}

function sha512(...parts: readonly Buffer[]): Buffer {
  return hash('sha512', Buffer.concat(parts), 'buffer')
}

function sha1(...parts: readonly Buffer[]): Buffer {
  return hash('sha1', Buffer.concat(parts), 'buffer')
}

function number4(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}
