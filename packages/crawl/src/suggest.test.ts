import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { type Page, PageError } from './adapter.ts'
import { suggestSources } from './suggest.ts'

const listings = new URL('../../../corpus/listings/', import.meta.url)

function saved(path: string, url: string, mediaType = 'text/html'): Page {
  const bytes = readFileSync(new URL(path, listings))
  return { url, finalUrl: url, status: 200, mediaType, bytes, retrieved: null }
}

describe('a suggestion for a new site', () => {
  it.for([
    ['jadu/list.html', 'https://www.amblethorpe.example/directory/12/foi_requests', { use: 'jadu' }, 2],
    ['query-string-log/year.html', 'https://www.brackwater.example/foi/?year=2023', { use: 'hastings' }, 2],
    ['ckan/list.html', 'https://data.amblethorpe.example/dataset?q=foi', { adapter: 'ckan' }, 2],
    ['alaveteli/body.html', 'https://www.asking.example/body/harrowmere_city_council', { adapter: 'alaveteli' }, 2],
    [
      'moderngov/meetings.html',
      'https://democracy.ostering.example/ieListMeetings.aspx?CommitteeId=137',
      { adapter: 'moderngov' },
      2,
    ],
    ['govuk/search.json', 'https://www.gov.uk/api/search.json?start=0&count=10', { use: 'govuk' }, 10],
    ['socrata/rows.json', 'https://opendata.pellingham.example/resource/abcd-1234.json', { adapter: 'socrata' }, 2],
    ['bare-list/list.html', 'https://www.fennimoor.example/foi/log', { read: { documents: true, next: 'auto' } }, 4],
    [
      'month-of-many/july.html',
      'https://www.quillshire.example/logs/july',
      { read: { split: { label: 'Request reference' }, next: 'auto' } },
      3,
    ],
  ] as const)('reads %s', ([path, url, entry, items]) => {
    const [best] = suggestSources(saved(path, url))
    expect(best?.entry).toMatchObject(entry)
    expect(best?.entry.start).toBe(url)
    expect(best?.listing?.items).toHaveLength(items)
  })

  it('is made of what links look like where no family is known', () => {
    const links = ['free-ports', 'agency-staff', 'skips'].map(
      (slug) => `<li><a href="/council/foi-answers/${slug}">${slug}</a></li>`,
    )
    const html = `<html><body><main><h1>Answers</h1><ul>${links.join('')}</ul><p><a href="/council/contact">Contact</a></p></main></body></html>`
    const url = 'https://www.castle-wenlow.example/council/foi-answers'
    const page: Page = {
      url,
      finalUrl: url,
      status: 200,
      mediaType: 'text/html',
      bytes: Buffer.from(html),
      retrieved: null,
    }
    const [best] = suggestSources(page)
    expect(best?.entry).toMatchObject({ id: 'castle-wenlow', read: { itemUrls: ['/council/foi-answers/{key}'] } })
    expect(best?.listing?.items.map(({ itemKey }) => itemKey)).toEqual(['free-ports', 'agency-staff', 'skips'])
  })

  it('is none for a login, and none for a page without lists', () => {
    expect(() => suggestSources(saved('jadu/login.html', 'https://www.amblethorpe.example/x'))).toThrow(PageError)
    expect(suggestSources(saved('drupal/without-labels.html', 'https://www.castle-wenlow.example/x'))).toEqual([])
  })
})
