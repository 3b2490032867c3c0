import type { Adapter } from '../../adapter.ts'
import { request } from '../../parsing/addresses.ts'
import { readList } from './list.ts'
import { readRequest } from './request.ts'
import { alaveteliSettings, bodyList } from './settings.ts'

/**
 * WhatDoTheyKnow and its sisters. The letters stand only in the pages of requests; their JSON adds the state. Feeds and searches are
 * forbidden by the robots.txt that the software ships, so requests are found by authority.
 */
export const alaveteli: Adapter = {
  name: 'alaveteli',
  about: 'WhatDoTheyKnow and its sister sites, by authority. Start: the address of the site.',
  version: 1,
  askFirst:
    'Ask the operators first, and switch it on only with their leave: WhatDoTheyKnow wants no unapproved automation, and for-profit use needs a subscription.',
  settings: alaveteliSettings,
  start: (source) => {
    const { bodies, tags, status } = alaveteliSettings.parse(source.read)
    return source.start.flatMap((address) => {
      const { pathname } = new URL(address)
      if (pathname !== '/') return [request(address, 'list')]
      const csv = tags.length > 0 ? [request(new URL('/body/all-authorities.csv', address).href, 'list', 'any')] : []
      return [...csv, ...bodies.map((name) => request(bodyList(address, name, status), 'list'))]
    })
  },
  list: readList,
  item: readRequest,
}
