import type { SourceTemplate } from './index.ts'

export const camden: SourceTemplate = {
  name: 'camden',
  about: 'London Borough of Camden: a data set of some 12,000 letters, each with its full text.',
  unsure: [
    'The id of the data set changes; 403 or 404 on it means that it moved.',
    'Whether document_date is the day of the answer; it is kept as the day of publication.',
  ],
  entry: {
    name: 'London Borough of Camden',
    authority: 'London Borough of Camden',
    adapter: 'socrata',
    start: 'https://opendata.camden.gov.uk/resource/fkj6-gqb4.json',
    licence: {
      text: 'Open Government Licence v3.0',
      url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
    },
  },
}
