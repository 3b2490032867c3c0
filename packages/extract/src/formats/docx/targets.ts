import { posix } from 'node:path'
import type { Parts } from '../../zip.ts'
import { all, xmlOf } from './xml.ts'

/** What a part of an Office file refers to, as the file says it: a part, or an address outside the file. */
export interface Relation {
  readonly type: string
  readonly target: string
  readonly id: string
}

export function relationsOf(parts: Parts, part: string): readonly Relation[] {
  const xml = xmlOf(parts, `${posix.dirname(part)}/_rels/${posix.basename(part)}.rels`)
  return (xml ? all(xml, 'Relationship') : []).map(({ attribs }) => ({
    type: attribs.Type ?? '',
    target: attribs.Target ?? '',
    id: attribs.Id ?? '',
  }))
}

/** What a part of an Office file refers to: what kind of thing it is, the name of the part that holds it, the id that it is called by. */
export function targetsOf(
  parts: Parts,
  part: string,
): readonly (readonly [type: string, target: string, id: string])[] {
  const folder = posix.dirname(part)
  return relationsOf(parts, part).map(({ type, target, id }) => [
    type,
    target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
    id,
  ])
}
