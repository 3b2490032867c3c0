import { type Options, UnreadableError } from '../../format.ts'
import type { Writer } from '../../writer.ts'
import { type Parts, unfold, wholeZip } from '../../zip.ts'
import { targetsOf } from '../docx/targets.ts'
import { all, xmlOf } from '../docx/xml.ts'
import { descendants } from '../html/dom.ts'
import type { Pasted } from '../picture/pasted.ts'
import { writeSlides } from '../slides/write-slides.ts'
import type { StoryBlock } from '../story/story.ts'
import { blocksOf } from './slide.ts'

/**
 * Reads a presentation: what stands on its slides, in their order. What a slide's author would say to it is left out, and so are
 * slides that are hidden; a note tells of both. Throws `UnreadableError` where it has no slides.
 */
export async function readPptx(bytes: Uint8Array, writer: Writer, options: Options): Promise<void> {
  const file = options.name ?? 'the file'
  const whole = await wholeZip(bytes, file, writer)
  const parts = unfold(whole, isRead)
  const slides = slidesOf(parts)
  if (slides.length === 0)
    throw new UnreadableError(
      'damaged',
      `Cannot read ${file} as a PowerPoint file (PPTX): it has no slides. Fetch it again.`,
    )
  const body: StoryBlock[] = []
  const hidden: number[] = []
  let remarks = 0
  const pictures: Pasted[] = []
  for (const [index, name] of slides.entries()) {
    const slide = xmlOf(parts, name)
    const [root] = slide ? all(slide, 'p:sld') : []
    if (!slide || !root) {
      writer.note('damaged-part', `Slide ${index + 1} is missing or damaged and was left out.`)
      continue
    }
    const isHidden = /^(?:0|false|off)$/.test(root.attribs.show ?? '')
    if (isHidden) hidden.push(index + 1)
    if (isHidden && !options.includeHidden) continue
    body.push(...blocksOf(root))
    const targets = targetsOf(parts, name)
    for (const picture of all(slide, 'p:pic')) {
      const id = [...descendants(picture)].find((each) => each.name === 'a:blip')?.attribs['r:embed']
      const target = targets.find((each) => each[2] === id)?.[1] ?? ''
      pictures.push(() => unfold(whole, (part) => part === target)[target] ?? null)
    }
    if (targets.some(([type]) => type.endsWith('/notesSlide'))) remarks += 1
  }
  await writeSlides({ body, hidden, pictures, remarks }, writer, options)
}

function isRead(part: string): boolean {
  return /^(?:_rels\/\.rels|ppt\/(?:presentation\.xml|_rels\/[^/]{1,80}|slides\/.{1,120}))$/.test(part)
}

/** The parts of the slides in the order in which they are shown. */
function slidesOf(parts: Parts): readonly string[] {
  const book = xmlOf(parts, main)
  const targets = new Map(targetsOf(parts, main).map(([, target, id]) => [id, target]))
  const told = (book ? all(book, 'p:sldId') : []).flatMap(({ attribs }) => targets.get(attribs['r:id'] ?? '') ?? [])
  return told.length > 0
    ? told
    : Object.keys(parts)
        .filter((name) => /^ppt\/slides\/[^/]{1,80}\.xml$/.test(name))
        .toSorted(byNumber)
}

const main = 'ppt/presentation.xml'

/** slide2.xml stands before slide10.xml. */
function byNumber(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true })
}
