import type { FakeSite } from '../site.ts'
import { absent, expectedOf, json, type MadeUp, named, page, pageNumber, pdf, requestsOf, slice } from './requests.ts'

const number = (each: MadeUp) => String(each.number)
const slug = (each: MadeUp) => each.slug

/** Search and content; an answer that is a page of its own is a part of its item. */
export const govukSite: FakeSite = {
  name: 'govuk',
  answer: (asked, state) => {
    const all = requestsOf(state)
    if (asked.path === '/api/search.json') {
      const start = Number(asked.query.get('start') ?? 0)
      const shown = all.slice(start, start + Number(asked.query.get('count') ?? 10))
      const results = shown.map((each) => ({
        link: `/government/publications/${each.slug}`,
        title: each.title,
        public_timestamp: `${each.responded}T09:30:00Z`,
        organisations: [{ title: 'Department for Invented Transport' }],
      }))
      return json({ results, total: all.length, start })
    }
    const file = named(asked.path, /^\/media\/(\d+)\.pdf$/, state, number)
    if (file) return pdf(file)
    const annex = named(asked.path, /^\/api\/content\/government\/publications\/([a-z0-9-]+)\/annex$/, state, slug)
    if (annex)
      return json({
        base_path: `/government/publications/${annex.slug}/annex`,
        document_type: 'html_publication',
        title: 'Annex',
        details: { body: `<p>Annex to ${annex.title}.</p>` },
      })
    const found = named(asked.path, /^\/api\/content\/government\/publications\/([a-z0-9-]+)$/, state, slug)
    if (!found) return absent
    const path = `/government/publications/${found.slug}`
    const attachments = [
      ...(found.hasFile
        ? [
            {
              attachment_type: 'file',
              url: `${asked.origin}/media/${found.number}.pdf`,
              title: 'Response',
              filename: `${found.number}.pdf`,
              content_type: 'application/pdf',
              file_size: 40,
            },
          ]
        : []),
      ...(found.number % 3 === 0 ? [{ attachment_type: 'html', url: `${path}/annex`, title: 'Annex' }] : []),
    ]
    return json({
      base_path: path,
      document_type: 'foi_release',
      title: found.title,
      first_published_at: `${found.responded}T09:30:00Z`,
      details: { body: `<p>${found.request}</p><p>${found.response}</p>`, attachments },
    })
  },
  expected: (state) =>
    expectedOf(
      state,
      (each) => `/government/publications/${each.slug}`,
      (each) => `/media/${each.number}.pdf`,
    ),
  source: (origin) => ({ id: 'govuk', use: 'govuk', start: origin, read: { count: 10 } }),
}

/** A portal by its pages. */
export const ckanSite: FakeSite = {
  name: 'ckan',
  answer: (asked, state) => {
    const all = requestsOf(state)
    if (asked.path === '/robots.txt')
      return {
        status: 200,
        headers: { 'content-type': 'text/plain' },
        body: 'User-agent: *\nDisallow: /api/\nCrawl-Delay: 10\n',
      }
    if (asked.path === '/dataset') {
      const now = pageNumber(asked)
      const rows = slice(all, now).map(
        (each) =>
          `<li class="dataset-item"><h2 class="dataset-heading"><a href="/dataset/${each.slug}">${each.title}</a></h2></li>`,
      )
      const pages = Array.from(
        { length: Math.ceil(all.length / 3) },
        (_, at) => `<a href="?q=foi&amp;page=${at + 1}">${at + 1}</a>`,
      )
      return page(
        `${all.length} datasets found`,
        `<ul>${rows.join('')}</ul><div class="pagination">${pages.join('')}</div>`,
        state,
      )
    }
    const file = named(asked.path, /^\/download\/(\d+)\.pdf$/, state, number)
    if (file) return pdf(file)
    const found = named(asked.path, /^\/dataset\/([a-z0-9-]+)$/, state, slug)
    if (!found) return absent
    const resource = found.hasFile
      ? `<li class="resource-item"><a class="heading" title="Letter">Letter</a><a class="resource-url-analytics" href="/download/${found.number}.pdf">Download</a></li>`
      : ''
    return page(found.title, `<div class="notes"><p>${found.response}</p></div><ul>${resource}</ul>`, state)
  },
  expected: (state) => expectedOf(state, slug, (each) => `/download/${each.number}.pdf`),
  source: (origin) => ({ id: 'ckan', adapter: 'ckan', start: origin, read: { query: 'foi' } }),
}

/** Rows of a data set; the letter stands in a column. */
export const socrataSite: FakeSite = {
  name: 'socrata',
  answer: (asked, state) => {
    const file = named(asked.path, /^\/files\/(\d+)\.pdf$/, state, number)
    if (file) return pdf(file)
    if (asked.path !== '/resource/abcd-1234.json') return absent
    const offset = Number(asked.query.get('$offset') ?? 0)
    const shown = requestsOf(state)
      .toReversed()
      .slice(offset, offset + Number(asked.query.get('$limit') ?? 1000))
    return json(
      shown.map((each) => ({
        identifier: `PEL${each.number}`,
        document_date: `${each.responded}T00:00:00.000`,
        document_title: each.title,
        document_text: `Dear Sir\n\n${each.request}\n\n${each.response}`,
        ...(each.hasFile ? { document_link: { url: `${asked.origin}/files/${each.number}.pdf` } } : {}),
      })),
    )
  },
  expected: (state) =>
    expectedOf(
      state,
      (each) => `PEL${each.number}`,
      (each) => `/files/${each.number}.pdf`,
    ),
  source: (origin) => ({ id: 'socrata', use: 'camden', start: `${origin}/resource/abcd-1234.json`, read: { rows: 3 } }),
}

