const longestLabel = 150
/** Names that some systems give to devices, with any ending. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\..{0,150})?$/i

/**
 * A name as a site gives it, as a label to show: never a path. Parts of paths, control characters and marks that turn the direction of
 * writing are taken out. Null where nothing is left.
 */
export function labelOf(name: string): string | null {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = Array.from(last, (character) => (isSafe(character) ? character : ''))
    .join('')
    .trim()
    .replace(/^\.{1,150}/, '')
  const label = shortened(devices.test(clean) ? `_${clean}` : clean)
  return label === '' ? null : label
}

function shortened(label: string): string {
  if (label.length <= longestLabel) return label
  const ending = /\.[A-Za-z0-9]{1,5}$/.exec(label)?.[0] ?? ''
  return label.slice(0, longestLabel - ending.length) + ending
}

function isSafe(character: string): boolean {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return false
  return !(
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x2028 && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff
  )
}

/** The name in `Content-Disposition`: `filename*=UTF-8''…` (RFC 8187) before `filename="…"`. */
export function nameInDisposition(header: string): string | null {
  const extended = /\bfilename\*\s?=\s?"?utf-8'[a-z-]{0,20}'([^;"\s]{1,600})/i.exec(header)?.[1]
  const name = extended === undefined ? null : decoded(extended)
  const plain = /\bfilename\s?=\s?(?:"([^"]{1,600})"|([^;"\s]{1,600}))/i.exec(header)
  const said = name ?? plain?.[1] ?? plain?.[2]
  return said === undefined ? null : labelOf(said)
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
