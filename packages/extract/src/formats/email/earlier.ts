/** A stretch of a message: a line of plain text, or a block of a page. */
export interface Stretch {
  readonly lines: readonly string[]
  /** Did the mail program mark it as earlier mail (">", a block of quotation)? */
  readonly isMarked: boolean
}

/**
 * Tells which stretches are earlier mail: what is marked so, the line that hands over to it ("On 3 May … wrote:"), and
 * all that follows the head of an earlier mail ("From: … Sent: …"). An answer between marked questions is none.
 *
 * Where nothing is said above such a head the mail only passes on what follows, and where the words above end in a
 * colon ("You asked:") they go on below it: then it is no earlier mail.
 */
export function earlierMail(stretches: readonly Stretch[]): readonly boolean[] {
  const earlier = stretches.map(({ isMarked }) => isMarked)
  let said: string | null = null
  for (const [index, stretch] of stretches.entries()) {
    if (stretch.isMarked) continue
    if (said !== null && !/:$/.test(said) && headBegins(stretches, index)) {
      const head = ruleAbove(stretches, index)
      const next = nextWith(stretches, index + linesOfWrote(stretches, index))
      const isMarkedBelow = next !== null && stretches[next]?.isMarked === true
      const end = isMarkedBelow ? next : stretches.length
      for (let at = head; at < end; at += 1) earlier[at] = true
      if (!isMarkedBelow) return earlier
    }
    if (!earlier[index]) said = lastWords(stretch) ?? said
  }
  return earlier
}

const labels = /^[*_\s]{0,8}(?:from|sent|to|cc|subject|date|oddi wrth|anfonwyd|at|pwnc|dyddiad)[*_\s]{0,4}:/i

/** Does an earlier mail's head begin with the first line of this stretch? */
function headBegins(stretches: readonly Stretch[], index: number): boolean {
  const [first = '', ...below] = linesFrom(stretches, index, 6)
  if (/^[-_\s]{2,60}(?:original|neges wreiddiol)\s?(?:message|e-?mail|appointment)?[-_\s]{0,60}$/i.test(first))
    return true
  if (linesOfWrote(stretches, index) > 0) return true
  if (/^[*_\s]{0,8}(?:from|oddi wrth)[*_\s]{0,4}:/i.test(first))
    return below.filter((line) => labels.test(line)).length >= 2
  return isNotesHead(first, below)
}

/** Lotus Notes prints name, day, "Please respond to" and then "To", each on a line of its own. */
function isNotesHead(first: string, below: readonly string[]): boolean {
  const respond = below.slice(0, 4).findIndex((line) => /^please respond to\b/i.test(line.trim()))
  return (
    respond > 0 &&
    /[<@/]/.test(first) &&
    below.slice(0, respond).some((line) => /^\d{1,2}\/\d{1,2}\/\d{2,4}\b/.test(line.trim()))
  )
}

/** How many stretches hold "On Monday, 3 May 2021, A Person <a@example.org> wrote:"; 0 where that does not begin here. */
function linesOfWrote(stretches: readonly Stretch[], index: number): number {
  let words = ''
  for (let count = 1; count <= 3; count += 1) {
    const stretch = stretches[index + count - 1]
    if (!stretch || stretch.isMarked) return 0
    words = `${words} ${stretch.lines.join(' ')}`.trim()
    if (words.length > 400 || !/^(?:on|ar)\b/i.test(words)) return 0
    if (/\d[^\n]{0,300}\b(?:wrote|ysgrifennodd)\s?:$/i.test(words)) return count
  }
  return 0
}

/** Outlook draws a line above the head; it belongs to it. */
function ruleAbove(stretches: readonly Stretch[], index: number): number {
  for (let at = index - 1; at >= 0; at -= 1) {
    const words = (stretches[at]?.lines ?? []).join('').trim()
    if (words !== '') return /^[-_]{4,200}$/.test(words) ? at : index
  }
  return index
}

/** The first stretch with words from here on. */
function nextWith(stretches: readonly Stretch[], from: number): number | null {
  for (let at = Math.max(from, 0); at < stretches.length; at += 1)
    if (stretches[at]?.lines.some((line) => line.trim() !== '')) return at
  return null
}

/** Lines with words, from the first one of this stretch on; none where that stretch has none. */
function linesFrom(stretches: readonly Stretch[], index: number, most: number): readonly string[] {
  const lines: string[] = []
  for (let at = index; at < stretches.length && at < index + 4 * most && lines.length < most; at += 1) {
    const here = (stretches[at]?.lines ?? []).filter((line) => line.trim() !== '')
    if (at === index && here.length === 0) return []
    lines.push(...here)
  }
  return lines.slice(0, most)
}

function lastWords({ lines }: Stretch): string | null {
  return lines.map((line) => line.trim()).findLast((line) => /[\p{L}\d]/u.test(line)) ?? null
}
