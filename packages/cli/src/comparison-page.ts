import { type Cell, type Comparison, roundInWords, type Sentence, sumShown, whyNoSum } from '@disclosed/compare'
import { chartOf, chartStyle, refusalMarks } from './comparison-chart.ts'
import { html, pageOf, type Safe } from './html.ts'
import { oneLine } from './io.ts'

/**
 * A comparison as one page of its own, without scripts and without anything from elsewhere: charts, the table, what its marks
 * mean, and below it the words of each cell, to which the cell leads, in the sentence or row that they stand in.
 */
export function comparisonPage(
  comparison: Comparison,
  made: string,
  sentence: (observation: string | null) => Sentence | null = () => null,
): string {
  const { subject, per, rows, caveats, legend, rounds, wordings, totals, notes } = comparison
  const title = subject === null ? 'Nothing to compare' : subject.label
  const what =
    subject === null ? '' : `${subject.counts}${per === null ? '' : `, per ${per.toLocaleString('en-GB')} residents`}`
  const remarks = [...whyNoSum(totals), ...notes]
  const body = html`<header><h1>${oneLine(title)}</h1><p>${what}</p></header>
<main>
${rows.length === 0 ? html`<p>Nothing to show.</p>` : html`${charts(comparison)}${table(comparison)}`}
${remarks.length > 0 ? html`<ul class="remarks">${remarks.map((each) => html`<li>${each}</li>`)}</ul>` : ''}
${legend.length > 0 ? html`<section><h2>Marks</h2><dl>${legend.map(({ mark, meaning }) => html`<div><dt>${mark}</dt><dd>${meaning}</dd></div>`)}</dl></section>` : ''}
${caveats.length > 0 ? html`<section><h2>Caveats</h2><dl>${caveats.map(({ mark, meaning, cells }) => html`<div><dt>${mark} (${String(cells)})</dt><dd>${meaning}</dd></div>`)}</dl></section>` : ''}
${rounds.length > 0 ? html`<section><h2>Who was asked</h2><ul>${rounds.map((each) => html`<li>${oneLine(roundInWords(each))}</li>`)}</ul></section>` : ''}
${wordings.length > 1 ? html`<section><h2>Asked as</h2><ul>${wordings.map(({ text, authorities }) => html`<li>${String(authorities)} × ${oneLine(text)}</li>`)}</ul></section>` : ''}
${words(comparison, sentence)}
</main>
<footer><p>Made on ${made} by Disclosed from letters of public authorities. A blank is no zero, and no order of authorities is meant unless one was asked for.</p></footer>`
  return pageOf({ title: oneLine(title), style: `${style}${chartStyle}`, body })
}

function charts({ rows, columns }: Comparison): Safe | string {
  const drawn = rows.flatMap((row) => chartOf(row, columns) ?? [])
  if (drawn.length === 0) return ''
  const marks = refusalMarks(rows, columns)
  return html`<section class="charts"><h2>Over the years</h2>
<p class="how">Each on a scale of its own, whose top stands above it. ● calendar years, ■ financial and academic ones; hollow: not sure; pale: part of a year, or more than one; a stroke: a bound${marks.length === 0 ? '' : `; on the ground line, where there is no figure: ${marks.join(', ')}`}.</p>
<div>${drawn}</div></section>
`
}

function table({ columns, rows, totals }: Comparison): Safe {
  const head = columns.map(({ label }) => html`<th scope="col">${label}</th>`)
  const body = rows.map(
    ({ name, cells }, row) =>
      html`<tr><th scope="row">${oneLine(name)}</th>${cells.map((cell, column) => tableCell(cell, `${row}-${column}`))}</tr>
`,
  )
  const isSilent = totals.some(({ silent }) => silent > 0)
  const sums =
    totals.length === 0
      ? []
      : [
          html`<tr><th scope="row">Sum of whole years</th>${totals.map((total) => html`<td>${sumShown(total)}</td>`)}</tr>`,
          html`<tr><th scope="row">given by</th>${totals.map(({ given, asked }) => html`<td>${`${given} of ${asked}`}</td>`)}</tr>`,
          ...(isSilent
            ? [
                html`<tr><th scope="row">silent</th>${totals.map(({ silent }) => html`<td>${String(silent)}</td>`)}</tr>`,
              ]
            : []),
        ]
  return html`<section><h2>Figures</h2><div class="wide"><table>
<thead><tr><td></td>${head}</tr></thead>
<tbody>${body}</tbody>
<tfoot>${sums}</tfoot>
</table></div></section>
`
}

