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
export { type Contact, readSource, readSources, type SourcesFile } from './sources-file.ts'
