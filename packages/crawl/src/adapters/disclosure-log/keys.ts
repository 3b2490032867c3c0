import { hostOf, matchAddress, pathOf } from '../../parsing/addresses.ts'
import type { LogSettings } from './settings.ts'

/** What names the item at an address: what stands at `{key}`, else the last step of the path, else its query. Null for no item's address. */
export function keyOfAddress(address: string, { itemUrls }: Pick<LogSettings, 'itemUrls'>): string | null {
  for (const pattern of itemUrls) {
    const found = matchAddress(address, pattern)
    if (found) return decoded(found.key ?? lastStep(address))
  }
  return itemUrls.length === 0 ? decoded(lastStep(address)) : null
}

export function isOfHost(address: string, page: string): boolean {
  return hostOf(address) === hostOf(page)
}

/** `/foi-responses/free-ports` is `free-ports`; where the path is a script, what its query says is needed too. */
function lastStep(address: string): string {
  const [path = '', query] = pathOf(address).split('?')
  const step = path.split('/').filter(Boolean).at(-1) ?? ''
  return query === undefined ? step || '/' : `${step}?${query}`
}

function decoded(key: string): string {
  try {
    return decodeURIComponent(key).slice(0, 200)
  } catch {
    return key.slice(0, 200)
  }
}
