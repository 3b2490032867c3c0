import type { CheerioAPI } from 'cheerio'
import type { AnyNode } from 'domhandler'

const around =
  'nav, aside, header[role=banner], body > header, body > footer, footer[role=contentinfo], [role=navigation], [role=search], .breadcrumb, .breadcrumbs, .cookie-banner, #cookie-banner, .skip-link, .pagination, .share, .social, .feedback, script, style, noscript, template'

/**
 * The part of a page that is its own: the first that the selector finds, else what the page calls its main part, else all of it.
 * What stands around on every page (menus, feet, cookie banners) is taken out of it.
 */
export function mainPart($: CheerioAPI, selector: string | null): AnyNode | undefined {
  const found = selector ? $(selector).first() : null
  const [own] =
    found && found.length > 0
      ? found.get()
      : (firstOf($, 'main, [role=main]') ??
        firstOf($, '#main-content, #main, #content, .main-content') ??
        $('body').get())
  return own
}

/** Takes menus and the like out of a page; done once, before its lines are read. */
export function withoutAround($: CheerioAPI, more: readonly string[] = []): void {
  $(around).remove()
  for (const selector of more) $(selector).remove()
}

function firstOf($: CheerioAPI, selector: string): AnyNode[] | null {
  const found = $(selector).first()
  return found.length > 0 ? found.get() : null
}
