import type { CheerioAPI } from 'cheerio'
import { type Page, PageError, type PageTrouble } from '../adapter.ts'

/** Pages that answer in the place of what was asked for, the surest sign first. Each says what was seen. */
const wrong: readonly {
  readonly code: PageTrouble
  readonly seen: string
  readonly is: (page: {
    readonly title: string
    readonly head: string
    readonly words: string
    readonly $: CheerioAPI
    readonly url: string
  }) => boolean
}[] = [
  {
    code: 'login',
    seen: 'a page that asks to sign in',
    is: ({ $, title, head }) =>
      $('main input[type=password], form input[type=password]').length > 0 &&
      (signsIn.test(title) || signsIn.test(head)),
  },
  {
    code: 'error_page',
    seen: 'a page that asks whether the reader is a person',
    is: ({ title, words, $ }) =>
      /^(?:just a moment|attention required|access denied|verify(?:ing)? you are)/i.test(title) ||
      ($('[class*=captcha i], [id*=captcha i], #challenge-form, #cf-wrapper').length > 0 && words.length < 1500),
  },
  {
    code: 'waiting',
    seen: 'a page that says to wait',
    is: ({ $, title, head, words, url }) =>
      /\/attachments\/[^/]{1,200}\/wait\b/.test(url) ||
      (words.length < 800 &&
        ($('meta[http-equiv=refresh i]').length > 0 || waits.test(title) || waits.test(head)) &&
        /\b(?:wait|processed|prepar|moment)/i.test(words)),
  },
  {
    code: 'soft_404',
    seen: 'a page that says there is nothing here',
    is: ({ title, head, words }) =>
      notFound.test(title) || notFound.test(head) || (words.length < 400 && notFound.test(words)),
  },
  {
    code: 'error_page',
    seen: 'an error of the site',
    is: ({ url, title, head }) => /\/mgError\.aspx\b/i.test(url) || failed.test(title) || failed.test(head),
  },
]

const signsIn = /\b(?:sign|log)(?:ged)? ?[io]n\b|\blogin\b/i
const waits = /\bplease wait\b|\bbeing (?:processed|prepared|converted)\b|\bone moment\b/i
const notFound =
  /^(?:error\s)?(?:404\b|page (?:not|cannot be|could not be) found|not found\b|sorry,? (?:this|the|that) page|(?:this|the|that) page (?:cannot|could not|can't|does not|doesn't|has been removed|no longer))/i
const failed =
  /^(?:server error|internal server error|service unavailable|bad gateway|gateway time-?out|an error (?:has )?occurred|application error|something went wrong|sorry, (?:there is|there's) a problem|50\d\b)/i

/** Throws where a page that answered with 200 is not what it was asked for. */
export function refuseWrongPage($: CheerioAPI, { url, finalUrl }: Page): void {
  const title = plain($('head > title').first().text())
  const head = plain($('h1').first().text())
  const words = plain($('body').text().slice(0, 20_000))
  const found = wrong.find(({ is }) => is({ $, title, head, words, url: finalUrl }))
  if (found) throw new PageError(found.code, `${url} answered with ${found.seen} ("${(head || title).slice(0, 80)}").`)
  if (words === '' && $('body img, body iframe, body object').length === 0)
    throw new PageError('empty', `${url} answered with an empty page.`)
}

function plain(words: string): string {
  return words.replace(/\s+/g, ' ').trim()
}
