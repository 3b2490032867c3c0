import type { Format } from '../../format.ts'

/** PowerPoint files since 2007: the words and tables of each slide, slide after slide. */
export const pptx: Format = {
  name: 'pptx',
  version: 2,
  mediaTypes: [
    'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    'application/vnd.openxmlformats-officedocument.presentationml.slideshow',
    'application/vnd.openxmlformats-officedocument.presentationml.template',
    'application/vnd.ms-powerpoint.presentation.macroenabled.12',
    'application/vnd.ms-powerpoint.slideshow.macroenabled.12',
  ],
  recognises: ({ signature }) => signature !== null && pptx.mediaTypes.includes(signature),
  read: async (bytes, writer, options) => {
    const { readPptx } = await import('./read.ts')
    await readPptx(bytes, writer, options)
  },
}
