import type { Letter, Line } from '../letter.ts'
import { type Ahead, whatComes } from './ahead.ts'
import type { PartRole, Turns } from './index.ts'
import {
  asksOutright,
  bare,
  endsMail,
  givesFigure,
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
} from './markers.ts'
import { isMailHead, isSalutation, voiceAt } from './messages.ts'
import { endOfQuotedRequest } from './quoted-request.ts'
import { enterUnannounced, repeatedRequest } from './repeated-request.ts'
import { goesOnWithList, isAnsweredByNumber, isAskingItem, isListOfRequest } from './stacked.ts'
import { atTheTop, enter, type State } from './state.ts'
import { closeTail } from './tail.ts'
import { introducesOwnRequest, speaksAsAnswerer, speaksAsAsker } from './voice.ts'

/** So many lines at most stand between an asker's signature and the greeting of the reply below it. */
const longestHead = 25

/** One role for each line, in their order. */
export function rolesOf(letter: Letter, turns: Turns): readonly PartRole[] {
  const quoted = quotedSpans(letter)
  const ahead = whatComes(letter)
  const roles: PartRole[] = []
  const state = atTheTop()
  let quotedIndex = 0
  let nameLines = 0
  for (const line of letter.lines) {
    while ((quoted[quotedIndex]?.end ?? Number.POSITIVE_INFINITY) <= line.start) quotedIndex += 1
    const inQuote = (quoted[quotedIndex]?.start ?? Number.POSITIVE_INFINITY) <= line.start
    if (line.turn) {
      state.asking = false
      roles.push(enter(state, 'reply'))
      continue
    }
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
    if (!state.requestSeen || (!state.announced && beginsInReply(roles))) claimRequest(letter, roles)
    state.requestSeen = true
    state.announced = true
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
    state.announced = true
    enter(state, 'request')
    state.quotedTo = endOfQuotedRequest(letter, line.index + 1)
    // "You asked: how many …?" holds the request already; the next line may answer it.
    if (line.text.endsWith('?') && /[:–-]\s{1,4}\S/.test(line.text)) {
      state.fresh = false
      state.whole = true
    }
    return 'request'
  }
  if (
    (state.role === 'opening' || state.role === 'reply') &&
    isRequestIntroduction(line, letter) &&
    !goesOnWithList(letter, line, roles)
  ) {
    const role = asksOutright.test(line.text) ? 'request' : state.role
    state.numbers = []
    state.announced = true
    enter(state, 'request')
    state.quotedTo = endOfQuotedRequest(letter, line.index + 1)
    return role
  }
  if (
    !state.greeted &&
    (state.role === 'opening' || state.doubtful) &&
    introducesOwnRequest(line.text.slice(-longest)) &&
    !goesOnWithList(letter, line, roles)
  )
    return enterUnannounced(state)
  const turns = matches(rightsMarkers, words) || (words !== start && matches(rightsMarkers, start))
  if (
    turns ||
    (state.role !== 'opening' &&
      !namesFile.test(start) &&
      !/[|\t]/.test(line.text) &&
      // «Complaints» over «2020/21: 340» counts them.
      !givesFigure.test(letter.lines[line.index + 1]?.text ?? '') &&
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
      return doubtfulReply(letter, line, words, state, roles)
    default:
      return state.role
  }
}

/** Nothing announced an answer yet: whoever asks here is the one whose request is answered below. */
function doubtfulReply(letter: Letter, line: Line, words: string, state: State, roles: PartRole[]): PartRole {
  if (!state.doubtful) return 'reply'
  if (!isItem(line) && speaksAsAsker(line.text.slice(0, longest * 4))) {
    claimAsksAbove(letter, line, roles)
    return enterUnannounced(state)
  }
  if (beginsStackedList(letter, line)) return enterUnannounced(state, line)
  state.doubtful = !speaksAsAnswerer(words) && !isLikelyAnswer(words)
  return 'reply'
}

/** What asks right above words in which an asker speaks is his, too, where no announcement and no answer stood between. */
function claimAsksAbove(letter: Letter, { index }: Line, roles: PartRole[]): void {
  for (let at = index - 1; at >= 0 && roles[at] === 'reply'; at -= 1) {
    const above = letter.lines[at]
    if (!above || !(isAskingItem(above) || /\?["”’)*_]{0,3}$/.test(above.text))) return
    roles[at] = 'request'
  }
}

/** «1) How many houses are the council's; 2) …», and further down «1) 5,873»: a request that begins with its list. */
function beginsStackedList(letter: Letter, line: Line): boolean {
  return (
    isItem(line) &&
    ((/^\W?1\W/.test(line.text) && isAskingItem(line) && isAnsweredByNumber(letter, line.index)) ||
      isListOfRequest(letter, line.index))
  )
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
  if (announcesAnswers.test(line.text) || answersByNumber.test(words)) return enter(state, 'reply')
  if (!state.greeted && !isItem(line) && asksInOwnName.test(line.text.slice(0, longest))) return enterUnannounced(state)
  if (matches(openingSentences, bare(words))) {
    if (line.text.length > 120 && isOutrightAnswer(line.text.slice(0, 1000))) return enter(state, 'reply')
    state.courtesy = runsOn(line)
    return 'opening'
  }
  if (demands.test(line.text)) return enterUnannounced(state)
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

/** «I write under the Act to ask for …», «I am writing to make a request under …»: nobody opens an answer so. */
const asksInOwnName =
  /^(?:(?:dear|hello|hi|good)[^,.]{0,40}[,.] )?i (?:write|am writing|wish|would like|want|['’]d like)\b[^.?:;]{0,120}?\bto (?:ask|request|make an? (?:\S{1,20} ){0,3}request|submit an? (?:\S{1,20} ){0,3}request|obtain|know|find out)\b(?!.{0,80}\byour? (?:request|e-?mail|letter|enquiry)\b)/i

/** «Internal review, file type: PDF, file size: 98 KB» is a document to open. */
const namesFile = /\b(?:file (?:type|size)|(?:pdf|docx?|xlsx?|csv)\b|\d\s?[KM]B\b)/i

/** «Please provide the number of permits issued»: no title, and no courtesy. */
const demands =
  /^(?:please|(?:can|could) you(?: please)?) (?:provide|supply|state|list|tell me|give|send me|confirm) (?:me (?:with )?)?(?:the|a|how|what|whether|details|copies|all|any|figures|information)\b(?!.{0,80}\byour? (?:name|address|details|request|reference)\b)/i

/** «Please find attached …», «Please see our answers to your questions below:» */
const announcesAnswers =
  /^please (?:find\b|see (?:below )?(?:the |our )?(?:\S{1,20} )?(?:responses?|answers?|replies|figures)\b)/i

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

/** A request known by its voice alone, whose first points were taken for a reply: nothing is answered before the first "Response". */
function beginsInReply(roles: readonly PartRole[]): boolean {
  const from = roles.indexOf('reply')
  return from !== -1 && from < roles.indexOf('request')
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
