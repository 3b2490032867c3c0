import type { SourceTemplate } from './index.ts'

/** Seen as stored pages: the platform of the Metropolitan Police and most forces. Plain clients are mostly refused there. */
export const police: SourceTemplate = {
  name: 'police',
  about: 'The platform of most police forces: /foi-ai/<force>/disclosure-2023/march-2023/<slug>/.',
  unsure: [
    'Its lists are paged with &page=N, it is thought.',
    'Clients such as this one are challenged as a rule: save pages by hand and use disclosed crawl import.',
  ],
  entry: {
    adapter: 'disclosure-log',
    read: {
      itemUrls: ['/foi-ai/*/{key}/'],
      next: { param: 'page', from: 1 },
      labels: {
        reference: ['Freedom of information request reference no', 'FOI ref number'],
        status: ['I have today decided to'],
      },
      blocks: {
        request: ['I note you seek access to the following information', 'Request'],
        response: ['Decision', 'Response'],
      },
      downloads: ['/SysSiteAssets/*'],
    },
  },
}
