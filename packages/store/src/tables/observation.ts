import type { Value } from '@disclosed/classify'
import type { Block } from '@disclosed/document'
import { incidentTypeCodes } from '@disclosed/reference'
import { boundsOf } from '../bounds.ts'
import { chance, day, flag, json, oneOf, orNull, real, refersTo, table, text } from '../table.ts'
import type { Told } from '../told.ts'
import { codesOf, periodBases, quantities, relations, timings, valueStates } from '../vocabularies.ts'
import { firstWords, wordsColumns, wordsOf } from '../words.ts'

export const observation = table({
  name: 'observation',
  about: 'One row for each figure that a document gives, just as it gives it. What is not sure stands here too.',
  columns: {
    id: text('Made of the document, the words, and which occurrence of them it is.'),
    document: refersTo('document', text('The document.')),
    question: orNull(refersTo('question', text("The question it answers; null for a report's own figures."))),
    number: orNull(real('The number as written; null for a band and for a figure that was not given.')),
    low: orNull(real('The least that the words allow; of a count, 0 where they set no other limit.')),
    high: orNull(real('The most that the words allow. Of a count "<5" is at most 4.')),
    relation: oneOf(codesOf(relations), 'How the number is meant.'),
    unit: orNull(text('What is counted, in the words of the document.')),
    quantity: oneOf(codesOf(quantities), 'What sort of figure it is.'),
    state: oneOf(codesOf(valueStates), 'What the document says of the figure.'),
    measure: orNull(refersTo('measure', text('What it measures; null where no measure fits.'), 'code')),
    incident_type: orNull(oneOf(incidentTypeCodes, 'The type of incident it counts.')),
    category: orNull(text('The labels it stands under, joined by " / "; null for a total.')),
    dimensions: json('Those labels one by one, as JSON: name and label.'),
    total: flag('1 where the document calls it a total.'),
    part_of: orNull(text('What it is part of, or a percentage of, where that is told.')),
    about: orNull(text('Another authority that it is about.')),
    period_from: orNull(day('The first day of its period.')),
    period_to: orNull(day('The last day.')),
    timing: oneOf(codesOf(timings), 'Over the period, or as at a day.'),
    each: orNull(oneOf(['year', 'quarter', 'month'], 'Said of every such part of the period.')),
    period_basis: orNull(oneOf(codesOf(periodBases), 'What tells the period.')),
    as_written: text('The figure in the words of the document.'),
    hedge: orNull(text('The word that qualifies it: known, recorded.')),
    notes: orNull(text("The document's own remarks on it.")),
    heading: orNull(text('The nearest heading above it.')),
    sheet: orNull(text('The sheet of the workbook it stands on.')),
    ocr: orNull(chance('The lowest confidence of its words, where they were recognised from a picture.')),
    confidence: chance('The chance that number, unit, period and question are all right.'),
    sure: flag('1 where it is sure.'),
    ...wordsColumns,
  },
  *rows(told) {
    const headings = headingsOf(told)
    for (const { id, question, finding } of told.observations) {
      const words = firstWords(finding.evidence)
      yield {
        id,
        document: told.document.id,
        question,
        ...figures(finding),
        ...meaning(finding),
        ...period(finding),
        as_written: finding.asWritten,
        hedge: finding.hedge,
        notes: finding.notes.map(({ quote }) => quote).join('\n') || null,
        heading: words ? headings(words.start) : null,
        sheet: words?.place && 'sheet' in words.place ? words.place.sheet : null,
        ocr: words?.ocr ?? null,
        confidence: finding.confidence,
        sure: finding.sure,
        ...wordsOf(told.document, finding.evidence),
      }
    }
  },
})

function figures(value: Value) {
  const { number, relation, unit, quantity, state } = value
  return { number: typeof number === 'number' ? number : null, ...boundsOf(value), relation, unit, quantity, state }
}

function meaning({ measure, incidentType, category, dimensions, total, of, about }: Value) {
  return {
    measure,
    incident_type: incidentType,
    category,
    dimensions: JSON.stringify(dimensions),
    total,
    part_of: of,
    about,
  }
}

function period({ from, to, timing, each, basis }: Value) {
  return { period_from: from, period_to: to, timing, each, period_basis: basis.period }
}

/** Tells the last heading before a place of the text. */
function headingsOf({ document }: Told): (start: number) => string | null {
  const headings = flatten(document.blocks)
    .filter(({ kind }) => kind === 'heading')
    .map(({ start, end }) => ({ start, words: document.text.slice(start, end) }))
  return (start) => headings.findLast((heading) => heading.start <= start)?.words ?? null
}

function flatten(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block) => (block.kind === 'quoted' ? flatten(block.blocks) : [block]))
}
