import type { SourceTemplate } from './index.ts'

export const moderngov: SourceTemplate = {
  name: 'moderngov',
  about: 'Committee papers of a council: write its address under start, and read.committees or read.search.',
  unsure: ['Whether the XML service is switched on; then read.service makes lists shorter.'],
  entry: { adapter: 'moderngov', read: { search: ['"freedom of information"', '"data breach"'] } },
}
