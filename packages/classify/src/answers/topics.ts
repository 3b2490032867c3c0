import { overlaps, type Span } from '@disclosed/document'
import type { Asked } from '../questions/index.ts'
import { sentencesOf } from '../sentences.ts'
import { rarityOf, stemsOf } from './affinity.ts'
import { leansOn } from './leaning.ts'
import type { Segment } from './pairing.ts'

/** A sentence, or a line of a list, of one text below several questions, and whose words it uses. */
export interface Topic {
  readonly span: Span
  /** The paragraph it stands in, counted from 0. */
  readonly paragraph: number
  /** Indexes of questions; empty where it speaks of none in particular. */
  readonly about: readonly number[]
  /** Does it stand in a paragraph that tells what a mark means: «n/k - not known. The cause was not recorded before May»? */
  readonly isKey: boolean
}

/** Of more questions than these one text says too little of each. */
const most = 12

/**
 * What each sentence of one text below several questions is about: the question that shares most words with it, a word that few of them
 * use counting more, and the first word most. One that only goes on («This is because …», «The exemption at section 31 applies»), or that
 * refuses and names no subject, is about what the sentence before it in its paragraph is. `refuses` tells which stretches refuse. Empty
 * where there are too many questions.
 */
export function topicsOf(
  text: string,
  segments: readonly Segment[],
  questions: readonly Asked[],
  refuses: (span: Span) => boolean = () => false,
): readonly Topic[] {
  if (questions.length < 2 || questions.length > most) return []
  const stems = questions.map(({ words }) => new Set(stemsOf(words)))
  const rarity = rarityOf(wordsMeant(questions, stems))
  const topics: Topic[] = []
  let paragraph = -1
  let before: readonly number[] = []
  let subject: readonly number[] = []
  let above: Span | null = null
  for (const { span } of segments.filter(({ argues }) => !argues)) {
    if (!above || !runsOn(text, above, span)) {
      paragraph += 1
      before = []
      subject = []
    }
    above = span
    const isKey = keyOfMark.test(text.slice(span.start, span.start + 12))
    for (const sentence of pieces(text, span)) {
      const words = text.slice(sentence.start, sentence.end)
      const own = nearest(stems, stemsOf(words), rarity).flatMap((at) => questions[at]?.index ?? [])
      const about = own.length > 0 ? own : goesOn.test(words.trimStart()) ? before : refuses(sentence) ? subject : []
      topics.push({ span: sentence, paragraph, about, isKey })
      before = about
      if (about.length > 0) subject = about
    }
  }
  return topics
}

/** «… Under section» over «12 of the Act we are not obliged to»: a line that is no paragraph of its own. */
function runsOn(text: string, above: Span, below: Span): boolean {
  const line = text.slice(Math.max(above.start, text.lastIndexOf('\n', above.end - 1) + 1), above.end)
  return above.end + 2 > below.start && line.length > leastWrapped && /[\w,]$/.test(line)
}

const leastWrapped = 50

