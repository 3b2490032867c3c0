/** Is a line what a page puts between two pieces of a table: "Page 2 of 3", "- 4 -", "Table 2 (continued)"? */
export function isPageBreak(text: string): boolean {
  return text.length <= 100 && pageWords.some((words) => words.test(text))
}

const pageWords: readonly RegExp[] = [
  /^\W{0,3}(?:page )?\d{1,4}(?: (?:of|\/) \d{1,4})?\W{0,3}$/i,
  /\(cont(?:inued|'d|’d|d)?\.?\)$/i,
  /^continued\b/i,
  /^table \d{1,2}[a-z]?\b.* continued$/i,
]
