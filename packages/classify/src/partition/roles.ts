import type { Letter, Line } from '../letter.ts'
import { isAsk } from '../questions/asks.ts'
import { type Ahead, whatComes } from './ahead.ts'
import { answersAlternate, saysItAnswers } from './alternating.ts'
import type { PartRole, Turns } from './index.ts'
import {
  asksOutright,
  bare,
  endsMail,
  headOf,
  isFurniture,
  isItem,
  isLikelyAnswer,
  isOutrightAnswer,
  isRequestIntroduction,
  isSubstance,
  isTitle,
  longest,
  matches,
  runsOn,
} from './lines.ts'
import {
  closingMarkers,
  disclaimerMarkers,
  openingSentences,
  replyHeadings,
  requestHeadings,
  rightsHeadings,
  rightsMarkers,
  signOff,
  trailingReplyHeading,
} from './markers.ts'
import { isMailHead, isSalutation, voiceAt } from './messages.ts'
import { endOfQuotedRequest } from './quoted-request.ts'
import { isAnsweredByNumber, isAskingItem, isListOfRequest, isStackedList } from './stacked.ts'
import { closeTail } from './tail.ts'
import { goesOnAsking, introducesOwnRequest, speaksAsAnswerer, speaksAsAsker } from './voice.ts'

/** So many lines at most stand between an asker's signature and the greeting of the reply below it. */
const longestHead = 25

/** Where the reader is while going down the lines. */
interface State {
  role: PartRole
  /** In a letter of the asker's own, which only a sign-off, an answer or another message ends. */
  asking: boolean
  /** Has the authority spoken yet? Mail below that is quoted. */
  answered: boolean
  /** Does the sentence of the opening run on into the next line? */
  courtesy: boolean
  /** Has a request been met, or looked for in vain? */
  requestSeen: boolean
  /** Has somebody been greeted? Titles stand above that. */
  greeted: boolean
  /** Has an asker's own letter just ended? */
  afterAsker: boolean
  /** Is this the first line below a request's heading? An answer it is not. */
  fresh: boolean
  /** Was the question asked in full on the heading's own line? */
  whole: boolean
  /** Is a request read here that nothing announced, known only by its voice? */
  unannounced: boolean
  /** Does the list of such a request stand in one piece? Null until its first point. */
  stacked: boolean | null
  /** Does nothing say yet that what is read for the reply is the authority's? */
  doubtful: boolean
  /** The line that closes the quotation of the request; null where it is not quoted. */
  quotedTo: number | null
  /** Numbers at the head of the request's items so far. */
  numbers: string[]
}

/** One role for each line, in their order. */
export function rolesOf(letter: Letter, turns: Turns): readonly PartRole[] {
  const quoted = quotedSpans(letter)
  const ahead = whatComes(letter)
  const roles: PartRole[] = []
  const state: State = {
    role: 'opening',
    asking: false,
    answered: false,
    courtesy: false,
    requestSeen: false,
    greeted: false,
    afterAsker: false,
    fresh: false,
    whole: false,
    unannounced: false,
    stacked: null,
    doubtful: false,
    quotedTo: null,
    numbers: [],
  }
  let quotedIndex = 0
  let nameLines = 0
  for (const line of letter.lines) {
    while ((quoted[quotedIndex]?.end ?? Number.POSITIVE_INFINITY) <= line.start) quotedIndex += 1
    const inQuote = (quoted[quotedIndex]?.start ?? Number.POSITIVE_INFINITY) <= line.start
    if (inQuote || line.text.startsWith('>')) {
      roles.push('quoted_mail')
      continue
    }
    if (/^[-–—_=*|•.]{1,200}$/.test(line.text)) {
      roles.push(state.role)
      continue
    }
    if (isFurniture(line)) {
      roles.push('furniture')
      continue
    }
    if (nameLines > 0 && line.text.length <= 50 && !isSalutation(line) && !/[:?]/.test(line.text)) {
      nameLines = line.gap && nameLines < 3 ? 0 : nameLines - 1
      if (nameLines > 0 || !line.gap) {
        roles.push('request')
        continue
      }
    }
    nameLines = 0
    const turn = turns.get(line.index)
    if (turn) {
      state.asking = false
      roles.push(enter(state, turn))
      continue
    }
    roles.push(step(letter, line, state, ahead, roles))
    if (state.asking && signOff.test(line.text)) {
      state.asking = false
      state.role = 'opening'
      state.greeted = false
      state.afterAsker = true
      state.courtesy = false
      nameLines = 3
    }
  }
  return closeTail(letter, roles)
}

