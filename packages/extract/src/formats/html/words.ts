import type { Run } from '../../line.ts'
import { type Element, isHidden, isTag, isText } from './dom.ts'
import { InlineWords, plain, type Style, styleWithin } from './inline.ts'
import { labelOfRuns } from './labels.ts'

/** All words of an element but those of elements that stand apart, with a break wherever a block begins or ends. */
export function wordsOf(element: Element, apart: ReadonlySet<Element> = nothing): readonly Run[] {
  const words = new InlineWords()
  gather(element, styleWithin(element, plain), words, apart)
  return words
    .take()
    .flatMap((runs, index) => (index === 0 ? runs : [{ text: '\n' }, ...runs]))
    .map(withLabelShown)
}

const nothing: ReadonlySet<Element> = new Set()

export function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

/** Elements whose words are not shown, or are those of the page's controls. */
export const silent: ReadonlySet<string> = new Set(
  'script style template noscript head title meta link iframe object embed svg canvas audio video map select option button input textarea datalist del rp rt'.split(
    ' ',
  ),
)

export const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption'.split(
    ' ',
  ),
)

function gather(element: Element, style: Style, words: InlineWords, apart: ReadonlySet<Element>): void {
  for (const child of element.children) {
    if (isText(child)) words.add(child.data, style)
    else if (isTag(child) && !silent.has(child.name) && !isHidden(child) && !apart.has(child)) {
      const parts = child.name === 'br' || blocks.has(child.name)
      if (parts) words.break()
      gather(child, styleWithin(child, style), words, apart)
      if (parts && child.name !== 'br') words.break()
    }
  }
}

function withLabelShown(run: Run): Run {
  const { label, rest } = labelOfRuns([run])
  return label === null ? run : { ...run, text: `${label.label} ${textOf(rest)}` }
}
