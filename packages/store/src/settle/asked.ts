import type { Database } from '../database.ts'
import type { AskedRow } from '../tables/asked.ts'
import { type Dataset, groupBy } from './dataset.ts'
import { type Responses, referenceKeyOf } from './responses.ts'

type Request = Pick<AskedRow, 'id' | 'round' | 'authority' | 'sent' | 'reference'>
type Answer = Responses['rows'][number]
type Settled = Pick<AskedRow, 'state' | 'response' | 'rule'>

/** Finds the answer to each request that was sent. Silence is only said where nothing of the authority could be the answer. */
export function settleAsked(db: Database, dataset: Dataset, responses: Responses): void {
  const requests = db.all('SELECT id, round, authority, sent, reference FROM asked ORDER BY id') as readonly Request[]
  const answers = groupBy(responses.rows.filter(hasLetter(dataset, responses)), ({ authority }) => authority ?? '')
  const noted = acknowledgedBy(dataset, responses)
  for (const [authority, all] of groupBy(requests, (each) => each.authority ?? '')) {
    const settled = matched(all, authority === '' ? [] : (answers.get(authority) ?? []))
    for (const request of all) {
      const found = settled.get(request.id) ?? silence(request, noted)
      db.run('UPDATE asked SET state = @state, response = @response, rule = @rule WHERE id = @id', {
        ...found,
        id: request.id,
      })
    }
  }
}

/** The surest way of telling first; what one request has got is no answer to another. */
function matched(requests: readonly Request[], answers: readonly Answer[]): ReadonlyMap<string, Settled> {
  const settled = new Map<string, Settled>()
  const taken = new Set<string>()
  const take = (rule: NonNullable<AskedRow['rule']>, fits: (request: Request, answer: Answer) => boolean): void => {
    const open = requests.filter(({ id }) => !settled.has(id))
    const left = answers.filter(({ id }) => !taken.has(id))
    const pairs = open.map((request) => ({ request, fitting: left.filter((answer) => fits(request, answer)) }))
    for (const { request, fitting } of pairs) {
      const rivals = pairs.filter((each) => each.fitting.some((answer) => fitting.includes(answer)))
      // Of several answers to one request the latest.
      const last = fitting.toSorted((one, other) => compare(one.responded ?? '', other.responded ?? '')).at(-1)
      if (!last) continue
      const isOurs = rivals.length === 1
      settled.set(request.id, isOurs ? { state: 'answered', response: last.id, rule } : unclear)
      for (const { id } of isOurs ? fitting : []) taken.add(id)
    }
  }
  take('reference', (request, answer) => {
    const key = referenceKeyOf(request.reference)
    return key !== null && key === referenceKeyOf(answer.reference)
  })
  const isOfRound = (request: Request, answer: Answer) => answer.round === request.round && mayAnswer(request, answer)
  // Of two answers of a round, the one to what was received when the request was sent.
  take('round', (request, answer) => isOfRound(request, answer) && isSoonAfter(request, answer))
  take('round', isOfRound)
  take('day', (request, answer) => answer.round === null && mayAnswer(request, answer) && isSoonAfter(request, answer))
  // A letter that tells no day and no round may be the answer: nobody is called silent beside it.
  const left = answers.filter(({ id, round }) => !taken.has(id) && round === null)
  for (const request of requests) {
    const isMaybe = !settled.has(request.id) && left.some((answer) => mayAnswer(request, answer))
    if (isMaybe) settled.set(request.id, unclear)
  }
  return settled
}

const unclear: Settled = { state: 'unclear', response: null, rule: null }

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function mayAnswer({ reference, sent }: Request, answer: Answer): boolean {
  const [asked, answered] = [referenceKeyOf(reference), referenceKeyOf(answer.reference)]
  if (asked !== null && answered !== null && asked !== answered) return false
  return sent === null || answer.responded === null || sent <= answer.responded
}

function isSoonAfter({ sent }: Request, { received }: Answer): boolean {
  if (sent === null || received === null) return false
  const days = (Date.parse(received) - Date.parse(sent)) / 86_400_000
  return days >= 0 && days <= 7
}

function silence({ authority, round, reference }: Request, noted: ReadonlySet<string>): Settled {
  const state =
    authority === null
      ? 'unknown'
      : [round, `ref ${referenceKeyOf(reference)}`].some((key) => noted.has(`${authority} ${key}`))
        ? 'acknowledged'
        : 'silent'
  return { state, response: null, rule: null }
}

/** An acknowledgement alone is no answer. */
function hasLetter({ documents }: Dataset, responses: Responses): (answer: Answer) => boolean {
  const letters = new Set(
    documents
      .filter(({ kind }) => kind === 'foi_response' || kind === 'internal_review')
      .flatMap(({ id }) => responses.of.get(id)?.response ?? []),
  )
  return ({ id }) => letters.has(id)
}

function acknowledgedBy({ documents, places }: Dataset, responses: Responses): ReadonlySet<string> {
  const rounds = groupBy(
    places.filter(({ round }) => round !== null),
    ({ document }) => document,
  )
  return new Set(
    documents
      .filter(
        ({ id, kind, authority }) => kind === 'foi_acknowledgement' && authority !== null && !responses.of.has(id),
      )
      .flatMap(({ id, authority, reference }) => [
        ...(rounds.get(id) ?? []).map(({ round }) => `${authority} ${round}`),
        ...(reference === null ? [] : [`${authority} ref ${referenceKeyOf(reference)}`]),
      ]),
  )
}
