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
    .flatMap((sentence) => periodsOfFigures(text, sentence, requestDate))
  const [only] = found
  return only && found.length === 1 ? only : null
}

/** The periods that a sentence says some figures are of: «Please note this information is for August 2019 to July 2021.» */
export function periodsOfFigures(
  text: string,
  sentence: Span,
  requestDate: string | null,
): readonly { readonly period: Period; readonly span: Span }[] {
  const words = text.slice(sentence.start, sentence.end)
  if (!namesFigures.test(words) || speaksOfAnother.test(words)) return []
  return findPeriods(words, { requestDate })
    .filter(({ span }) => speaksOfFigures.test(words.slice(0, span.start)))
    .map(({ value, span }) => ({
      period: value,
      span: { start: sentence.start + span.start, end: sentence.start + span.end },
    }))
    .filter(({ period }) => period.shape !== 'day' && period.shape !== 'relative' && period.from !== null)
}

/** A quick no for most sentences. */
const namesFigures =
  /figures|answer|information|response|data|results|numbers|statistics|tell you|provided|supplied|given/i

/** The words before the period must lead to it: «suspended between March and June, and the figures are lower» does not. */
const speaksOfFigures =
  /\b(?:figures|answers?|information|responses?|data|results|numbers|statistics|tell you|provided|supplied|given)\b[^.;]{0,90}?\b(?:for|covers?|covering|relates? to|relating to|are|is|from|between|since|during|of)\b[^.;,]{0,40}$/i

/** «As our answer to your request of 2021 said»: another answer's days. */
const speaksOfAnother =
  /\b(?:previous|earlier|last|similar|like|another|your request (?:of|dated|from)|request of yours|response (?:of|dated|from)|until|before|prior to)\b/i
