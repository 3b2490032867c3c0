import { spanOf, type Telling, type Told } from '@disclosed/store'
import { html, pageOf, type Safe } from './html.ts'

/** A finding as the page shows it: where it stands, and its fields. */
interface Finding {
  readonly id: string
  readonly kind: 'question' | 'answer' | 'value' | 'exemption' | 'table' | 'incident'
  readonly title: string
  readonly sure: boolean | null
  readonly confidence: number | null
  readonly fields: readonly (readonly [name: string, value: string])[]
  readonly span: { readonly start: number; readonly end: number } | null
}

/** One page of its own, without scripts and without anything from elsewhere: a letter with its findings marked. */
export function letterPage({ told, link, finding, said }: Telling): string {
  const findings = findingsOf(told).map((each) => withWords(each, said))
  const asked = finding === null ? [] : findings.filter(({ id }) => id === finding || id === `${finding}-answer`)
  const { reading } = told
  const title = reading.authority?.name ?? 'A letter'
  const heads: readonly (readonly [string, string | null | undefined])[] = [
    ['what it is', reading.kind],
    ['reference', reading.reference?.value],
    ['received', reading.received?.value],
    ['answered', reading.responded?.value],
    ['as a whole', reading.outcome],
    ['laws', reading.regimes.join(', ')],
    ['file', link],
  ]
  const body = html`<header>
<h1>${title}</h1>
<dl>${heads.filter(([, value]) => value).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value ?? ''}</dd></div>`)}</dl>
</header>
<main>
<pre class="letter">${markedText(told.document.text, findings, new Set(asked.map(({ id }) => id)))}</pre>
<aside>
${asked.length > 0 ? html`<section class="asked"><h2>What was asked for</h2>${asked.map(card)}</section>` : ''}
<section><h2>${findings.length === 0 ? 'Nothing was found in it' : 'What was read'}</h2>${findings.filter((each) => !asked.includes(each)).map(card)}</section>
</aside>
</main>`
  return pageOf({ title, style, body })
}

/** What people said of a finding stands among its fields; a word on a question is one on its answer. */
function withWords(finding: Finding, said: Telling['said']): Finding {
  const words = finding.kind === 'question' ? [] : (said.get(finding.id.replace(/-answer$/, '')) ?? [])
  const lines = words.map(({ by, kind, value, why, made, state }): readonly [string, string] => [
    'said of it',
    `${by}, ${made.slice(0, 10)}: ${kind}${value === null ? '' : ` ${value}`}${why === null ? '' : ` (${why})`}, ${state}`,
  ])
  return { ...finding, fields: [...finding.fields, ...lines] }
}

function card({ id, kind, title, sure, confidence, fields, span }: Finding): Safe {
  const how = confidence === null ? '' : `${sure ? 'sure' : 'not sure'}, ${confidence.toFixed(2)}`
  return html`<article class="${kind}" id="about-${id}">
