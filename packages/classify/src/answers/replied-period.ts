import type { Span } from '@disclosed/document'
import { findPeriods, type Period } from '../periods/index.ts'
import { sentencesOf } from '../sentences.ts'

/**
 * The one period that a reply names for all its answers, before it comes to any:
 * «The figures below are for 1 April to 30 June 2021.» A day on which something happened is none.
 */
export function repliedPeriod(
  text: string,
  preamble: readonly Span[],
  requestDate: string | null,
): { readonly period: Period; readonly span: Span } | null {
  const found = preamble
    .flatMap((span) => sentencesOf(text, span))
    .filter((sentence) => {
      const words = text.slice(sentence.start, sentence.end)
      return speaksOfFigures.test(words) && !speaksOfAnother.test(words)
    })
    .flatMap((sentence) =>
      findPeriods(text.slice(sentence.start, sentence.end), { requestDate }).map(({ value, span }) => ({
        period: value,
        span: { start: sentence.start + span.start, end: sentence.start + span.end },
      })),
    )
    .filter(({ period }) => period.shape !== 'day' && period.shape !== 'relative' && period.from !== null)
  const [only] = found
  return only && found.length === 1 ? only : null
}

const speaksOfFigures =
  /\b(?:figures|answers?|information|responses?|data|results|numbers|statistics|tell you|provided|supplied|given)\b[^.]{0,120}\b(?:for|cover|covers|covering|relate|relates|relating|are|is|from|between|since|during)\b/i

/** «As our answer to your request of 2021 said»: another answer's days. */
const speaksOfAnother =
  /\b(?:previous|earlier|last|similar|like|another|your request (?:of|dated|from)|request of yours|response (?:of|dated|from)|until|before|prior to)\b/i
