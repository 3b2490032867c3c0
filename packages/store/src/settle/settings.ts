import type { Dataset, DocumentRow } from './dataset.ts'
import { type Responses, stageOfLetter } from './responses.ts'

/** What is known of a document when its figures are placed. */
export interface Setting {
  readonly document: DocumentRow
  readonly authority: string | null
  readonly authoritySure: boolean
  readonly reference: string | null
  readonly responded: string | null
  /** The day after which it can know nothing: of the answer, else of the request. */
  readonly answered: string | null
  readonly stage: number
}

export function settingsOf(dataset: Dataset, responses: Responses): ReadonlyMap<string, Setting> {
  const rows = new Map(responses.rows.map((each) => [each.id, each]))
  const letters = new Map(dataset.documents.map((each) => [each.id, each]))
  const surely = new Set(
    [...responses.of].flatMap(([id, { response }]) => {
      const letter = letters.get(id)
      return letter?.authority_sure && letter.authority === rows.get(response)?.authority ? [response] : []
    }),
  )
  return new Map(
    dataset.documents.map((document) => {
      const response = rows.get(responses.of.get(document.id)?.response ?? '')
      const responded = document.responded ?? response?.responded ?? null
      const stage = stageOfLetter(document, dataset.stages)
      return [
        document.id,
        {
          document,
          authority: document.authority ?? response?.authority ?? null,
          authoritySure: document.authority ? Boolean(document.authority_sure) : surely.has(response?.id ?? ''),
          reference: document.reference ?? response?.reference ?? null,
          responded,
          answered: responded ?? document.received ?? response?.received ?? null,
          stage: stage === 'interim' ? 0 : stage === 'first' ? 1 : 2,
        },
      ]
    }),
  )
}

/** The address of the document, at the page or the words where that can be said. */
export function linkTo({ link }: DocumentRow, anchor: string | null): string {
  return anchor === null || (anchor.startsWith(':~:') && !isWebAddress(link)) ? link : `${link}#${anchor}`
}

/** Browsers look for words in what they are sent; a path with words behind it opens nothing. */
function isWebAddress(link: string): boolean {
  return /^https?:\/\/[^#]*$/i.test(link)
}
