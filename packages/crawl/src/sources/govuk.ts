import type { SourceTemplate } from './index.ts'

export const govuk: SourceTemplate = {
  name: 'govuk',
  about: 'GOV.UK: every release of departments and agencies; narrow it with read.organisations or read.months.',
  unsure: [],
  entry: {
    name: 'GOV.UK releases',
    adapter: 'govuk',
    start: 'https://www.gov.uk',
    attachmentHosts: ['assets.publishing.service.gov.uk'],
    pace: { delaySeconds: 2 },
    licence: {
      text: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
  },
}