function step(letter: Letter, line: Line, state: State, ahead: Ahead, roles: PartRole[]): PartRole {
  const words = headOf(letter, line)
  const start = line.text.slice(0, longest)
  if (isMailHead(letter, line.index)) {
    state.role = state.answered ? 'quoted_mail' : 'opening'
    state.asking = false
    return state.role
  }
  if (state.role === 'quoted_mail') {
    if (endsMail(words)) state.role = 'disclaimer'
    return state.role
  }
  if (isSalutation(line)) return greet(letter, line, state, ahead)
  if (/^[^a-z]/.test(start) && matches(disclaimerMarkers, words)) return enter(state, 'disclaimer')
  if (state.role === 'disclaimer') return 'disclaimer'
  if (matches(replyHeadings, bare(start))) {
    if (!state.requestSeen) claimRequest(letter, roles)
    state.requestSeen = true
    state.asking = false
    state.answered = true
    return enter(state, 'reply')
  }
  if (state.asking) {
    if (line.gap && isOutrightAnswer(words)) {
      state.asking = false
      return enter(state, 'reply')
    }
    return 'request'
  }
  if (matches(requestHeadings, bare(start)) && !isLabelNext(letter, line)) {
    state.numbers = []
    enter(state, 'request')
    state.quotedTo = endOfQuotedRequest(letter, line.index + 1)
    // "You asked: how many …?" holds the request already; the next line may answer it.
    if (line.text.endsWith('?') && /[:–-]\s{1,4}\S/.test(line.text)) {
      state.fresh = false
      state.whole = true
    }
    return 'request'
  }
  if ((state.role === 'opening' || state.role === 'reply') && isRequestIntroduction(line, letter)) {
    const role = asksOutright.test(line.text) ? 'request' : state.role
    state.numbers = []
    enter(state, 'request')
    state.quotedTo = endOfQuotedRequest(letter, line.index + 1)
    return role
  }
  if (!state.greeted && (state.role === 'opening' || state.doubtful) && introducesOwnRequest(line.text.slice(-longest)))
    return enterUnannounced(state)
  const turns = matches(rightsMarkers, words) || matches(rightsMarkers, start)
  if (
    turns ||
    (state.role !== 'opening' &&
      !namesFile.test(start) &&
      !/[|\t]/.test(line.text) &&
      (matches(rightsHeadings, words) || matches(rightsHeadings, bare(start))))
  ) {
    if (state.role !== 'request') return enter(state, 'rights')
  } else if (matches(closingMarkers, bare(words)) || matches(closingMarkers, bare(start))) {
    return enter(state, 'closing')
  }
  switch (state.role) {
    case 'opening':
      return opening(letter, line, words, state, ahead)
    case 'request':
      return repeatedRequest(letter, line, words, state, ahead, roles)
    case 'rights':
    case 'closing':
      return isSubstance(line, words) ? enter(state, 'reply') : state.role
    case 'reply':
      return doubtfulReply(letter, line, words, state)
    default:
      return state.role
  }
}

function enter(state: State, role: PartRole): PartRole {
  if (role === 'reply' || role === 'rights' || role === 'closing') state.answered = true
  if (role === 'request') state.requestSeen = true
  state.fresh = role === 'request'
  state.whole = false
  state.unannounced = false
  state.doubtful = false
  state.quotedTo = null
  state.role = role
  state.courtesy = false
  return role
}

