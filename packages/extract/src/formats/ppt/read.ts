import { rootOf } from '../../compound.ts'
import { type Options, UnreadableError } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { type Atom, firstIn } from '../art/atoms.ts'
import { artKinds, picturesIn } from '../art/pictures.ts'
import { Bytes } from '../doc/bytes.ts'
import type { Pasted } from '../picture/pasted.ts'
import { writeSlides } from '../slides/write-slides.ts'
import type { StoryBlock } from '../story/story.ts'
import { isHidden, isLocked, type ListedSlide, listIn, type Presentation, pptKinds, presentationIn } from './parts.ts'
import { wordsOn } from './slide.ts'

const kind = 'a legacy PowerPoint file (.ppt)'

/**
 * Reads a presentation of the time before 2007 (MS-PPT): what stands on its slides, in their order. What is kept for the speaker and
 * slides that are hidden are left out, as in newer ones. Throws `UnreadableError` where it is locked, or has no slides.
 */
export async function readPpt(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const file = options.name ?? 'the file'
  const whole = rootOf(bytes)
  // PowerPoint could save so that 95 opened the file as well as 97.
  const root = whole?.storages.get('PP97_DUALSTORAGE') ?? whole
  const stream = (name: string) => new Bytes(root?.streams.get(name)?.() ?? Buffer.alloc(0))
  const [main, user] = [stream('PowerPoint Document'), stream('Current User')]
  if (isLocked(user, main))
    throw new UnreadableError(
      'encrypted',
      `Cannot read ${file}: it is ${kind} that is locked with a password, and such old locks cannot be opened yet. Save it as PPTX or PDF without a password and try again.`,
    )
  const presentation = presentationIn(user, main)
  const slides = slidesOf(presentation)
  if (slides.length === 0 && root?.streams.has('Text_Content')) throw before97(file)
  if (slides.length === 0)
    throw new UnreadableError('damaged', `Cannot read ${file} as ${kind}: it has no slides. Fetch it again.`)
  const stored = picturesIn(
    firstIn(firstIn(presentation.document, pptKinds.drawingGroup), artKinds.drawings),
    stream('Pictures'),
  )
  const body: StoryBlock[] = []
  const pictures: Pasted[] = []
  const hidden: number[] = []
  for (const [index, { slide, texts }] of slides.entries()) {
    if (slide === null) {
      writer.note('damaged-part', `Slide ${index + 1} is missing or damaged and was left out.`)
      continue
    }
    if (isHidden(slide)) hidden.push(index + 1)
    if (isHidden(slide) && !options.includeHidden) continue
    const words = wordsOn(slide, texts)
    for (const block of words.blocks) body.push(block)
    for (const number of words.pictures) pictures.push(stored[number - 1] ?? (() => null))
  }
  await writeSlides({ body, hidden, pictures, remarks: remarksIn(presentation) }, writer, options)
}

function before97(file: string): UnreadableError {
  return new UnreadableError(
    'unsupported',
    `Cannot read ${file}: it is a PowerPoint file of the time before PowerPoint 97, which cannot be read. Save it as PPTX or PDF and try again.`,
  )
}

interface FoundSlide {
  readonly slide: Atom | null
  readonly texts: ListedSlide['texts']
}

function slidesOf(presentation: Presentation): readonly FoundSlide[] {
  const listed = listIn(presentation.document, 0).map(({ part, texts }) => {
    const slide = presentation.part(part)
    return { slide: slide?.kind === pptKinds.slide ? slide : null, texts }
  })
  if (listed.some(({ slide }) => slide !== null)) return listed
  const found = presentation.slides()
  return found.map((slide, index) => ({ slide, texts: listed[index]?.texts ?? [] }))
}

/** How many pages of notes have words. */
function remarksIn(presentation: Presentation): number {
  return listIn(presentation.document, 2).filter(({ part, texts }) => {
    const page = presentation.part(part)
    return page?.kind === pptKinds.notes && wordsOn(page, texts).blocks.length > 0
  }).length
}
