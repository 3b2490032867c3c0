/** A figure, or one of the signs that stand for one: "1,204" "£3.50" "12%" "<5" "-" "*" "N/A" "nil". */
const figure = /^(?:[(<>≤≥~±+-]{0,2}\s?[£$€]?\s?\d[\d,.\s]{0,16}%?\)?[*†¹²³]?|[-–—*.]{1,3}|n\/?a|nil|none|\[[a-z]\])$/i

/** Do the words read as one figure of a table? */
export function isFigure(words: string): boolean {
  return figure.test(words.trim())
}