/** Nothing announced an answer yet: whoever asks here is the one whose request is answered below. */
function doubtfulReply(letter: Letter, line: Line, words: string, state: State): PartRole {
  if (!state.doubtful) return 'reply'
  if (!isItem(line) && speaksAsAsker(line.text.slice(0, longest * 4))) return enterUnannounced(state)
  if (beginsStackedList(letter, line)) return enterUnannounced(state, line)
  state.doubtful = !speaksAsAnswerer(words) && !isLikelyAnswer(words)
  return 'reply'
}

/** «1) How many houses are the council's; 2) …», and further down «1) 5,873»: a request that begins with its list. */
function beginsStackedList(letter: Letter, line: Line): boolean {
  return (
    isItem(line) &&
    ((/^\W?1\W/.test(line.text) && isAskingItem(line) && isAnsweredByNumber(letter, line.index)) ||
      isListOfRequest(letter, line.index))
  )
}

function enterUnannounced(state: State, point?: Line): PartRole {
  enter(state, 'request')
  state.unannounced = true
  state.stacked = point ? true : null
  state.numbers = []
  if (point) restarts(point, state)
  return 'request'
}

function greet(letter: Letter, line: Line, state: State, ahead: Ahead): PartRole {
  state.asking = voiceAt(letter, line.index) === 'asker'
  if (state.asking && state.answered && ahead.lastAnswering < line.index) {
    state.asking = false
    return enter(state, 'quoted_mail')
  }
  if (!state.asking) state.answered = true
  state.greeted = true
  state.numbers = []
  return enter(state, state.asking ? 'request' : 'opening')
}

/** The opening goes on before the authority's greeting; below it only subject lines and courtesies belong to it. */
function opening(letter: Letter, line: Line, words: string, state: State, ahead: Ahead): PartRole {
  const standsAlone = line.gap && (letter.lines[line.index + 1]?.gap ?? true)
  if (ahead.greeting > line.index) return 'opening'
  const nextGreeting = ahead.nextGreeting[line.index] ?? Number.POSITIVE_INFINITY
  if (!state.greeted && state.afterAsker && nextGreeting - line.index < longestHead) return 'opening'
  if (state.courtesy && !line.gap && !isItem(line)) {
    state.courtesy = runsOn(line)
    return 'opening'
  }
  if (/^please find\b/i.test(line.text) || answersByNumber.test(words)) return enter(state, 'reply')
  if (!state.greeted && !isItem(line) && asksInOwnName.test(line.text.slice(0, longest))) return enterUnannounced(state)
  if (matches(openingSentences, bare(words))) {
    if (line.text.length > 120 && isOutrightAnswer(line.text.slice(0, 1000))) return enter(state, 'reply')
    state.courtesy = runsOn(line)
    return 'opening'
  }
  if (isTitle(line) && (!state.greeted || standsAlone)) return 'opening'
  const announced = ahead.lastReply > line.index
  if (announced && line.text.length < 60 && /^[-–•]\s/.test(line.text) && !line.text.endsWith('?')) return 'opening'
  if (announced && asksOutright.test(words)) return enter(state, 'request')
  if (!state.greeted && !isItem(line) && speaksAsAsker(line.text.slice(0, longest * 4))) return enterUnannounced(state)
  if (beginsStackedList(letter, line)) return enterUnannounced(state, line)
  enter(state, 'reply')
  state.doubtful = !state.greeted && !isOutrightAnswer(words) && !isLikelyAnswer(words)
  return 'reply'
}

