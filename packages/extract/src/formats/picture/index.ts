import type { Format } from '../../format.ts'

/** Pictures of pages: words that are recognised in them, with their boxes, as in a scanned PDF. */
export const png = picture('png', 'image/png')
export const jpeg = picture('jpeg', 'image/jpeg')
/** Of several pages, as fax machines and scanners make them. */
export const tiff = picture('tiff', 'image/tiff')

function picture(name: string, mediaType: string): Format {
  return {
    name,
    version: 4,
    mediaTypes: [mediaType],
    recognises: ({ signature }) => signature === mediaType,
    read: async (bytes, writer, options) => {
      const { readPicture } = await import('./read.ts')
      await readPicture(bytes, mediaType, writer, options)
    },
  }
}
