import { brokenPromises, type Document, quote } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { extract } from '../../extract.ts'

async function page(body: string, head = '<meta charset="utf-8">'): Promise<Document> {
  const document = await extract(Buffer.from(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`))
  expect(brokenPromises(document)).toEqual([])
  return document
}

const outline = (document: Document) => document.blocks.map((block) => `${block.kind}: ${quote(document.text, block)}`)

describe('web pages', () => {
  it('parts the letter from the site around it, and keeps both', async () => {
    const document = await page(
      `<div class="cookie-banner">We use cookies</div><nav><a href="/">Home</a></nav>
      <ul><li><a href="/a">A–Z</a></li><li><a href="/b">Bins</a></li><li><a href="/c">Council tax</a></li><li><a href="/d">Roads</a></li></ul>
      <h1>Parking fines</h1><p>We issued 1,204 fines in 2023, and hold no record of why they were cancelled.</p>
      <div class="site-footer">Ref FOI 77</div>`,
      '<title>FOI 77</title>',
    )
    expect(outline(document)).toEqual([
      'furniture: FOI 77',
      'furniture: We use cookies',
      'furniture: Home',
      'furniture: A–Z\nBins\nCouncil tax\nRoads',
      'heading: Parking fines',
      'paragraph: We issued 1,204 fines in 2023, and hold no record of why they were cancelled.',
      'furniture: Ref FOI 77',
    ])
  })

  it('takes what calls itself main for the letter, and its own header too', async () => {
    const document = await page(
      '<div>Phone us</div><main><header><h1>Lost phones</h1><p>FOI 12</p></header><p>None.</p><aside>See also</aside></main><div>Follow us</div>',
    )
    expect(outline(document)).toEqual([
      'furniture: Phone us',
      'heading: Lost phones',
      'paragraph: FOI 12',
      'paragraph: None.',
      'furniture: See also',
      'furniture: Follow us',
    ])
  })

  it('never takes most of the page for what stands around, whatever its class', async () => {
    const document = await page('<div class="page with-sidebar menu"><p>We hold no such records at all.</p></div>')
    expect(outline(document)).toEqual(['paragraph: We hold no such records at all.'])
  })

  it('is not misled by what a letter is about', async () => {
    const document = await page(
      '<h2 id="cookies">Cookies</h2><p>Twelve sites.</p><div class="adult-social-care">Social care: 4</div><div id="data-sharing">Sharing: 5</div>',
    )
    expect(document.blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph'])
  })

  it('keeps a list of enclosed files in the letter', async () => {
    const files = ['a', 'b', 'c', 'd'].map((name) => `<li><a href="/${name}.xlsx">${name}.xlsx</a></li>`).join('')
    const document = await page(`<p>Our answers are enclosed with this letter.</p><ul>${files}</ul>`)
    expect(document.text).toBe('Our answers are enclosed with this letter.\n\n• a.xlsx\n• b.xlsx\n• c.xlsx\n• d.xlsx')
    expect(document.links.map(({ href }) => href)).toEqual(['/a.xlsx', '/b.xlsx', '/c.xlsx', '/d.xlsx'])
  })

  it('prints the numbers of lists as a browser does', async () => {
    const document = await page(
      `<ol start="3"><li>How many?<ol type="a"><li>in 2022</li><li>in 2023</li></ol></li><li><p>Where?</p><p><b>Depot.</b></p></li><li value="9">When?</li></ol>
      <ol type="I"><li>one</li></ol><ul style="list-style: none"><li>plain</li></ul>`,
    )
    expect(document.text).toBe('3. How many?\na. in 2022\nb. in 2023\n4. Where?\n\nDepot.\n\n9. When?\nI. one\nplain')
    const levels = document.blocks.map((block) => (block.kind === 'item' ? block.level : 0))
    expect(levels).toEqual([1, 2, 2, 1, 0, 1, 1, 1])
    expect(document.bold.map((span) => quote(document.text, span))).toEqual(['Depot.'])
  })

  it('keeps line breaks, and parts paragraphs at two of them', async () => {
    const document = await page('<div>Our ref: 12<br>Date: 3 May 2023<br><br>Dear all<br> \n<br>None</div>')
    expect(outline(document)).toEqual([
      'paragraph: Our ref: 12\nDate: 3 May 2023',
      'paragraph: Dear all',
      'paragraph: None',
    ])
  })

  it('reads terms and what they stand for, a line each', async () => {
    const document = await page(
      '<dl><dt>Reference</dt><dd>FOI 12</dd><dt>Received:</dt><dd>3 May 2023</dd><dt>How many?</dt><dd>Two</dd></dl>',
    )
    expect(outline(document)).toEqual([
      'paragraph: Reference: FOI 12\nReceived: 3 May 2023\nHow many?',
      'paragraph: Two',
    ])
  })

  it('raises the marks of notes, and leaves ordinals as they are', async () => {
    const document = await page(
      '<p>We issued 12<sup><a href="#n1">1</a></sup> fines on the 1<sup>st</sup>, 7<span style="vertical-align: super">2</span> on 40 m<sup>2</sup>, CO<sub>2</sub>.</p><p id="n1"><sup>1</sup> As at 31 March.</p>',
    )
    expect(document.text).toBe('We issued 12¹ fines on the 1st, 7² on 40 m², CO₂.\n\n¹ As at 31 March.')
  })

  it('gives notes that are points of a list the marks of their links', async () => {
    const document = await page(
      `<p>We issued 12<sup id="r1"><a href="#n1">1</a></sup> fines, 7<a id="r2" href="#n2"><sup>2</sup></a> of them to vans<sup><a href="#n1">1</a></sup>, and 4<a role="doc-noteref" id="r4" href="#n4">4</a>. See <a href="#s">1</a>.</p>
      <ol><li id="s">How many?</li></ol>
      <h2>Notes</h2><ol>
      <li id="n1"><p>As at 31 March. <a href="#r1">↩</a></p><p>Not audited.</p></li>
      <li><a id="n2" href="#r2">^</a> Two of <a href="/b">them</a> abroad.</li>
      <li id="n3">Not linked.</li>
      <li id="n4"><sup>4</sup> <b>Cars</b> too.</li></ol>`,
    )
    expect(outline(document).map((line) => line.replaceAll('\n', '|'))).toEqual([
      'paragraph: We issued 12¹ fines, 7² of them to vans¹, and 4⁴. See 1.',
      'item: 1. How many?',
      'heading: Notes',
      'paragraph: ¹ As at 31 March.',
      'paragraph: Not audited.',
      'paragraph: ² Two of them abroad.',
      'item: 3. Not linked.',
      'paragraph: ⁴ Cars too.',
    ])
  })

  it('reads tables with their heads, captions and merged cells', async () => {
    const document = await page(
      `<table><caption>Fines</caption><thead><tr><th rowspan="2">Road</th><th colspan="2">Year</th></tr><tr><th>2022</th><th>2023</th></tr></thead>
      <tbody><tr><td>High<br>Street</td><td></td><td>1<sup>2</sup></td></tr></tbody></table>`,
    )
    expect(document.text).toBe('Fines\n\nRoad\tYear\n2022\t2023\nHigh Street\t\t1²')
    const table = document.blocks[1]
    expect(table).toMatchObject({ kind: 'table', headRows: 2, caption: { start: 0, end: 5 } })
    expect(table?.kind === 'table' && table.rows[0]?.cells).toMatchObject([
      { columns: 1, rows: 2 },
      { columns: 2, rows: 1 },
    ])
    const place = document.places.find((each) => quote(document.text, each) === '1²')?.place
    expect(place).toEqual({
      kind: 'element',
      selector: 'html > body > table:nth-of-type(1) > tbody:nth-of-type(1) > tr:nth-of-type(1) > td:nth-of-type(3)',
    })
  })

  it('unwraps a table that only arranges the page', async () => {
    const document = await page(
      '<table><tr><td>Logo</td><td><table><tr><th>Year</th><th>Fines</th></tr><tr><td>2023</td><td>4</td></tr></table></td></tr></table>',
    )
    expect(outline(document)).toEqual(['paragraph: Logo', 'table: Year\tFines\n2023\t4'])
  })

  it('leaves hidden words out and says so', async () => {
    const document = await page('<p>Two<span style="DISPLAY:none">three</span></p><p hidden>four</p>')
    expect(document.text).toBe('Two')
    expect(document.notes.map(({ code }) => code)).toEqual(['hidden-content'])
  })

  it('keeps earlier mail apart', async () => {
    const document = await page('<p>None held.</p><blockquote type="cite"><p>How many?</p></blockquote>')
    expect(outline(document)).toEqual(['paragraph: None held.', 'quoted: How many?'])
  })

  it('reads a broken page, and one in an encoding of its own', async () => {
    const broken = await extract(Buffer.from('<p>One<p>Two <b>bold<div>Three</table></i>'))
    expect(broken.text).toBe('One\n\nTwo bold\n\nThree')
    const cyrillic = Buffer.concat([Buffer.from('<html><meta charset="windows-1251"><p>'), Buffer.from([0xcf, 0xf0])])
    expect((await extract(cyrillic)).text).toBe('Пр')
    expect((await extract(Buffer.from('<p>\xa35 \x96 \x936\x94</p>', 'latin1'))).text).toBe('£5 – “6”')
  })

  it('makes a data file of a table that is too long', async () => {
    const rows = Array.from({ length: 10_001 }, (_, index) => `<tr><td>${index}</td><td>x</td></tr>`).join('')
    const document = await page(`<table><thead><tr><th>No</th><th>What</th></tr></thead>${rows}</table>`)
    expect(document.blocks[0]).toMatchObject({ kind: 'data_file', headRows: 1, rowCount: 10_001 })
    expect(document.text.split('\n')).toHaveLength(51)
    expect(document.notes.map(({ code }) => code)).toEqual(['data-file'])
  })

  it.for([
    ['open tags', `<p>${'<b>'.repeat(300_000)}`],
    ['cells', `<table><tr>${'<td>x'.repeat(100_000)}`],
    ['points', `<ul>${'<li>x'.repeat(100_000)}`],
    ['breaks', `<p>${'<br>'.repeat(100_000)}x`],
    ['marks of notes', `<p>${'<sup><a id="a" href="#n">1</a></sup>'.repeat(30_000)}<ol><li id="n">x`],
    ['styles', `<p style="${';'.repeat(500_000)}display">x`],
  ] as const)('ends soon with a hostile page of %s', async ([, source]) => {
    const started = process.threadCpuUsage().user
    await extract(Buffer.from(source)).catch((error: Error) => expect(error.name).toBe('UnreadableError'))
    expect((process.threadCpuUsage().user - started) / 1000).toBeLessThan(10_000)
  })

  it('reads elements nested deeply, and refuses what is nested beyond reason in a sentence', async () => {
    expect((await extract(Buffer.from(`<p>${'<div>'.repeat(700)}Two`))).text).toBe('Two')
    await expect(extract(Buffer.from(`<p>${'<div>'.repeat(20_000)}Two`))).rejects.toThrow('deep inside each other')
  })
})
