import { strToU8, zipSync } from 'fflate'

const names = ['office', 'text', 'table', 'style', 'fo', 'number', 'draw', 'calcext', 'xlink', 'presentation']
  .map((name) => `xmlns:${name}="urn:${name}"`)
  .join(' ')

export interface SmallOdf {
  readonly kind: 'text' | 'spreadsheet' | 'presentation'
  /** Inside `office:automatic-styles`. */
  readonly styles?: string
  /** Inside `office:text` or `office:spreadsheet`. */
  readonly body: string
  /** The part with named styles and pages. */
  readonly named?: string
  readonly manifest?: string
  /** Other parts: pictures. */
  readonly parts?: Readonly<Record<string, Uint8Array>>
}

/** A zipped OpenDocument file. */
export function odfFile({ kind, styles = '', body, named = '', manifest = '', parts = {} }: SmallOdf): Uint8Array {
  const type = `application/vnd.oasis.opendocument.${kind}`
  return zipSync({
    ...parts,
    mimetype: [strToU8(type), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${names}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(`<office:document-styles ${names}>${named}</office:document-styles>`),
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="urn:manifest">${manifest}</manifest:manifest>`,
    ),
  })
}
