import { type Document, placesOf, quote, type Span } from '@disclosed/document'
import type { Sureness } from '../calibration.ts'

/**
 * Words that a recogniser is less sure of than this may be other words. Measured on scans whose words are known (`pnpm bench scans FOLDER`):
 * of 281 words with figures above it none was wrong.
 */
export const surelyRecognised = 0.9

/**
 * What rests on words that were recognised from a picture is sure only where these were: each word of what says it, and the figures
 * of what it leans on. Where whoever made the file recognised a page, nobody knows how sure its words are.
 */
export function sureIfRecognised<Found extends Sureness>(
  document: Document,
  found: Found,
  spans: readonly Span[],
): Found {
  const chance = chanceOf(document, spans)
  if (chance >= surelyRecognised) return found
  return { ...found, confidence: Math.min(found.confidence, chance), sure: false }
}

/** The lowest chance that a word is as it was recognised; 1 where nothing was. */
function chanceOf(document: Document, [own, ...leansOn]: readonly Span[]): number {
  const recognised = pagesRecognisedBefore(document)
  if (!document.ocr && recognised.size === 0) return 1
  const chances = [
    ...(own ? [{ span: own, isOwn: true }] : []),
    ...leansOn.map((span) => ({ span, isOwn: false })),
  ].flatMap(({ span, isOwn }) =>
    placesOf(document.places, span).flatMap((word) => {
      if (!isOwn && !/\d/.test(quote(document.text, word))) return []
      if (word.place.kind === 'page' && recognised.has(word.place.page)) return [unknownChance]
      return word.ocr === null ? [] : [word.ocr]
    }),
  )
  return Math.min(1, ...chances)
}

const unknownChance = 0.5

function pagesRecognisedBefore({ notes }: Document): ReadonlySet<number> {
  return new Set(
    notes.flatMap(({ code, place }) => (code === 'recognised-layer' && place?.kind === 'page' ? [place.page] : [])),
  )
}
