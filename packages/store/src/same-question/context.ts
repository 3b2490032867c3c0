import { contentId, plainWords } from '../ids.ts'
import { type Form, formAbove, formOf, tellingIn } from './form.ts'
import { isPeriodWord } from './periods.ts'

/** A question as it stands in a letter. */
export interface Worded {
  readonly text: string
  /** The words before a list of questions that belong to each of them. */
  readonly stem: string | null
  /** Which of the questions it is part of, counted from 0; null where it is part of none. */
  readonly parent: number | null
}

/** What is known of a question from its own letter alone. */
export interface Asked {
  /** An id of its words, and of those that it leans on: of the same words, years apart, it is the same. */
  readonly wording: string
  /** What it asks, without the ways of putting it; null where that cannot be told from this letter. */
  readonly matter: string | null
  /** The earlier question without which it means nothing, counted from 0: "How many of these were upheld?" */
  readonly leansOn: number | null
}

/**
 * What each question of a letter asks, in their order. `own` are the names of the authority that is asked.
 * A question that leans on nothing that is there belongs to its letter (`letter`) alone.
 */
export function askedIn(questions: readonly Worded[], own: readonly string[], letter: string): readonly Asked[] {
  const formed = (words: string) => formKnown(words, own)
  const done: { readonly form: Form | null; readonly asked: Asked }[] = []
  let before: number | null = null
  for (const [at, { text, stem, parent }] of questions.entries()) {
    const alone = formed(text)
    const above = stem === null ? null : formAbove(formed(stem))
    const mayPoint = alone.points && (parent !== null || before !== null)
    const hasSubject = !alone.depends || (above !== null && !above.depends && !mayPoint)
    const leansOn = hasSubject ? null : parent !== null && parent < at ? parent : before
    const earlier = leansOn === null ? null : (done[leansOn] ?? null)
    const known = [...(earlier?.form?.words ?? []), ...alone.words]
    const listed = above !== null && tellsMore(above, known) ? joined(above, alone) : alone
    const form = hasSubject ? listed : earlier?.form ? joined(earlier.form, listed) : null
    const isWhole = form !== null && alone.words.length > 0
    const around = hasSubject ? [] : isWhole && earlier ? [earlier.asked.wording] : [letter]
    // "under the Licensing Act 2003": of years, only those that are part of a name are left in it.
    const named = isWhole ? form.words.filter(isPeriodWord) : []
    done.push({
      form: isWhole ? form : null,
      asked: {
        wording: contentId('question_group', withoutYears(`${stem ?? ''} ${text}`), ...named, ...around),
        matter: isWhole ? `${form.wanted || 'told'}: ${form.words.join(' ')}` : null,
        leansOn,
      },
    })
    if (hasSubject) before = at
  }
  return done.map(({ asked }) => asked)
}

/** One request goes to many: most questions were met before, and only the name of who is asked may be another. */
function formKnown(words: string, own: readonly string[]): Form {
  const lower = words.toLowerCase()
  const named = own.filter((name) => lower.includes(plainWords(name).split(' ', 1)[0] ?? ''))
  const key = JSON.stringify([words, ...named])
  const known = forms.get(key) ?? formOf(words, named)
  if (forms.size >= mostForms) forms.clear()
  forms.set(key, known)
  return known
}

const forms = new Map<string, Form>()
const mostForms = 10_000

function withoutYears(words: string): string {
  const plain = plainWords(words).replace(/\b(?:19|20)\d\d(?: \d\d(?!\d))?\b/g, '#')
  return plain.replace(/^(?:\d{1,2}|[a-z]|q\d{1,2}|question \d{1,2}) (?=\D)/, '')
}

/** "Management of FOI requests:" says nothing that "How many FOI requests were received?" does not. */
function tellsMore(stem: Form, words: readonly string[]): boolean {
  return tellingIn(stem.words.filter((word) => !words.includes(word))) > 0
}

/** `|` parts what is leant on from what leans. */
function joined(first: Form, second: Form): Form {
  return {
    words: [...first.words, '|', ...second.words],
    wanted: second.wanted || first.wanted,
    depends: false,
    points: false,
  }
}