/** Meetings of a committee; papers on information governance stand among others. */
export const modernGovSite: FakeSite = {
  name: 'moderngov',
  answer: (asked, state) => {
    const all = requestsOf(state)
    const file = named(asked.path, /^\/documents\/s(\d+)\/Report\.pdf$/, state, number)
    if (file) return pdf(file)
    if (asked.path === '/ieListMeetings.aspx') {
      const links = all.map(
        (each) =>
          `<li><a class="mgMeetingTableLnk" href="ieListDocuments.aspx?CId=1&amp;MId=${each.number}&amp;Ver=4">${each.responded} meeting</a></li>`,
      )
      return page(
        'Audit Committee',
        `<a href="ieListMeetings.aspx?Act=later&amp;CommitteeId=1&amp;D=${state.served}">Later meetings</a><ul>${links.join('')}</ul>`,
        state,
      )
    }
    const found =
      asked.path === '/ieListDocuments.aspx' ? all.find((each) => number(each) === asked.query.get('MId')) : null
    if (!found) return absent
    const link = found.hasFile ? `<a href="documents/s${found.number}/Report.pdf">Report</a>` : ''
    const paper = `<tr><td><p class="mgAiTitleTxt">Information Governance report</p><div class="mgWordPara">${found.response}</div>${link}</td></tr>`
    return page(
      'Agenda',
      `<table id="mgItemTable"><tr><td><p class="mgAiTitleTxt">Budget</p><a href="documents/b1/Budget.pdf">Budget</a></td></tr>${paper}</table>`,
      state,
    )
  },
  expected: (state) =>
    expectedOf(
      state,
      (each) => `meeting-${each.number}`,
      (each) => `/documents/s${each.number}/Report.pdf`,
    ),
  source: (origin) => ({ id: 'moderngov', adapter: 'moderngov', start: origin, read: { committees: [1] } }),
}

/** Requests by authority, the state of each in JSON; the robots.txt that the software ships. */
export const alaveteliSite: FakeSite = {
  name: 'alaveteli',
  answer: (asked, state) => {
    const all = requestsOf(state)
    if (asked.path === '/robots.txt')
      return {
        status: 200,
        headers: { 'content-type': 'text/plain' },
        body: 'User-agent: *\nDisallow: */feed/*\nDisallow: */search/*\nDisallow: */request/*/response/*\nAllow: */request/*/response/*/attach/*\nDisallow: */tor*\n',
      }
    if (asked.path === '/body/harrowmere') {
      const now = pageNumber(asked)
      const rows = slice(all, now).map(
        (each) =>
          `<div class="request_listing"><span class="head"><a href="/request/${each.slug}#incoming-${each.number}">${each.title}</a></span></div>`,
      )
      const next =
        now * 3 < all.length
          ? `<div class="pagination"><a class="next_page" rel="next" href="?page=${now + 1}">Next</a></div>`
          : '<div class="pagination"></div>'
      return page('Harrowmere City Council', `<h2>${all.length} requests</h2>${rows.join('')}${next}`, state)
    }
    const file = named(asked.path, /^\/request\/([a-z0-9-]+)\/response\/\d+\/attach\/3\/answer\.pdf$/, state, slug)
    if (file) return pdf(file)
    const told = named(asked.path, /^\/request\/([a-z0-9-]+)\.json$/, state, slug)
    if (told)
      return json({
        url_title: told.slug,
        title: told.title,
        described_state: 'successful',
        public_body: { name: 'Harrowmere City Council' },
        tags: [],
      })
    const found = named(asked.path, /^\/request\/([a-z0-9-]+)$/, state, slug)
    if (!found) return absent
    const attached = found.hasFile
      ? `<ul class="list-of-attachments"><li class="attachment"><p class="attachment__name">answer.pdf</p><a href="/request/${found.slug}/response/${found.number}/attach/html/3/answer.pdf.html">View</a><a href="/request/${found.slug}/response/${found.number}/attach/3/answer.pdf?cookie_passthrough=1">Download</a></li></ul>`
      : ''
    const message = (side: string, day: string, words: string) =>
      `<div class="${side} correspondence" id="${side}-${found.number}"><div class="correspondence__header"><span class="correspondence__header__date"><time datetime="${day}T10:00:00Z">${day}</time></span></div><div class="correspondence_text"><p>${words}</p></div>`
    return page(
      found.title,
      `${message('outgoing', found.received, found.request)}</div>${message('incoming', found.responded, found.response)}${attached}</div>`,
      state,
    )
  },
  expected: (state) =>
    expectedOf(state, slug, (each) => `/request/${each.slug}/response/${each.number}/attach/3/answer.pdf`),
  source: (origin) => ({
    id: 'alaveteli',
    adapter: 'alaveteli',
    on: true,
    start: origin,
    read: { bodies: ['harrowmere'] },
  }),
}
