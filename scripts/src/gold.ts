import type { Question } from '@disclosed/classify'

/** What a careful person says a letter says. */
export interface GoldLetter {
  readonly kind: string
  readonly authority: string | null
  readonly authority_also?: string
  readonly reference: string | null
  readonly received: string | null
  readonly responded: string | null
  readonly questions: readonly GoldQuestion[]
  /** Of the whole, where no question is on the page. */
  readonly values?: readonly GoldValue[]
  readonly exemptions: readonly { readonly cite: string; readonly role: string }[]
  readonly tables: readonly {
    readonly kind: string
    readonly header: readonly string[]
    readonly rows: readonly (readonly (number | string)[])[]
  }[]
}

export interface GoldQuestion {
  readonly starts: string
  readonly outcome: string
  readonly outcome_also?: string
  readonly values: readonly GoldValue[]
}

export interface GoldValue {
  readonly number: number | readonly number[]
  readonly relation: string
  readonly from: string | null
  readonly to: string | null
}

/** For each question that was read, by its index, the labelled one that begins with the same words; each is used once. */
export function pairQuestions(
  labels: readonly GoldQuestion[],
  read: readonly Pick<Question, 'text'>[],
): ReadonlyMap<number, GoldQuestion> {
  const pairs = new Map<number, GoldQuestion>()
  for (const label of labels) {
    const starts = plain(label.starts)
    const index = read.findIndex(
      ({ text }, at) =>
        !pairs.has(at) &&
        plain(text)
          .slice(0, starts.length + 60)
          .includes(starts),
    )
    if (index >= 0) pairs.set(index, label)
  }
  return pairs
}

export function sameName(one: string | null | undefined, other: string | null | undefined): boolean {
  return plain(one) !== '' && plain(one) === plain(other)
}

/** "FOI 2021/14" and "2021/14" are one reference. */
export function sameReference(one: string | null, other: string | null): boolean {
  const key = (words: string | null) =>
    plain(words?.replace(/^(?:foia?|eir|ref(?:erence)?|case|request)[\s:/.#-]*/i, '')).replaceAll(' ', '')
  return key(one) !== '' && key(one) === key(other)
}

function plain(words: string | null | undefined): string {
  return (words ?? '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9%£]+/g, ' ')
    .trim()
}
