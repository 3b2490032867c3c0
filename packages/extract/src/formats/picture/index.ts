import type { Format } from '../../format.ts'

/** Pictures of pages: words that are recognised in them, with their boxes, as in a scanned PDF. */
export const png = picture('png', 'image/png')
export const jpeg = picture('jpeg', 'image/jpeg')
/** Of several pages, as fax machines and scanners make them. */
export const tiff = picture('tiff', 'image/tiff')

/** As pages of the web and programs that draw have them. */
export const webp = picture('webp', 'image/webp')
export const gif = picture('gif', 'image/gif')
export const bmp = picture('bmp', 'image/bmp')

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