function tableCell(cell: Cell, id: string): Safe {
  const { kind, shown, caveats } = cell
  const isBehind = said(cell).length > 0
  return html`<td class="${kind}" id="cell-${id}">${isBehind ? html`<a href="#words-${id}" title="${caveats.join(', ')}">${shown}</a>` : shown}</td>`
}

/** What a cell rests on: the answer that stands for it, else all that was said of it. */
function said({ basis, others }: Cell) {
  return basis === null ? others : [basis]
}

function words(
  { rows, columns }: Comparison,
  sentence: (observation: string | null) => Sentence | null,
): Safe | string {
  const all = rows.flatMap(({ name, cells }, row) =>
    cells.flatMap((cell, column) => {
      const behind = said(cell)
      if (behind.length === 0) return []
      return [
        html`<article id="words-${`${row}-${column}`}"><h3><a href="#cell-${`${row}-${column}`}">${oneLine(name)}, ${columns[column]?.label ?? ''}: ${cell.shown}</a></h3>
${behind.map(
  ({
    quote,
    place,
    link,
    period_from: from,
    period_to: to,
    confidence,
    checked,
    asked,
    grounds,
    observation,
  }) => html`<blockquote>${quoted(quote, sentence(observation))}</blockquote>
<p>${opened(link, place)}${from === null && to === null ? '' : ` · ${from ?? '…'} to ${to ?? '…'}`}${checked === 1 ? ' · checked by a person' : confidence === null ? '' : ` · ${Math.floor(confidence * 100)}% likely to be read right`}${grounds === null ? '' : ` · relies on ${grounds}`}</p>
${asked === null ? '' : html`<p class="asked">Asked: ${oneLine(asked)}</p>`}
`,
)}</article>
`,
      ]
    }),
  )
  return all.length === 0 ? '' : html`<section class="words"><h2>The words</h2>${all}</section>`
}

function quoted(quote: string | null, around: Sentence | null): Safe | string {
  // Words that were recognised or put together need not be those at their place.
  if (around === null || around.words !== quote) return oneLine(quote ?? 'no words of its own')
  const [before, after] = [oneLine(around.before), oneLine(around.after)]
  const gap = (edge: string | undefined) => (/\s/.test(edge ?? '') ? ' ' : '')
  return html`${before}${gap(around.before.at(-1))}<mark>${oneLine(around.words)}</mark>${gap(around.after[0])}${after}`
}

/** Only web addresses open from a page that is sent around; a path says where to look. */
function opened(link: string, place: string | null): Safe {
  const where = place === null ? '' : `, ${oneLine(place)}`
  return /^https?:\/\//i.test(link)
    ? html`<a href="${link}">${oneLine(link)}</a>${where}`
    : html`${oneLine(link)}${where}`
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: #8886; --refused: light-dark(#b91c1c, #f98b8b); --unsure: light-dark(#b45309, #f0a55a); }
body { margin: 0 auto; max-width: 75rem; padding: 0 1.2rem; } header p { margin: 0; color: GrayText; } h1 { font-size: 1.5rem; margin: 1.2rem 0 0; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 .5rem; } h3 { font-size: .95rem; margin: 0; } .how, footer, .asked { font-size: .85rem; color: GrayText; }
.charts div { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .8rem 1.2rem; }
.wide { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; } th, td { padding: .25rem .7rem; border-bottom: 1px solid var(--line); }
th { text-align: left; font-weight: 600; } thead th, td { text-align: right; white-space: nowrap; } td a { color: inherit; } tfoot { color: GrayText; }
td.refusal, td.silent, td.acknowledged { color: var(--refused); } td.unsure, td.disagrees { color: var(--unsure); }
td.not_asked, td.spanned, td.no_figure, td.other_period, td.parts, td.by_category { color: GrayText; }
dl div { display: flex; gap: .7rem; } dt { min-width: 9rem; font-weight: 600; } dd { margin: 0; }
article { border-left: 4px solid var(--line); padding: .2rem .8rem; margin: 0 0 .8rem; break-inside: avoid; overflow-wrap: anywhere; } article p { margin: .1rem 0; font-size: .9rem; }
mark { background: light-dark(#fde68a, #7c5a12); color: inherit; } blockquote { margin: .3rem 0; font-family: Georgia, serif; } :target { outline: 2px solid #d97706; }
@media print { a { color: inherit; text-decoration: none; } }
`
