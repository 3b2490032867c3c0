import { strToU8, zipSync } from 'fflate'

/** A PowerPoint file of these slides: what stands in each one's tree of shapes, and the slide's own attributes. */
export function slidesFile(
  slides: readonly { readonly shapes: string; readonly attributes?: string }[],
  parts: Readonly<Record<string, string | Uint8Array>> = {},
): Uint8Array {
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const names = `xmlns:p="urn:p" xmlns:a="urn:a" xmlns:r="${office}"`
  const main = 'application/vnd.openxmlformats-officedocument.presentationml'
  const relations = (all: readonly string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
  // The first slide to be shown is the last part, as after slides were moved.
  const part = (index: number) => `slides/slide${slides.length - index}.xml`
  const files: Record<string, string | Uint8Array> = {
    ...parts,
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/ppt/presentation.xml" ContentType="${main}.presentation.main+xml"/></Types>`,
    '_rels/.rels': relations([`<Relationship Id="r1" Type="${office}/officeDocument" Target="ppt/presentation.xml"/>`]),
    'ppt/presentation.xml': `<p:presentation ${names}><p:sldIdLst>${slides.map((_, index) => `<p:sldId id="${256 + index}" r:id="s${index}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': relations(
      slides.map((_, index) => `<Relationship Id="s${index}" Type="${office}/slide" Target="${part(index)}"/>`),
    ),
  }
  for (const [index, { shapes, attributes = '' }] of slides.entries())
    files[`ppt/${part(index)}`] =
      `<p:sld ${names} ${attributes}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  )
}

/** A box of the slide; `kind` is what its layout calls it. */
export function box(paragraphs: readonly string[], kind = ''): string {
  const holder = kind === '' ? '' : `<p:ph type="${kind}"/>`
  return `<p:sp><p:nvSpPr><p:nvPr>${holder}</p:nvPr></p:nvSpPr><p:txBody>${paragraphs.join('')}</p:txBody></p:sp>`
}

export function words(text: string, look = ''): string {
  return `<a:p>${look}<a:r><a:t>${text}</a:t></a:r></a:p>`
}
