import { readFileSync } from 'node:fs'
import { quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from './extract.ts'
import { formats } from './formats/index.ts'
import { noteMeanings } from './notes.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

describe('the README', () => {
  it('explains every note and every format', () => {
    const explained = [...readme.matchAll(/^\| `([a-z\d-]+)` \| \S/gm)].map(([, code]) => code)
    expect(explained).toEqual(expect.arrayContaining(Object.keys(noteMeanings)))
    expect(explained).toEqual(expect.arrayContaining(formats.map(({ name }) => name)))
  })

  it('shows what really comes out of its example', async () => {
    const [, letter = ''] = /const letter = '([^']+)'/.exec(readme) ?? []
    const document = await extract(Buffer.from(letter.replaceAll('\\n', '\n')), { name: 'reply.txt' })
    expect(document).toMatchObject({ mediaType: 'text/plain', reader: 'text@1' })
    const spans = document.blocks.map(({ start, end }) => `[${start}, ${end})`).join(', ')
    expect(readme).toContain(`three paragraphs: ${spans}`)
    expect(document.blocks.map((block) => quote(document.text, block))).toContain('Two.')
  })
})
