import { posix } from 'node:path'
import type { Parts } from '../../zip.ts'
import { all, xmlOf } from './xml.ts'

/** What a part of an Office file refers to: what kind of thing it is, the name of the part that holds it, the id that it is called by. */
export function targetsOf(
  parts: Parts,
  part: string,
): readonly (readonly [type: string, target: string, id: string])[] {
  const folder = posix.dirname(part)
  const xml = xmlOf(parts, `${folder}/_rels/${posix.basename(part)}.rels`)
  return (xml ? all(xml, 'Relationship') : []).map(({ attribs }) => {
    const target = attribs.Target ?? ''
    return [attribs.Type ?? '', target.startsWith('/') ? target.slice(1) : posix.join(folder, target), attribs.Id ?? '']
  })
}
