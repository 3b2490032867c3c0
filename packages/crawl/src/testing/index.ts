export * from './faults.ts'
export { type Numbered, numbered, numberedSite } from './numbered.ts'
export { type Logged, type Mounted, openTestServer, send, type TestServer } from './server.ts'
export type { Answer, Asked, ExpectedItem, FakeSite, SiteState } from './site.ts'
