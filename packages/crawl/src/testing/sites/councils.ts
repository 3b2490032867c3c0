import type { FakeSite } from '../site.ts'
import {
  absent,
  british,
  expectedOf,
  inWords,
  type MadeUp,
  named,
  page,
  pageNumber,
  pdf,
  requestsOf,
  slice,
} from './requests.ts'

const number = (each: MadeUp) => String(each.number)
const slug = (each: MadeUp) => each.slug

/** A directory: numbered pages, definitions, files whose address does not tell what they are. */
export const jaduSite: FakeSite = {
  name: 'jadu',
  answer: (asked, state) => {
    const all = requestsOf(state)
    if (asked.path === '/directory/12/foi') {
      const rows = slice(all, pageNumber(asked)).map(
        (each) =>
          `<li class="list__item"><a class="list__link" href="/directory-record/${each.number}/${each.slug}">${each.title}</a></li>`,
      )
      const list = rows.length === 0 ? '<p>No records found</p>' : `<ul class="list--record">${rows.join('')}</ul>`
      return page('Requests', `<p>Showing records of ${all.length}</p>${list}`, state)
    }
    const file = named(asked.path, /^\/downloads\/file\/(\d+)\/answer$/, state, number)
    if (file) return pdf(file)
    const found = named(asked.path, /^\/directory-record\/(\d+)\//, state, number)
    if (!found) return absent
    const answer = found.hasFile ? ` <a href="/downloads/file/${found.number}/answer">Answer (PDF, 12 KB)</a>` : ''
    return page(
      found.title,
      `<dl class="list--definition"><dt>Reference</dt><dd>${found.reference}</dd><dt>Date received</dt><dd>${inWords(found.received)}</dd>
<dt>Date responded</dt><dd>${british(found.responded)}</dd><dt>Request</dt><dd>${found.request}</dd><dt>Response</dt><dd>${found.response}${answer}</dd></dl>`,
      state,
    )
  },
  expected: (state) => expectedOf(state, number, (each) => `/downloads/file/${each.number}/answer`),
  source: (origin) => ({
    id: 'jadu',
    use: 'jadu',
    start: `${origin}/directory/12/foi`,
    authority: 'Amblethorpe Borough Council',
  }),
}

/** One page a year, items in the query; the same item stands under two years. */
export const queryStringSite: FakeSite = {
  name: 'query-string',
  answer: (asked, state) => {
    const all = requestsOf(state)
    const id = asked.query.get('id')
    if (id !== null) {
      const found = all.find((each) => `FOIR-${each.number}` === id)
      if (!found) return absent
      const file = found.hasFile ? `<p><a href="/files/${found.number}.pdf">Letter</a></p>` : ''
      return page(
        `FOI request (${id})`,
        `<h2>${found.title}</h2><p>Requested Wed ${inWords(found.received)}</p><p>Responded Mon ${inWords(found.responded)}</p><p>${found.request}</p><h3>Response</h3><p>${found.response}</p>${file}`,
        state,
      )
    }
    const file = named(asked.path, /^\/files\/(\d+)\.pdf$/, state, number)
    if (file) return pdf(file)
    if (!asked.path.startsWith('/log/date/')) return absent
    const shown = all.filter((each) => each.number % 2 === Number(asked.query.get('year')) % 2 || each.number === 1)
    const rows = shown.map(
      (each) => `<li><a href="?id=FOIR-${each.number}" title="${each.title}">FOIR-${each.number}</a></li>`,
    )
    return page(
      'Requests',
      `<a href="?year=2022">2022</a> <a href="?year=2023">2023</a><div id="FoiList"><ul>${rows.join('')}</ul></div>`,
      state,
    )
  },
  expected: (state) =>
    expectedOf(
      state,
      (each) => `FOIR-${each.number}`,
      (each) => `/files/${each.number}.pdf`,
    ),
  source: (origin) => ({
    id: 'query-string',
    use: 'hastings',
    start: `${origin}/log/date/?year=2023`,
    authority: 'Brackwater Borough Council',
    read: { listUrls: '/log/date/?year=*' },
  }),
}

/** A post type: pages in the path, of which the one behind the last is a 404. */
export const wordpressSite: FakeSite = {
  name: 'wordpress',
  answer: (asked, state) => {
    const at = /^\/accesstoinformation\/(?:page\/(\d+)\/)?$/.exec(asked.path)
    if (at) {
      const shown = slice(requestsOf(state), Number(at[1] ?? 1))
      if (shown.length === 0) return absent
      const rows = shown.map(
        (each) =>
          `<article><h2><a href="/accesstoinformation/information_request/${each.slug}/">${each.title}</a></h2></article>`,
      )
      return page('Access to information', rows.join(''), state)
    }
    const file = named(asked.path, /^\/wp-content\/uploads\/(\d+)\.pdf$/, state, number)
    if (file) return pdf(file)
    const found = named(asked.path, /^\/accesstoinformation\/information_request\/([a-z0-9-]+)\/$/, state, slug)
    if (!found) return absent
    const link = found.hasFile ? `<p><a href="/wp-content/uploads/${found.number}.pdf">Letter</a></p>` : ''
    return page(found.title, `<p>${found.request}</p><p>${found.response}</p>${link}`, state)
  },
  expected: (state) => expectedOf(state, slug, (each) => `/wp-content/uploads/${each.number}.pdf`),
  source: (origin) => ({
    id: 'wordpress',
    use: 'devon',
    start: `${origin}/accesstoinformation/`,
    authority: 'Pellingham Borough Council',
  }),
}

/** Pages are counted from 0, and one behind the last is empty with 200. */
export const drupalSite: FakeSite = {
  name: 'drupal',
  answer: (asked, state) => {
    const all = requestsOf(state)
    if (asked.path === '/foi-responses') {
      const shown = slice(all, pageNumber(asked, 'page', 0))
      const rows = shown.map(
        (each) => `<div class="views-row"><a href="/foi-responses/${each.slug}">${each.title}</a></div>`,
      )
      return page(
        'FOI responses',
        rows.length === 0 ? '<p>There are no results.</p>' : `<div>Showing some of ${all.length}</div>${rows.join('')}`,
        state,
      )
    }
    const file = named(asked.path, /^\/sites\/default\/files\/(\d+)\.pdf$/, state, number)
    if (file) return pdf(file)
    const found = named(asked.path, /^\/foi-responses\/([a-z0-9-]+)$/, state, slug)
    if (!found) return absent
    const link = found.hasFile ? `<p><a href="/sites/default/files/${found.number}.pdf">Letter (PDF, 2 KB)</a></p>` : ''
    return page(
      found.title,
      `<p>Publication date: Tuesday ${inWords(found.responded)}</p><p><strong>Request:</strong></p><p>${found.request}</p><p><strong>Response:</strong></p><p>${found.response}</p>${link}<p>Request reference: ${found.reference}</p>`,
      state,
    )
  },
  expected: (state) => expectedOf(state, slug, (each) => `/sites/default/files/${each.number}.pdf`),
  source: (origin) => ({
    id: 'drupal',
    use: 'thurrock',
    start: `${origin}/foi-responses`,
    authority: 'Castle Wenlow District Council',
  }),
}

const monthOf = (each: MadeUp) => each.responded.slice(0, 7)

/** A page for each month with many requests on each; none has a page of its own. */
export const manyOnAPageSite: FakeSite = {
  name: 'many-on-a-page',
  answer: (asked, state) => {
    const all = requestsOf(state)
    const file = named(asked.path, /^\/media\/(\d+)\.pdf$/, state, number)
    if (file) return pdf(file)
    const months = [...new Set(all.map(monthOf))]
    if (asked.path === '/foi-and-eir-disclosure-logs') {
      const links = months.map(
        (each) => `<li><a href="/foi-and-eir-disclosure-logs/disclosure-log-${each}">${each}</a></li>`,
      )
      return page('Disclosure logs', `<ul>${links.join('')}</ul>`, state)
    }
    const month = /^\/foi-and-eir-disclosure-logs\/disclosure-log-([\d-]+)$/.exec(asked.path)?.[1]
    if (!month || !months.includes(month)) return absent
    const pieces = all
      .filter((each) => monthOf(each) === month)
      .map(
        (each) =>
          `<p>Request reference: ${each.reference}</p><p>Issue date(s): ${british(each.responded)}</p><p><strong>Request received:</strong></p><p>${each.request}</p><p><strong>Response provided:</strong></p><p>${each.response}${each.hasFile ? ` <a href="/media/${each.number}.pdf">Letter</a>` : ''}</p>`,
      )
    return page(`Disclosure log ${month}`, pieces.join('<hr>'), state)
  },
  expected: (state) =>
    expectedOf(
      state,
      (each) => each.reference.replace(' ', '-'),
      (each) => `/media/${each.number}.pdf`,
    ),
  source: (origin) => ({
    id: 'many-on-a-page',
    use: 'north-devon',
    start: `${origin}/foi-and-eir-disclosure-logs`,
    authority: 'Quillshire County Council',
  }),
}