/** A request known only by its voice goes on as long as that speaks, or its list does. */
function unannouncedRequest(letter: Letter, line: Line, words: string, state: State, roles: PartRole[]): PartRole {
  const above = letter.lines[line.index - 1]
  if (above && !line.gap && runsOn(above) && !isItem(line)) return 'request'
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

/** A repeated request goes on until an answer begins: said outright, or where its numbering starts anew. */
function repeatedRequest(
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
  const announced = ahead.lastReply > line.index
  if (!announced && restarts(line, state)) return enter(state, 'reply')
  if (state.whole && line.gap && !isItem(line) && !line.text.includes('?') && !asksOutright.test(line.text))
    return enter(state, 'reply')
  if (state.fresh) {
    state.fresh = false
    return 'request'
  }
  const goesOn = above !== undefined && !line.gap && runsOn(above) && /^[a-z]/.test(line.text)
  const turns =
    isOutrightAnswer(words) || (!announced && (isLikelyAnswer(words) || (!goesOn && speaksAsAnswerer(words))))
  return turns && (line.gap || !isItem(line)) ? enter(state, 'reply') : 'request'
}

/** Do the numbers at the heads of lines begin anew here? The request's are over, and its answers count again. */
function restarts(line: Line, state: State): boolean {
  const number = countsAs.exec(line.text)?.groups?.number?.toLowerCase()
  if (number === undefined) return false
  if (state.numbers.length > 1 && number === state.numbers[0]) return true
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
  /^(?:[([]?(?:(?:q(?:uestion)?|a(?:nswer)?|point|part|item)[ .]{0,2})?(?<number>\d{1,2}(?:\.\d{1,2})?[a-z]?|[a-z](?=[.)]))[\])]?[.):/]?(?=\s|$))/i

/** «4», «None», «£61,200», «2020-21: £61,200» right below a question: answers follow their questions here. */
const isShortAnswer =
  /^(?:(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d|(?:19|20)\d\d))?\s?[:=–-]\s?)?(?:[£<>~]\s?)?(?:\d[\d,.]{0,14}\s?(?:%|k|m|million|hours|days|weeks|months|years)?|nil|none|zero|yes|no|n\/?a|not applicable)[.]?$|^in (?:19|20)\d\d(?:\s?[/–-]\s?\d\d)?,? \d/i

/** «I write under the Act to ask for …», «I am writing to make a request under …»: nobody opens an answer so. */
const asksInOwnName =
  /^(?:(?:dear|hello|hi|good)[^,.]{0,40}[,.] )?i (?:write|am writing|wish|would like|want|['’]d like)\b[^.?:;]{0,120}?\bto (?:ask|request|make an? (?:\S{1,20} ){0,3}request|submit an? (?:\S{1,20} ){0,3}request|obtain|know|find out)\b(?!.{0,80}\byour? (?:request|e-?mail|letter|enquiry)\b)/i

/** «Internal review, file type: PDF, file size: 98 KB» is a document to open. */
const namesFile = /\b(?:file (?:type|size)|(?:pdf|docx?|xlsx?|csv)\b|\d\s?[KM]B\b)/i

/** "In relation to question 1, the force employs …": no courtesy, but an answer. */
const answersByNumber =
  /^(?:in|with) (?:relation|response|respect|regards?|reference|answer|reply) (?:to|of) (?:your )?(?:q|questions?|parts?|points?|items?)\s?\(?\d/i

/** "Request for information" over "Reference: 12": a title, and no heading of a request. */
function isLabelNext(letter: Letter, line: Line): boolean {
  const next = letter.lines[line.index + 1]?.text ?? ''
  return /^(?:(?:our |your |foi |case )?ref(?:erence)?\b|date\b|dear\b|thank you for|freedom of information\b.{0,20}\bact\b|environmental information\b|request(?:er)? (?:id|number|ref)|disclosure id)/i.test(
    next,
  )
}

/** Words before the first "Response" that ask for something are the request, though nothing announced them. */
function claimRequest(letter: Letter, roles: PartRole[]): void {
  const from = roles.indexOf('reply')
  if (from === -1) return
  const words = letter.lines.slice(from, roles.length).map(({ text }) => text.slice(0, 500))
  const above = letter.lines[from - 1]
  const asks =
    (above !== undefined && introducesOwnRequest(above.text.slice(-longest))) ||
    words.some((each) => each.includes('?') || /\b(?:please|i ask|i request|i would like|how many)\b/i.test(each))
  if (!asks || words.some((each) => isOutrightAnswer(each))) return
  for (let index = from; index < roles.length; index += 1) if (roles[index] === 'reply') roles[index] = 'request'
}

function quotedSpans(letter: Letter): readonly { readonly start: number; readonly end: number }[] {
  return letter.document.blocks.filter(({ kind }) => kind === 'quoted')
}
