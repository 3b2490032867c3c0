import type { Transform } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { FetchError } from './errors.ts'

const mostEncodings = 2

/** Steps that undo what `Content-Encoding` says, in the order to apply them. @throws FetchError for encodings we do not know or too many. */
export function decodersFor(header: string | null): readonly Transform[] {
  const names = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
  if (names.length > mostEncodings)
    throw new FetchError('bomb', `it is packed ${names.length} times over, which no honest page is`)
  return names.toReversed().map((name) => {
    const make = decoders[name]
    if (!make) throw new FetchError('encoding', `it is packed as ${name.slice(0, 40)}, which was not asked for`)
    return make()
  })
}

const decoders: Readonly<Record<string, () => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: () => createInflate(),
  br: () => createBrotliDecompress(),
}
