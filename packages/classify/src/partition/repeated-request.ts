import type { Letter, Line } from '../letter.ts'
import { isAsk } from '../questions/asks.ts'
import type { Ahead } from './ahead.ts'
import { answersAlternate, saysItAnswers } from './alternating.ts'
import type { PartRole } from './index.ts'
import { asksOutright, givesFigure, isItem, isLikelyAnswer, isOutrightAnswer, longest, runsOn } from './lines.ts'
import { trailingReplyHeading } from './markers.ts'
import { isAskingItem, isStackedList } from './stacked.ts'
import { enter, type State } from './state.ts'
import { goesOnAsking, speaksAsAnswerer, speaksAsAsker } from './voice.ts'

/** A repeated request goes on until an answer begins: said outright, or where its numbering starts anew. */
export function repeatedRequest(
  letter: Letter,
  line: Line,
  words: string,
  state: State,
  ahead: Ahead,
  roles: PartRole[],
): PartRole {
  if (trailingReplyHeading.test(line.text)) {
    enter(state, 'reply')
    return 'request'
  }
  if (announcesAnswer.test(line.text)) return enter(state, 'reply')
  if (state.unannounced) return unannouncedRequest(letter, line, words, state, roles)
  if (state.quotedTo !== null) {
    if (line.index <= state.quotedTo) return 'request'
    state.quotedTo = null
    if (!speaksAsAsker(words)) return enter(state, 'reply')
  }
  const above = letter.lines[line.index - 1]
  if (above && /\?["”’'*_)]{0,3}$/.test(above.text)) {
    const last = ahead.lastReply <= line.index
    if (last && isShortAnswer.test(line.text)) return enter(state, 'reply')
    if (saysItAnswers(line) || (last && !goesOnAsking(words)))
      if (answersAlternate(letter, line.index)) return enter(state, 'reply')
  }
  // «The number of swans ringed.» over «209 swans. Please note …»
  if (above && /[.:]$/.test(above.text) && isAsk(above.text) && figureOfThings.test(line.text))
    return enter(state, 'reply')
  const announced = ahead.lastReply > line.index
  if (!announced && restarts(line, state)) return enter(state, 'reply')
  if (state.whole && line.gap && !isItem(line) && !line.text.includes('?') && !asksOutright.test(line.text))
    return enter(state, 'reply')
  if (state.fresh) {
    state.fresh = false
    return 'request'
  }
  const isBelowList = state.numbers.length > 1 && line.gap && !isItem(line) && !announced
  if (isBelowList && isOfBody.test(words) && !goesOnAsking(words)) return enter(state, 'reply')
  const goesOn = above !== undefined && !line.gap && runsOn(above) && /^[a-z]/.test(line.text)
  const turns =
    isOutrightAnswer(words) || (!announced && (isLikelyAnswer(words) || (!goesOn && speaksAsAnswerer(words))))
  return turns && (line.gap || !isItem(line)) ? enter(state, 'reply') : 'request'
}

/** «DVLA has been able to identify the following», «The Trust recorded 14»: a body tells of itself below a list of asks. */
const isOfBody =
  /^(?:[A-Z]{2,8}|(?:the )?(?:[A-Z][\w'’-]{1,20} ){0,5}(?:Council|Trust|Board|Force|Constabulary|University|College|School|Service|Department|Authority|Agency|Commission|Executive)) (?:has (?:been able|identified|recorded|received|had|searched|located)|is able|holds?|does not hold|can confirm|recorded|received|logged|reported)\b/

/** A request known only by its voice goes on as long as that speaks, or its list does. */
function unannouncedRequest(letter: Letter, line: Line, words: string, state: State, roles: PartRole[]): PartRole {
  const above = letter.lines[line.index - 1]
  if (above && !line.gap && runsOn(above) && !isItem(line) && !givesFigure.test(line.text)) return 'request'
  if (isItem(line)) {
    if (restarts(line, state) || answersBullets(line, state)) return enter(state, 'reply')
    state.stacked ??= isStackedList(letter, line.index)
    if (state.stacked) return 'request'
    // Each point stands above its own answer: the words that lead to them are no request on its own.
    for (let at = roles.length - 1; at >= 0 && roles[at] === 'request'; at -= 1) roles[at] = 'reply'
    return enter(state, 'reply')
  }
  return goesOnAsking(words) || goesOnAsking(line.text.slice(0, longest * 4)) ? 'request' : enter(state, 'reply')
}

/** A request begins here that nothing announced; its first point may stand on this very line. */
export function enterUnannounced(state: State, point?: Line): PartRole {
  enter(state, 'request')
  state.unannounced = true
  state.stacked = point ? true : null
  state.numbers = []
  if (point) restarts(point, state)
  return 'request'
}

/** Do the numbers at the heads of lines begin anew here? The request's are over, and its answers count again. */
function restarts(line: Line, state: State): boolean {
  const number = countsAs.exec(line.text)?.groups?.number?.toLowerCase()
  if (number === undefined) return false
  if (state.numbers.length > 1 && number === state.numbers[0])
    // «1. … 1. … 1. …»: a page that lost the count of its list, and asks on.
    return !(state.numbers.every((each) => each === number) && isAskingItem(line))
  state.numbers.push(number)
  return false
}

/** «Q1 - This is not recorded» below bullets: the answers count what was asked without numbers. */
function answersBullets(line: Line, state: State): boolean {
  const said = /^(?:q(?:uestion)?|a(?:nswer)?)[ .]{0,2}1\b[\s.):–-]{0,5}(.{0,200})/i.exec(line.text)?.[1]
  return said !== undefined && state.numbers.length <= 1 && !isAsk(said)
}

/** «1.», «(1)», «Q1:», «Question 1 –», «Point 1.», «a)» */
const countsAs =
  /^(?:[([]?(?:(?:q(?:uestion)?|request|a(?:nswer)?|point|part|item)[ .]{0,2}[([]?)?(?<number>\d{1,2}(?:\.\d{1,2})?[a-z]?|[a-z](?=[.):]))[\])]?[.):/]?(?=[:\s]|$))/i

/** «24,299 cases.» is no part of a sentence that asks. */
const figureOfThings = /^(?:[£<>~]\s?)?\d[\d,.]{0,14}(?:\s[a-z]{3,20}){1,3}\.(?:\s|$)/

/** «A1» alone on its line, below «Q1 …» */
const announcesAnswer = /^a(?:ns(?:wer)?)?\.? ?\d{1,2}[a-z]?\s?[.:)]?$/i

/** «4», «None», «£61,200», «2020-21: £61,200» right below a question: answers follow their questions here. */
const isShortAnswer =
  /^(?:(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d|(?:19|20)\d\d))?\s?[:=–-]\s?)?(?:[£<>~]\s?)?(?:\d[\d,.]{0,14}\s?(?:%|k|m|million|hours|days|weeks|months|years)?|nil|none|zero|yes|no|n\/?a|not applicable)[.]?$|^in (?:19|20)\d\d(?:\s?[/–-]\s?\d\d)?,? \d/i
