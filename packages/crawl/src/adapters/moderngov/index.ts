import type { Adapter } from '../../adapter.ts'
import { request, withQuery } from '../../parsing/addresses.ts'
import { readList } from './list.ts'
import { readMeeting } from './meeting.ts'
import { modernGovSettings } from './settings.ts'

/** Committee papers: reports on information governance stand among the papers of meetings. */
export const moderngov: Adapter = {
  name: 'moderngov',
  about:
    'Committee papers of ModernGov: reports on requests and data breaches. Start: the address of the site, up to its folder.',
  version: 1,
  askFirst: null,
  settings: modernGovSettings,
  start: (source) => {
    const { search, committees, service } = modernGovSettings.parse(source.read)
    return source.start.flatMap((address) => {
      const at = (name: string) => new URL(name, address.endsWith('/') ? address : `${address}/`).href
      return [
        ...search.map((words) =>
          request(
            withQuery(at('ieSearchResults2.aspx'), { SS: words, DT: 3, ADV: 0, CA: 'false', SB: 'true', PG: 1 }),
            'list',
          ),
        ),
        ...committees.map((id) =>
          service
            ? request(
                withQuery(at('mgWebService.asmx/GetMeetings'), {
                  lCommitteeId: id,
                  sFromDate: british(service.from),
                  sToDate: british(service.to),
                }),
                'list',
                'xml',
              )
            : request(withQuery(at('ieListMeetings.aspx'), { CommitteeId: id }), 'list'),
        ),
      ]
    })
  },
  list: readList,
  item: readMeeting,
}

function british(day: string): string {
  return day.split('-').toReversed().join('/')
}
