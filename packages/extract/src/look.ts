import { isWithoutList, namesBefore } from './cut/files-before.ts'
import { decode } from './encoding.ts'
import type { Look } from './format.ts'
import { kindOfCompound } from './kinds.ts'
import { limits } from './limits.ts'

/** Takes the first look at a file: its signature, and its beginning as text. */
export async function lookAt(bytes: Uint8Array): Promise<Look> {
  const head = bytes.subarray(0, limits.look)
  const known = ownSignature(head)
  if (known !== null) return { bytes, signature: known, text: null }
  const text = decode(head, head.length < bytes.length)?.text ?? null
  if (text !== null && !isNamedByText(head)) return { bytes, signature: null, text }
  return { bytes, signature: await signatureOf(bytes), text: null }
}

/** Signatures in plain characters, which would pass for text, and one that is little known. A PDF's may stand behind up to a kilobyte of other bytes. */
function ownSignature(head: Uint8Array): string | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 1024)).toString('latin1')
  if (start.includes('%PDF-')) return 'application/pdf'
  if (start.startsWith('{\\rtf')) return 'application/rtf'
  if (start.startsWith('%!PS')) return 'application/postscript'
  if (start.startsWith('\x78\x9f\x3e\x22')) return 'application/vnd.ms-tnef'
  if (start.startsWith('!BDN')) return 'application/vnd.ms-outlook.store'
  if (start.startsWith('\xdb\xa5')) return 'application/msword.2'
  if (start.startsWith('\xffWPC')) return 'application/vnd.wordperfect'
  if (start.startsWith('\x00\x01\x00\x00Standard ')) return 'application/x-msaccess'
  if (beginningsOfXls.some((each) => start.startsWith(each))) return 'application/vnd.ms-excel'
  return null
}

/** Excel 2, 3 and 4 wrote their records without a compound file around them. */
const beginningsOfXls = ['\x09\x00\x04\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00']

/** A zip or a picture cut so short that no odd byte is left is still no text. */
function isNamedByText(head: Uint8Array): boolean {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 8)).toString('latin1')
  return start.startsWith('PK\u0003\u0004') || start.startsWith('GIF8')
}

async function signatureOf(bytes: Uint8Array): Promise<string | null> {
  const { fileTypeFromBuffer } = await import('file-type')
  try {
    const told = (await fileTypeFromBuffer(bytes))?.mime ?? null
    if (told === 'application/x-cfb') return kindOfCompound(bytes)
    return told === 'application/zip' ? (officeByParts(bytes) ?? told) : told
  } catch {
    return null
  }
}

/** What an Office file is may stand at its end; where that is missing, the names of its parts tell, as they always do for a binary workbook. */
function officeByParts(bytes: Uint8Array): string | null {
  const parts = namesBefore(bytes)
  if (parts.some((name) => /^(?:Index\/Document\.iwa|Index\.zip|index\.apxl|index\.xml\.gz)$/.test(name)))
    return 'application/vnd.apple.iwork'
  if (parts.some((name) => name.endsWith('.fdseq'))) return 'application/vnd.ms-xpsdocument'
  if (parts.includes('xl/workbook.bin')) return 'application/vnd.ms-excel.sheet.binary.macroenabled.12'
  if (!isWithoutList(bytes)) return null
  const names = new Set(parts.map((name) => name.split('/', 1)[0] ?? ''))
  const office = 'application/vnd.openxmlformats-officedocument'
  if (!names.has('_rels') && !names.has('docProps') && !names.has('[Content_Types].xml')) return null
  if (names.has('word')) return `${office}.wordprocessingml.document`
  return names.has('xl') ? `${office}.spreadsheetml.sheet` : null
}
