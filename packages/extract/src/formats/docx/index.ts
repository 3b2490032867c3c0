import type { Format } from '../../format.ts'

/** Word files since 2007. Numbers of lists are read as Word prints them, tracked changes as if accepted. */
export const docx: Format = {
  name: 'docx',
  version: 6,
  mediaTypes: [
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
    'application/vnd.ms-word.document.macroenabled.12',
  ],
  recognises: ({ signature }) => signature !== null && docx.mediaTypes.includes(signature),
  read: async (bytes, writer, options) => {
    const { readDocx } = await import('./read.ts')
    await readDocx(bytes, writer, options)
  },
}
