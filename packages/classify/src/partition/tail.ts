import type { Letter } from '../letter.ts'
import type { PartRole } from './index.ts'

/**
 * A letter without a "Yours sincerely" may end with its sender all the same: the name of the authority, its address, its web site
 * below the last answer. Those lines are its closing.
 */
export function closeTail(letter: Letter, roles: readonly PartRole[]): readonly PartRole[] {
  let first = letter.lines.length
  for (let at = letter.lines.length - 1; at >= 0 && at >= letter.lines.length - longestTail; at -= 1) {
    const line = letter.lines[at]
    if (
      !line ||
      (roles[at] !== 'reply' && roles[at] !== 'request') ||
      line.block?.kind === 'table' ||
      !isOfSender(line.text)
    )
      break
    if (line.gap) first = at
  }
  return first === letter.lines.length ? roles : roles.map((role, at) => (at >= first ? 'closing' : role))
}

const longestTail = 6

/** A name that says what the body is, an office, an address: and no sentence. */
function isOfSender(text: string): boolean {
  if (text.length > 100 || /[.?!:;]$/.test(text) || /\d{3}(?!\d| ?\d{3,4}\b)/.test(withoutCodes(text))) return false
  return (
    /^(?:www\.|https?:\/\/)\S{1,99}$|^\S{1,64}@\S{1,64}$/.test(text) ||
    /^(?:The )?(?:[A-Z][\w&'’.-]*,? |of |and |the |for ){0,8}(?:Council|Constabulary|Police|Trust|University|College|Board|Department|Office|Team|Service|Services|Officer|Manager|Agency|Authority|Government|Unit|Governance)$/.test(
      text,
    )
  )
}

/** "LE1 1FZ", "B4A": a figure before a capital in one word belongs to a postcode or a name. */
function withoutCodes(text: string): string {
  return text.replace(/\S{1,100}/g, (word) => (/\d\D{0,100}?[A-Z]/.test(word) ? '' : word))
}
