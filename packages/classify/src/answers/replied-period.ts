import type { Span } from '@disclosed/document'
import { findPeriods, type Period, wholePeriod } from '../periods/index.ts'
import { sentencesOf } from '../sentences.ts'
import { joinedPeriods } from './joined-periods.ts'
import type { ToldPeriod } from './when.ts'

/**
 * The one period that a reply names for all its answers, before it comes to any: «The figures below are for 1 April to 30 June 2021», or
 * the period alone on its line. Where none is told there, what it says of all figures below its last answer. A day on which something
 * happened is none.
 */
export function repliedPeriod(
  text: string,
  preamble: readonly Span[],
  lastAnswer: readonly Span[],
  requestDate: string | null,
): ToldPeriod | null {
  const found = preamble
    .flatMap((span) => sentencesOf(text, span))
    .flatMap((sentence) => {
      const said = periodsOfFigures(text, sentence, requestDate)
      return said.length > 0 ? said : periodAlone(text, sentence)
    })
  const below = lastAnswer
    .flatMap((span) => sentencesOf(text, span))
    .filter(({ start, end }) => ofAll.test(text.slice(start, end)))
    .flatMap((sentence) => periodsOfFigures(text, sentence, requestDate))
  const [only] = found.length > 0 ? found : below
  return only && (found.length > 0 ? found : below).length === 1 ? only : null
}

/** «Please note that all figures are for 2021/22», «The figures above cover 2021/22» */
const ofAll =
  /\b(?:all (?:of )?(?:the |these )?(?:above )?(?:figures|data|answers?|responses?|information|numbers|statistics)|(?:figures|data|answers?|responses?|information|numbers|statistics) (?:given |shown |provided )?above|(?:the )?above (?:figures|data|answers?|responses?|information|numbers|statistics))\b/i

/** «2021/22», «Period: 1 April 2021 to 31 March 2022» */
function periodAlone(text: string, span: Span): readonly ToldPeriod[] {
  const period = wholePeriod(text.slice(span.start, span.end).replace(/^(?:time |reporting )(?=period:)/i, ''))
  return period && isTold(period) ? [{ period, span }] : []
}

/** The periods that a sentence says some figures are of: «Please note this information is for August 2019 to July 2021.» */
export function periodsOfFigures(text: string, sentence: Span, requestDate: string | null): readonly ToldPeriod[] {
  const words = text.slice(sentence.start, sentence.end)
  if (!namesFigures.test(words) || speaksOfAnother.test(words.replace(untilThen, ''))) return []
  return joinedPeriods(words, findPeriods(words, { requestDate }))
    .filter(
      ({ span }) => speaksOfFigures.test(words.slice(0, span.start)) || usedForFigures.test(words.slice(span.end)),
    )
    .map(({ value, span }) => ({
      period: value,
      span: { start: sentence.start + span.start, end: sentence.start + span.end },
    }))
    .filter(({ period }) => isTold(period))
}

function isTold({ shape, from }: Period): boolean {
  return shape !== 'day' && shape !== 'relative' && from !== null
}

/** «Absences from February 2023 to January 2024 have been used» */
const usedForFigures =
  /^[)\s]{0,3}(?:has|have|was|were|is|are) (?:been )?(?:used|counted|included|looked at)\b(?! (?:in|to|by))/i

/** «the last 12 months (01/08/19 to 31/07/20)»: no other answer's time. */
const untilThen = /\bthe (?:last|past|previous) (?:\S{1,10} )?(?:months?|years?|weeks?)(?= ?\()/gi

/** A quick no for most sentences. */
const namesFigures =
  /figures?|have been used|were used|counted|included|answer|information|response|data|results|numbers|statistics|records|following|tell you|provided|supplied|given/i

/** The words before the period must lead to it: «suspended between March and June, and the figures are lower» does not. */
const speaksOfFigures =
  /\b(?:figures?|answers?|information|responses?|data|results|numbers|statistics|tell you|provided|supplied|given|our records|the following(?= (?:covers?|is|are|relates?)\b))\b[^.;]{0,90}?\b(?:for|cover|covers|covering|relates? to|relating to|are|is|from|between|since|during|of)\b[^.;,]{0,40}$/i

/** «As our answer to your request of 2021 said»: another answer's days. */
const speaksOfAnother =
  /\b(?:previous|earlier|last|similar|like|another|your request (?:of|dated|from)|request of yours|response (?:of|dated|from)|until|before|prior to)\b/i
