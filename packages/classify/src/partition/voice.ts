import { isDirectAsk, isQualifier } from '../questions/asks.ts'
import { asksOutright, isOutrightAnswer } from './lines.ts'

/**
 * Who speaks in a paragraph that nothing announces? Whoever says «I would like», «may I have» or «please supply» asks; whoever
 * says «the information you require», «I am writing to confirm» answers. Everything else could be either's.
 */
export function speaksAsAnswerer(words: string): boolean {
  if (isOutrightAnswer(words)) return true
  return answersYou.test(words) && !asksOfBody.test(words)
}

/** Does somebody ask a body for something here, in words that no authority would use of its own? */
export function speaksAsAsker(words: string): boolean {
  if (ofRequesting.test(words) || ofPage.test(words) || speaksAsAnswerer(words)) return false
  if (asksOfBody.test(words)) return true
  // A question alone may stand above its answer; with more behind it, it is somebody's letter.
  return /\?["”’')*_]{0,3}\s[A-Z]/.test(words) && isDirectAsk(words)
}

/** «Under the Act I ask for the information below:» the asker hands over to his list. */
export function introducesOwnRequest(words: string): boolean {
  const ofOwn = words.replace(makesOwn, 'i ask')
  return /[:;]$/.test(words) && asksOfBody.test(ofOwn) && !ofRequesting.test(ofOwn) && !answersYou.test(words)
}

/** Does a paragraph go on with a request: another ask, or words on how one is meant? */
export function goesOnAsking(words: string): boolean {
  return (
    !speaksAsAnswerer(words) &&
    (speaksAsAsker(words) ||
      isDirectAsk(words) ||
      isQualifier(words) ||
      ofAsker.test(words) ||
      (/^please\b/i.test(words) && !ofPage.test(words)))
  )
}

const answersYou =
  /\b(?:information|data|documents?|details|figures|what|records?) (?:that |which )?(?:you|was|were) (?:have |had |are |were )?(?:require|ask(?:ed|ing)? for|request(?:ed|ing)?|seek(?:ing)?|sought|want(?:ed)?)\b|^(?:i am|we are|i|we) (?:writing to (?:confirm|advise|inform|let you)|(?:sorry|afraid|pleased) |(?:have to|must|regret to|should) (?:tell|inform|advise|explain|refuse)|have (?:now |not |been )?(?:searched|completed|located|established|found|considered|provided))|\b(?:i|we) (?:(?:am|are|have|will) (?:been |be )?(?:now |therefore |also |not )?(?:deal|dealt|dealing|handl|treat|process|consider|answer)(?:ed|ing)? (?:with )?|have applied |therefore appl)(?:your|this|the|an)\b|^please be advised\b|^(?:i|we) can (?:confirm|provide|tell|advise|disclose|say)|^(?:unfortunately|regrettably),? (?:we|the|this|i)\b|^(?:for|as to|as for|in|with|to|regarding|re|answers? to) (?:\S{1,12} (?:of|to) )?(?:your |the )?(?:questions?|q|points?|parts?|items?)\s?\(?\d|\bwith(?:hold(?:s|ing)?|held)\b|\bour (?:records|systems?|answers?|response|estimate|search(?:es)?)\b|^the (?:questions?|answers?|points?) (?:\S{1,20} ){0,3}(?:answered|follow|below)|^(?:the )?(?:table|spreadsheet|figures?|data|information|answers?|details) (?:\S{1,20} ){0,2}(?:below|above|attached|enclosed|has it|have it|shows?|is as follows)|^(?:attached|enclosed|below|here|what follows) (?:is|are|you)\b/i

/** The asker's own first person, his «may I», his demands upon a body. */
const asksOfBody = new RegExp(
  `${asksOutright.source}|${
    /\b(?:i (?:ask|request|seek|want|need|require|wish|(?:would|should) (?:like|be grateful|appreciate))|i['’]d (?:like|be grateful|appreciate)|(?:may|can|could) i (?:please )?(?:have|ask|request|get|see|know|obtain)|(?:kindly|grateful if you|would you (?:please )?(?:be so kind|be kind enough|kindly))|could you (?:please )?(?:tell|provide|supply|send|confirm|let|give|advise)|can you (?:please )?(?:tell|provide|supply|send|confirm|let|give|say|advise)|this is (?:a|my) (?:foi|freedom of information|request))\b/i
      .source
  }`,
  'i',
)

/** «I am writing to make a request»: his own, and no advice on how requests are made. */
const makesOwn =
  /\bi (?:am writing to|write to|wish to|would like to|want to|hereby|['’]d like to) (?:make|submit) (?:a|an|the following|this) (?:\S{1,20} ){0,3}request\b/gi

const ofAsker = /\b(?:i|my|me|i['’](?:d|m))\b/i

/** «How do I make a request?» is asked by nobody in particular. */
const ofRequesting =
  /\b(?:make|submit|making|submitting) (?:a|an|your|new|another) (?:\S{1,20} ){0,3}(?:request|complaint|appeal|application)\b|\bwhat (?:is|are) (?:the )?(?:freedom of information|foi|a publication scheme|environmental information|disclosure log)\b|\b(?:can|could|may) (?:be|i) (?:requested|request)\b|\bwho can\b|\bhow (?:do|can|long will|much will) (?:i|we|it)\b/i

/** «Was this page helpful?», «Please contact us», «Please note»: the page speaks to whoever reads it. */
const ofPage =
  /^(?:please (?:note|find|see|refer|contact|be aware|email|e-mail|use|visit|click|ensure|quote|select|enter|send (?:your|any)|provide (?:us|your)|read|check|try)|(?:was|is|did|were|do) (?:this|you (?:find|like|want|need|have))\b|(?:need|want|looking for|got)\b|(?:rate|share|print|search|find|sign|subscribe)\b)/i
