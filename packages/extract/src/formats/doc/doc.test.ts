import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

const letter = readFileSync(new URL('../story/one-letter/letter.doc', import.meta.url))
/** The head of the text: the first stream of such a file, as LibreOffice writes it. */
const head = letter.indexOf(Buffer.from('eca5', 'hex'))

function with16(at: number, change: (number: number) => number): Uint8Array {
  const changed = Buffer.from(letter)
  changed.writeUInt16LE(change(changed.readUInt16LE(head + at)), head + at)
  return changed
}

describe('Word files before 2007', () => {
  it('says in a sentence that one is locked', async () => {
    const locked = extract(
      with16(0x0a, (flags) => flags | 0x0100),
      { name: 'a.doc' },
    )
    await expect(locked).rejects.toMatchObject({ code: 'encrypted' })
  })

  it('says in a sentence that the text is gone, or that its end is', async () => {
    const gone = extract(
      with16(0, () => 0),
      { name: 'a.doc' },
    )
    await expect(gone).rejects.toMatchObject({ code: 'damaged' })
    await expect(extract(letter.subarray(0, 3000), { name: 'a.doc' })).rejects.toMatchObject({ code: 'damaged' })
  })
})