<h3><span class="kind">${kind}</span> ${span ? html`<a href="#${id}">${title}</a>` : title} <small>${how}</small></h3>
<dl>${fields.filter(([, value]) => value !== '').map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</article>
`
}

/** The text cut where findings begin and end: a piece bears the kinds of all that hold it, and leads to the smallest. */
function markedText(text: string, findings: readonly Finding[], asked: ReadonlySet<string>): readonly Safe[] {
  const placed = findings.flatMap((each) => (each.span && each.kind !== 'table' ? [{ ...each, span: each.span }] : []))
  const cuts = [...new Set([0, text.length, ...placed.flatMap(({ span }) => [span.start, span.end])])].toSorted(
    (a, b) => a - b,
  )
  const starting = Map.groupBy(placed, ({ span }) => span.start)
  const ending = Map.groupBy(placed, ({ span }) => span.end)
  const open = new Set<(typeof placed)[number]>()
  return cuts.slice(0, -1).map((start, index) => {
    for (const each of ending.get(start) ?? []) open.delete(each)
    const begun = starting.get(start) ?? []
    for (const each of begun) open.add(each)
    const words = visible(text.slice(start, cuts[index + 1]))
    const anchors = begun.map(({ id }) => html`<a id="${id}"></a>`)
    const smallest = [...open].toSorted((a, b) => length(a) - length(b))[0]
    if (!smallest) return html`${words}`
    const kinds = [
      ...new Set([...open].map(({ kind }) => kind)),
      ...([...open].some(({ id }) => asked.has(id)) ? ['this'] : []),
    ]
    return html`${anchors}<mark class="${kinds.join(' ')}"><a href="#about-${smallest.id}" title="${smallest.title}">${words}</a></mark>`
  })
}

function length({ span }: { readonly span: { readonly start: number; readonly end: number } }): number {
  return span.end - span.start
}

/** Control characters and marks that turn the direction of writing would make a page show other words than it holds. */
function visible(words: string): string {
  return Array.from(words, (each) => (isHiding(each.codePointAt(0) ?? 0) ? '\ufffd' : each)).join('')
}

function isHiding(code: number): boolean {
  const isControl = (code < 0x20 && code !== 0x09 && code !== 0x0a) || (code >= 0x7f && code < 0xa0)
  return isControl || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
}

function findingsOf({ questions, observations, citations, tables, incidents }: Told): readonly Finding[] {
  const numbers = new Map(questions.map(({ id, finding }) => [id, finding.number]))
  return [
    ...questions.flatMap(({ id, finding: { number, text, evidence, answer, exemptions } }): readonly Finding[] => [
      {
        ...{ id, kind: 'question', sure: null, confidence: null, span: spanOf(evidence) },
        title: `${number ?? ''} ${shortened(text)}`.trim(),
        fields: [],
      },
      {
        ...{ id: `${id}-answer`, kind: 'answer', sure: answer.sure, confidence: answer.confidence },
        title: `${number ?? ''} ${answer.outcome}`.trim(),
        fields: [
          ['yes or no', answer.yesNo ?? ''],
          ['same as', answer.sameAs ?? ''],
          ['relies on', exemptions.join(', ')],
          ['words', shortened(answer.text)],
        ],
        span: spanOf(answer.evidence),
      },
    ]),
    ...observations.map(
      ({ id, question, finding }): Finding => ({
        ...{ id, kind: 'value', sure: finding.sure, confidence: finding.confidence, span: spanOf(finding.evidence) },
        title: finding.asWritten,
        fields: [
          [
            'number',
            finding.number === null
              ? finding.state
              : `${finding.relation === '=' ? '' : `${finding.relation} `}${[finding.number].flat().join(' to ')}`,
          ],
          ['unit', finding.unit ?? ''],
          ['measure', finding.measure ?? ''],
          ['category', finding.category ?? ''],
          [
            'period',
            [finding.from, finding.to]
              .map((day) => day ?? '…')
              .join(' to ')
              .replace('… to …', ''),
          ],
          ['period told by', finding.basis.period ?? ''],
          ['answers', question === null ? '' : `question ${numbers.get(question) ?? ''}`.trim()],
        ],
      }),
    ),
    ...citations.map(
      ({ id, finding: { cite, role, asWritten, repaired, sure, confidence, evidence } }): Finding => ({
        ...{ id, kind: 'exemption', title: cite, sure, confidence, span: spanOf(evidence) },
        fields: [
          ['role', role],
          ['as written', repaired ? `${asWritten} (repaired)` : asWritten],
        ],
      }),
    ),
    ...tables.map(
      ({ id, finding: { title, kind, header, rowCount, sure, confidence, evidence } }): Finding => ({
        ...{ id, kind: 'table', title: title ?? kind, sure, confidence, span: spanOf(evidence) },
        fields: [
          ['kind', kind],
          ['columns', header.join(' · ')],
          ['rows', String(rowCount)],
        ],
      }),
    ),
    ...incidents.map(
      ({ id, finding }): Finding => ({
        ...{ id, kind: 'incident', sure: finding.sure, confidence: finding.confidence, span: spanOf(finding.evidence) },
        title: finding.reference ?? finding.typeAsWritten ?? 'incident',
        fields: [
          ['date', finding.date ?? ''],
          ['type', finding.type ?? ''],
          ['cause', finding.cause ?? ''],
        ],
      }),
    ),
  ]
}

function shortened(words: string): string {
  const characters = Array.from(words)
  return characters.length <= 160 ? words : `${characters.slice(0, 159).join('')}…`
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; --line: #8884; }
body { margin: 0; } header { padding: 1rem 1.5rem; border-bottom: 1px solid var(--line); } h1 { font-size: 1.3rem; margin: 0 0 .5rem; }
h2 { font-size: 1rem; } h3 { font-size: .95rem; margin: 0; font-weight: 600; } small { color: GrayText; font-weight: 400; }
dl { margin: 0; display: flex; flex-wrap: wrap; gap: .1rem 1.2rem; } dl div { display: flex; gap: .4rem; min-width: 0; }
dt { color: GrayText; } dd { margin: 0; overflow-wrap: anywhere; }
main { display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr); gap: 1.5rem; padding: 1rem 1.5rem; }
.letter { white-space: pre-wrap; overflow-wrap: anywhere; font: 15px/1.6 Georgia, serif; margin: 0; tab-size: 4; }
aside { font-size: .9rem; } article { border-left: 4px solid var(--line); padding: .3rem .7rem; margin: 0 0 .7rem; }
mark { color: inherit; background: #8882; } mark a { color: inherit; text-decoration: none; }
mark.question { background: #3b82f622; } mark.answer { background: #22c55e1f; } mark.exemption { background: #ef444433; } mark.incident { background: #a855f722; }
mark.value { background: #facc1577; } mark.this { outline: 2px solid #d97706; } .kind { color: GrayText; font-weight: 400; }
article.question { border-color: #3b82f6; } article.answer { border-color: #22c55e; } article.value { border-color: #eab308; }
article.exemption { border-color: #ef4444; } article.incident { border-color: #a855f7; } .asked article { background: #d9770618; }
article:target { outline: 2px solid #d97706; } a[id]:target + mark { outline: 2px solid #d97706; }
@media (max-width: 50rem) { main { grid-template-columns: minmax(0, 1fr); } aside { order: -1; } }
@media print { aside { break-before: page; } main { display: block; } }
`
