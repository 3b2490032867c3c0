import type { SourceTemplate } from './index.ts'

export const bareList: SourceTemplate = {
  name: 'bare-list',
  about: 'One page of links to files, under headings: each file is an item.',
  unsure: [],
  entry: { adapter: 'disclosure-log', read: { documents: true, next: 'auto' } },
}
