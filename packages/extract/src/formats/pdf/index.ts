import type { Format } from '../../format.ts'

/**
 * PDF files: words with their boxes, lines, paragraphs, lists, tables, page heads and feet. Pages that are pictures are recognised.
 * A file without any words is refused as `unsupported`, one that asks for a password as `encrypted`.
 */
export const pdf: Format = {
  name: 'pdf',
  version: 9,
  mediaTypes: ['application/pdf'],
  // Mail gateways put a line or two before "%PDF-"; readers accept it within the first kilobyte.
  recognises: ({ bytes, signature }) => signature === 'application/pdf' || beginsWithin(bytes, 1024),
  read: async (bytes, writer, options) => {
    const { readPdf } = await import('./read.ts')
    await readPdf(bytes, writer, options)
  },
}

function beginsWithin(bytes: Uint8Array, limit: number): boolean {
  return Buffer.from(bytes.subarray(0, limit)).includes('%PDF-')
}
