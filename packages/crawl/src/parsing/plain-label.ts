/** The form under which two labels are one: "FOI Reference No.:" and "foi reference no". */
export function plainLabel(words: string): string {
  return words
    .toLowerCase()
    .replace(/[’‘]/g, "'")
    .replace(/[^a-z0-9'()/&]+/g, ' ')
    .trim()
}
