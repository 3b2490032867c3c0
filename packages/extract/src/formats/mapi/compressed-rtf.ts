import { limits } from '../../limits.ts'

/**
 * Unpacks the rich text of a message (MS-OXRTFCP): signs as they stand, and words that stood before in the last 4,096
 * signs by their place there. What is damaged ends; no more comes out than a letter has.
 */
export function unpackRtf(packed: Buffer): string | null {
  if (packed.length < 16) return null
  const length = Math.min(packed.readUInt32LE(4), limits.text)
  const kind = packed.toString('latin1', 8, 12)
  if (kind === 'MELA') return packed.toString('latin1', 16, 16 + length)
  if (kind !== 'LZFu') return null
  const before = Buffer.alloc(window)
  before.write(known, 'latin1')
  let at = known.length
  const unpacked = Buffer.alloc(length)
  let count = 0
  const put = (byte: number) => {
    unpacked[count] = byte
    count += 1
    before[at] = byte
    at = (at + 1) % window
  }
  for (let from = 16; from < packed.length && count < length; ) {
    const control = packed[from] ?? 0
    from += 1
    for (let bit = 0; bit < 8 && from < packed.length && count < length; bit += 1) {
      if ((control & (1 << bit)) === 0) {
        put(packed[from] ?? 0)
        from += 1
        continue
      }
      const pair = ((packed[from] ?? 0) << 8) | (packed[from + 1] ?? 0)
      from += 2
      const place = pair >>> 4
      if (place === at) return unpacked.toString('latin1', 0, count)
      for (let step = 0; step < (pair & 15) + 2 && count < length; step += 1) put(before[(place + step) % window] ?? 0)
    }
  }
  return unpacked.toString('latin1', 0, count)
}

const window = 4096

/** What is taken to stand before every text. */
const known =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx'
