import type { Letter, Line } from '../letter.ts'
import type { PartRole } from '../partition/index.ts'
import type { Clue } from './clues.ts'
import type { Named } from './names.ts'
import {
  acts,
  actsAnyhow,
  actsBefore,
  decides,
  decidesRequest,
  headsItself,
  tellsOfItself,
  turnsAway,
} from './sayings.ts'

/** What one naming tells, and how much. */
export type Told = Pick<Clue, 'rule' | 'weight'>

const nothing: Told = { rule: 'authority/mention', weight: 0 }

/** Capitals count where they act, and where they stand for a full name that the letter gives beside them. */
export function abbreviated(
  letter: Letter,
  named: Named,
  line: Line,
  before: string,
  after: string,
  role: PartRole,
  isReply: boolean,
): Told {
  if (named.authorities.length > 1 || !isReply || role === 'request' || role === 'quoted_mail') return nothing
  if (/\($/.test(before) && letter.text.charAt(named.end) === ')') return { rule: 'authority/mention', weight: 0.75 }
  const onLine = before.slice(-(named.start - line.start) || before.length)
  const begins = named.start - line.start < 4
  if (begins && role !== 'reply' && line.index < 12 && headsItself.test(after))
    return { rule: 'authority/letterhead', weight: 4 }
  if (begins && /^ (?:response|reply|answer)\b[^\w]{0,3}$/i.test(letter.text.slice(named.end, line.end)))
    return { rule: 'authority/sender', weight: 4 }
  if (line.index < 6 && named.end - named.start === line.text.length) return { rule: 'authority/letterhead', weight: 4 }
  if (/^ (?:systems?|staff|network|employees|devices|premises|buildings|website)\b/i.test(after) && onLine !== '')
    return { rule: 'authority/abbreviation', weight: 1.5 }
  if (decidesRequest.test(after)) return { rule: 'authority/abbreviation', weight: 6 }
  if (decides.test(after) && !turnsAway.test(after)) return { rule: 'authority/abbreviation', weight: 3 }
  if (
    actsBefore.test(before) ||
    (actsAnyhow.test(after) && !turnsAway.test(after)) ||
    (acts.test(after) && !turnsAway.test(after)) ||
    / (?:relied|relies|reached|runs|went|have) /.test(`${before.slice(-12)} ${after.slice(0, 10)} `)
  ) {
    return { rule: 'authority/abbreviation', weight: 2 }
  }
  if (role === 'reply' && tellsOfItself(before, after)) return { rule: 'authority/abbreviation', weight: 2 }
  if ((role === 'closing' || role === 'rights') && /\b(?:team|unit|officer?|manager), (?:the )?$/i.test(before))
    return { rule: 'authority/signature', weight: 3 }
  return { rule: 'authority/abbreviation', weight: 0.5 }
}
