import { brokenPromises } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'
import { originalsIn } from '../../parts.ts'

const saved = (from: string) =>
  Buffer.from(
    [
      ...(from === '' ? [] : [from]),
      'Subject: FOI 12 - Amblethorpe Borough Council',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html"; boundary="b"',
      '',
      '--b',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: https://www.amblethorpe.example/foi/12',
      '',
      '<html><body><h1>FOI 12</h1><p>We issued 310 fines, =C2=A341 each.</p><img src=3D"https://www.amblethorpe.example/logo.png"></body></html>',
      '--b',
      'Content-Type: text/css',
      'Content-Location: https://www.amblethorpe.example/site.css',
      '',
      'p { color: red }',
      '--b',
      'Content-Type: image/png',
      'Content-Transfer-Encoding: base64',
      'Content-Location: https://www.amblethorpe.example/logo.png',
      '',
      'iVBORw0KGgo=',
      '--b--',
      '',
    ].join('\r\n'),
  )

describe('a web page that was saved in one file', () => {
  it.for(['From: <Saved by Blink>', 'From: "Saved by Windows Internet Explorer 11"', ''])(
    'is read as the page, and its parts are no files: %s',
    async (from) => {
      const document = await extract(saved(from), { name: 'page.mht' })
      expect(brokenPromises(document)).toEqual([])
      expect(document.mediaType).toBe('multipart/related')
      expect(document.text).toContain('FOI 12\n\nWe issued 310 fines, £41 each.')
      expect(document.text).not.toContain('Saved by')
      const files: string[] = []
      for await (const each of originalsIn(saved(from), { name: 'page.mht' })) files.push(each.part ?? 'the page')
      expect(files).toEqual(['the page'])
    },
  )

  it('is an e-mail where somebody sent it', async () => {
    const document = await extract(saved('From: foi@amblethorpe.example\r\nTo: a@b.example'), { name: 'page.eml' })
    expect(document.mediaType).toBe('message/rfc822')
  })

  it('without a page comes to a sentence', async () => {
    const empty = Buffer.from('MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b--\r\n')
    await expect(extract(empty, { name: 'page.mht' })).rejects.toThrow('Cannot read page.mht as a saved web page')
  })
})
