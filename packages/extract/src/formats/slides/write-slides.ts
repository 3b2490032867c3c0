import type { Options } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { type Pasted, readPasted } from '../picture/pasted.ts'
import { writeStory } from '../story/page.ts'
import type { StoryBlock } from '../story/story.ts'

/** What the slides of a presentation show, and what it carries beside that. */
export interface Slides {
  readonly body: readonly StoryBlock[]
  /** The numbers of slides that are not shown, from 1. */
  readonly hidden: readonly number[]
  readonly pictures: readonly Pasted[]
  /** How many slides keep words for their speaker. */
  readonly remarks: number
}

/** Says what slides show, and leaves notes of what they hide. */
export async function writeSlides(
  { body, hidden, pictures, remarks }: Slides,
  writer: Writer,
  options: Options,
): Promise<void> {
  writeStory({ heads: [], feet: [], body, notes: [] }, writer)
  if (hidden.length > 0)
    writer.note(
      'hidden-content',
      `Slides that are hidden (${hidden.join(', ')}) were ${options.includeHidden ? 'read too, as was asked' : 'left out'}.`,
    )
  const left = pictures.length - (await readPasted(pictures, writer, options))
  if (left > 0) writer.note('picture', `${left} ${left === 1 ? 'picture was' : 'pictures were'} left out.`)
  if (remarks > 0)
    writer.note(
      'comments',
      `What ${remarks} ${remarks === 1 ? 'slide keeps' : 'slides keep'} for its speaker was left out.`,
    )
}
