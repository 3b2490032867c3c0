import type { Options } from '../../format.ts'
import type { Writer } from '../../writer.ts'

/** A document with fewer characters than this is no letter by itself: what it says may be in its pictures. */
const few = 600

/** A picture within a document: its bytes, unpacked when they are asked for; null where it is missing. */
export type Pasted = () => Uint8Array | null

/**
 * A letter that was scanned and pasted into an empty document: where the document has hardly a word of its own, the words of its
 * pictures are recognised and written after those, each picture's in the place `img:nth-of-type(N)`. Returns how many were.
 */
export async function readPasted(pictures: readonly Pasted[], writer: Writer, options: Options): Promise<number> {
  if (pictures.length === 0 || writer.length >= few || options.recognition.off) return 0
  const { recognisePasted } = await import('./pasted-words.ts')
  return recognisePasted(pictures, writer, options)
}
