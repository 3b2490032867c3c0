export type { Answer, Asked, ExpectedItem, FakeSite, SiteState } from './site.ts'
