/**
 * A text as a cell of CSV that no spreadsheet runs: one that begins as a formula does (= + - @, their wide forms, a tab, a line
 * break) gets an apostrophe before it, unless it is nothing but a signed number ("-5", "+1.5%").
 */
export function textSafe(text: string): string {
  return /^(?:[=@\t\r\n＝＠＋－]|[+-](?!$|[\d.,£% ]*$))/.test(text) ? `'${text}` : text
}

/** A cell as CSV writes it (RFC 4180); null is empty. */
export function csvCell(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'string') return String(value)
  const text = textSafe(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
