export {
  type Adapter,
  type Attachment,
  type ItemContext,
  type ItemPage,
  type ItemRecord,
  type ListedItem,
  type Listing,
  type Page,
  PageError,
  type PageTrouble,
  type PrintedDay,
  type PublishedWords,
  type Request,
  type Role,
} from './adapter.ts'
export { adapters } from './adapters/index.ts'
export { type Clock, fastClock, wallClock } from './clock.ts'
export { type Crawled, type CrawlOptions, crawl, markRead } from './crawl.ts'
export { CrawlError, FetchError } from './errors.ts'
export { type FetchPageOptions, fetchPage } from './fetch-page.ts'
export { opensAt } from './hours.ts'
export { type ImportedFolder, importFolder } from './import-folder.ts'
export { savedFrom } from './import-pages.ts'
export { type Report, renderMarkdown, type SourceReport, summary } from './report.ts'
export {
  contentSignalsFor,
  crawlDelayFor,
  type Robots,
  type Rule,
  readRobots,
  type Verdict,
  verdictOf,
} from './robots.ts'
export type { Budget, Hours, Licence, Pace, RobotsException, Source } from './source.ts'
export { readyMade, type SourceTemplate } from './sources/index.ts'
export { asEntry, type Contact, readSource, readSources, type SourcesFile } from './sources-file.ts'
export { nextVisit, type SourceStatus, sourceRows, statusOf } from './status.ts'
export { type Suggestion, suggestSources } from './suggest.ts'
