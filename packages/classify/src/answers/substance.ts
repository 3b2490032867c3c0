import type { Span } from '@disclosed/document'
import { speaksAsAsker } from '../partition/voice.ts'
import { isDirectAsk, isQualifier } from '../questions/index.ts'
import { sentencesOf } from '../sentences.ts'
import { tellsFigure } from './given.ts'

/**
 * Does a text that stands below no question in particular answer at all? Letters begin with courtesies, say that the information is held
 * and what the law is, and page heads say when they were published: where nothing else is said the answers come later, or are missing.
 */
export function saysSomething(text: string, span: Span): boolean {
  return sentencesOf(text, span).some(({ start, end }) => {
    const words = text.slice(start, end).replace(/\s+/g, ' ')
    if (isDirectAsk(words) || isQualifier(words) || speaksAsAsker(words) || ofAsker.test(words)) return false
    if (tellsFigure(words) || answersOutright.test(words)) return true
    return words.split(' ').length >= fewestWords && isSaid.test(words) && !procedure.test(words)
  })
}

/** Is this no more than the heading of an answer, or its number? */
export function isOnlyHeading(words: string): boolean {
  return /^\W{0,4}(?:(?:our |the |your )?(?:response|answer?|reply|decision|freedom of information(?: request)?)|q(?:uestion)?\s?\d{0,2}|(?:answers?|responses?|questions?)\s(?:\d{1,2}[a-z]?(?:\s?[,&–-]\s?|\s(?:and|to)\s)){0,6}\d{1,2}[a-z]?|please (?:see|find) (?:(?:the|our) )?(?:below(?: (?:the )?(?:responses?|answers?|tables?))?|(?:responses?|answers?|tables?) below)(?: (?:for|to) (?:questions?|points?) [^.\n]{1,20})?)?\W{0,4}$/i.test(
    words,
  )
}

/** «The answer to your request is nil.» */
const answersOutright =
  /^(?:the |our )?(?:answer|response|reply)(?: to (?:your|this|the) (?:request|questions?|enquiry))? is (?:nil|none|zero|no|yes|that)\b/i

/** Shorter words that stand for no question are titles. */
const fewestWords = 5

/** A sentence, and no title: it ends as one, or has a verb. */
const isSaid =
  /[.!]["”’)]{0,2}$|\b(?:is|are|was|were|has|have|had|does|do|did|can|cannot|could|will|would|may|must|should|attached|enclosed)\b/i

/** Only somebody who asks says so. */
const ofAsker =
  /\b(?:my (?:request|questions?)|i(?:['’]m| am) (?:researching|writing to (?:ask|request|make))|(?:i|we) ask (?:for|that|you))\b/i

/** What is said of the request, the law and the page, and of nothing that was asked. */
const procedure =
  /\b(?:your (?:\S{1,20} ){0,5}(?:requests?|e-?mail|enquiry|letter|correspondence|quer(?:y|ies)|questions?|clarification)|thank you|further to|(?:i|we) (?:refer|wrote)|for ease of reference|freedom of information|environmental information|data protection act|foi(?:a|sa)?|eirs?|general right of access|public authorit(?:y|ies)|the act\b|the regulations\b|section \d|(?:holds?|held)\b.{0,80}\b(?:information|data|records)|(?:information|data|records)\b.{0,80}\b(?:holds?|held)|(?:information|answers?|details|response|responses|reply|data|figures)\b.{0,80}\b(?:below|as follows|following|requested|asked for|sought|released|in turn)|(?:below|following) (?:is|are)|searche?s?\b.{0,40}\b(?:made|completed|carried out|conducted|undertaken)|working days|(?:published|updated|printed|saved|received|responded)\b.{0,30}\d{4}|print(?:ed|able) version|web ?(?:site|page)|cookies?|drop-?down|disclosure log|open government licence|you (?:asked|requested|wished|wanted|sought))\b/i
