/**
 * The words of a question one by one: one case, plain quotes, hyphens gone ("e-mail", "fly-tipping"), "£500" and "50%"
 * whole, "2019/20" one word. What stands in brackets as another name, an example or an abbreviation is left out.
 */
export function wordsIn(question: string): readonly string[] {
  const plain = question
    .normalize('NFKC')
    .replace(/[’‘`]/g, "'")
    .replace(
      /\((?:[A-Z]{2,6}'?s?|(?:aka|a\.k\.a\.?|also known as|e\.?g\.?|for example|such as|eg)(?![a-z])[^()]{0,200})\)/g,
      ' ',
    )
    .toLowerCase()
  return [...plain.matchAll(aWord)].map(([word]) => tidy(word))
}

const aWord =
  /(?:19|20)\d\d ?[/–-] ?(?:(?:19|20)?\d\d|\d)(?!\d)|\d\d[/–-]\d\d(?!\d)|\d{1,2}(?:st|nd|rd|th)(?![a-z])|£?\d+(?:,\d{3}(?!\d)|\.\d+)*%?|%|[\p{L}\p{N}]+(?:[-'‑][\p{L}\p{N}]+)*/gu

function tidy(word: string): string {
  if (/^[£\d]/.test(word)) return word.replaceAll(',', '').replaceAll(' ', '')
  return numbers[word] ?? word.replace(/'s$/, '').replace(/['‑-]/g, '')
}

const numbers: Readonly<Record<string, string>> = Object.fromEntries(
  'zero one two three four five six seven eight nine ten eleven twelve'.split(' ').map((word, at) => [word, `${at}`]),
)

/**
 * One form for the singular and the plural, the present and the past of a word: "potholes", "issued". Where it is not
 * sure of a word it may give it two forms, and never gives one form to two words.
 */
export function plainForm(word: string): string {
  const irregular = irregulars[word]
  if (irregular !== undefined) return irregular
  if (word.length < 4 || /\d/.test(word)) return word
  const one = singular(word)
  // "euthanized"
  return irregulars[one] ?? present(one).replace(/(?<=[^aeiou])iz(?=(?:e|ing|ation)$)/, 'is')
}

function singular(word: string): string {
  if (!word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  return word
    .slice(0, -1)
    .replace(/(?<=[^aeiou])ie$/, 'y')
    .replace(/(?<=ss|x|ch|sh|zz)e$/, '')
}

function present(word: string): string {
  if (word.length < 6 || !word.endsWith('ed') || word.endsWith('eed')) return word
  const stem = word.slice(0, -2)
  if (/([bdfgmnprt])\1$/.test(stem)) return stem.slice(0, -1)
  if (stem.length > 6 && stem.endsWith('ell')) return stem.slice(0, -1)
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`
  return /(?:[cuvz]|[^s]s|[ardn]g|[^aeioul]l|[^aeo]at|[uhf]ir|ut|et|[^o]ok|[^e]ak)$/.test(stem) ? `${stem}e` : stem
}

const irregulars: Readonly<Record<string, string>> = {
  children: 'child',
  people: 'person',
  persons: 'person',
  news: 'news',
  individual: 'person',
  individuals: 'person',
  women: 'woman',
  men: 'man',
  paid: 'pay',
  spent: 'spend',
  spending: 'spend',
  expenditure: 'spend',
  given: 'give',
  gave: 'give',
  made: 'make',
  taken: 'take',
  sold: 'sell',
  bought: 'buy',
  stole: 'stolen',
  sent: 'send',
  used: 'use',
  fined: 'fine',
  costs: 'cost',
  employee: 'staff',
  employees: 'staff',
  emails: 'email',
}