const keyOfMark = /^(?:n ?\/? ?[akdr]|[*~#†‡-]{1,3}|\[[a-z]{1,4}\]) ?[-–=:]? ?[A-Za-z]/

/** The words of each question, and those of the one it leans on: «how many of these» means them too. */
function wordsMeant(
  questions: readonly Asked[],
  stems: readonly ReadonlySet<string>[],
): readonly ReadonlySet<string>[] {
  const meant = stems.map((mine) => new Set(mine))
  const counted = questions.map((question, index) => ({ ...question, index }))
  for (const question of counted) {
    const above = leansOn(question, counted, () => false)
    for (const stem of (above && meant[above.index]) ?? []) meant[question.index]?.add(stem)
  }
  return meant
}

/** Where one of them shares clearly more with a sentence than the others: that one. */
function nearest(
  stems: readonly ReadonlySet<string>[],
  said: readonly string[],
  rarity: ReadonlyMap<string, number>,
): readonly number[] {
  const shared = [...new Set(said)].filter((stem) => rarity.has(stem))
  const scores = stems.map((mine) =>
    shared.reduce((score, stem, at) => score + (mine.has(stem) ? later ** at / (rarity.get(stem) ?? 1) : 0), 0),
  )
  const best = Math.max(...scores)
  if (best < least) return []
  const winners = scores.flatMap((score, at) => (score > best - clearly ? at : []))
  return winners.length === 1 ? winners : []
}

/** «We do not hold the value of the devices»: each word that is shared says less of the subject than the one before it. */
const later = 0.8

/** Half a word that two questions share tells nothing of either. */
const least = 0.6
const clearly = 0.18

/** «This is because …», «The exemption …», «Section 31 is …», «We therefore …»: more of what was said before. */
const goesOn =
  /^(?:(?:this|that|these|those|it|they|the (?:exemptions?|section|information|reasons?|public interest|council|trust)|(?:section|regulation|s\.?) ?\d{1,2}[A-Z]?|we|in this case|therefore|however|as such|for this reason|under|by|on balance|disclos|releas|such|a public authority)\b)/i

/** Sentences; lines of their own where they are short. */
function pieces(text: string, span: Span): readonly Span[] {
  return sentencesOf(text, span).flatMap((sentence) => {
    const words = text.slice(sentence.start, sentence.end)
    const lines = words.split('\n')
    if (lines.length < 2 || lines.some((line) => line.length > 70)) return [sentence]
    let from = sentence.start
    return lines.flatMap((line): readonly Span[] => {
      const start = from
      from += line.length + 1
      return line.trim() === '' ? [] : [{ start, end: start + line.length }]
    })
  })
}

/** What else is known of a text for several. */
interface Beside {
  /** Where it refuses, or sends to somewhere, outright. */
  readonly cues: readonly Span[]
  /** Where it hints at that. */
  readonly hints: readonly Span[]
  readonly givesFigures: (spans: readonly Span[]) => boolean
}

/** What one question has of a text for several; null where the text is not parted among them, or nothing of it is this one's. */
export interface Share {
  readonly segments: readonly Segment[]
  /** Where it ends in the middle of a word before it comes to this question. */
  readonly breaksOff: boolean
}

/**
 * The part of a shared text that is one question's: the sentences about it, or where there are none those about nobody that give
 * figures. Only a text that plainly speaks of two questions or more is parted, for a refusal names the subject of one and means all.
 */
export function shareOf(
  text: string,
  topics: readonly Topic[],
  { index }: Asked,
  segments: readonly Segment[],
  { cues, hints, givesFigures }: Beside,
): Share | null {
  const refuses = ({ span }: Topic) => cues.some((cue) => overlaps(cue, span))
  const served = new Set(topics.flatMap(({ about }) => about))
  const plain = topics.filter((topic) => !refuses(topic) && !hints.some((hint) => overlaps(hint, topic.span)))
  const answered = new Set(plain.flatMap(({ about }) => about))
  if (served.size < 2 || answered.size === 0) return null
  // A refusal that names no subject, or a file that holds everything, is for all.
  if (topics.some((topic) => topic.about.length === 0 && !topic.isKey && refuses(topic))) return null
  const as = (own: readonly Topic[], breaksOff = false): Share => ({ segments: joined(own, segments), breaksOff })
  const own = topics.filter(({ about }) => about.includes(index))
  if (own.length > 0) return as(own)
  const nobodys = topics.filter((topic) => topic.about.length === 0 && !refuses(topic))
  if (givesFigures(nobodys.map(({ span }) => span))) return as(nobodys)
  const end = segments.at(-1)?.span.end ?? 0
  const isLast = !/\S/.test(text.slice(end)) && cues.length === 0 && !givesFigures(segments.map(({ span }) => span))
  return isLast && midSentence.test(text.slice(Math.max(0, end - 60), end)) ? as([], true) : null
}

/** «… are instead placed on»: no stop, and no figure or heading at the end. */
const midSentence = /[a-z]{2,20}[,;]? [a-z]{1,20}$/

function joined(topics: readonly Topic[], segments: readonly Segment[]): readonly Segment[] {
  const [first] = segments
  return first ? topics.map(({ span }) => ({ ...first, span })) : []
}
