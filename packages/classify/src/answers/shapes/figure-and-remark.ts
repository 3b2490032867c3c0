import { labelIn } from './label.ts'
import type { Entry, Shape } from './shape.ts'

/** «27 (plus 5 awaiting the court)», «None (3 are still open)»: in brackets a further figure that the first leaves out. */
export const figureAndRemark: Shape = {
  id: 'answers/figure-and-remark',
  about: 'A figure, and in brackets another that comes on top of it.',
  read: ({ words, figures }): readonly Entry[] => {
    const [first, second, third] = figures
    if (!first || !second || third || words.slice(0, first.span.start).trim() !== '') return []
    if (second.value.quantity !== 'count' || first.value.quantity !== 'count') return []
    const between = words.slice(first.span.end, second.span.start)
    const behind = /^\s{1,3}(?:(?:are|were|is|was)\s)?(?<label>[a-z][a-z /-]{3,60})\)\.?$/i.exec(
      words.slice(second.span.end),
    )
    const comesOnTop = /^\s{0,3}\(\s?(?:plus|and|with|another|a further|further)\s(?:a further\s|another\s)?$/i.test(
      between,
    )
    const isOpen = first.value.number === 0 && /^[a-z ]{0,20}\(\s?$/i.test(between)
    const label = behind?.groups?.label ? labelIn(behind.groups.label) : null
    if (!label || !(comesOnTop || isOpen)) return []
    return [
      { figure: first, period: null, label: null, isUnit: false },
      { figure: second, period: null, label, isUnit: false },
    ]
  },
  examples: [
    ['27 (plus 5 awaiting the court)', '=27 |  | ', '=5 |  | awaiting the court'],
    ['None (3 are still open)', '=0 |  | ', '=3 |  | still open'],
  ],
  nearMisses: ['27 (5 of these were paid)', '27 (including 5 from schools)', '27 (20%)', '27 (2019: 14)', 'None'],
}
