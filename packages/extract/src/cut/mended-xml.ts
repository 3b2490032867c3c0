/** XML that breaks off, with an end of its own: half a tag goes, and the elements that are open are closed. */
export function mendedXml(source: string): string {
  const open: string[] = []
  let whole = source.length
  for (let at = source.indexOf('<'); at !== -1; ) {
    const end = endOf(source, at)
    if (end === -1) {
      whole = at
      break
    }
    const tag = source.slice(at, Math.min(end, at + longestName))
    if (tag.startsWith('</')) open.pop()
    else if (/^<[^!?]/.test(tag) && source[end - 2] !== '/') open.push(/^<([^\s/>]{1,200})/.exec(tag)?.[1] ?? '')
    at = source.indexOf('<', end)
  }
  const words = source.slice(0, whole).replace(/&[#\w]{0,10}$/, '')
  return (
    words +
    open
      .toReversed()
      .map((name) => `</${name}>`)
      .join('')
  )
}

const longestName = 210

/** Where a tag, comment or section that begins here ends; -1 where it breaks off. */
function endOf(source: string, at: number): number {
  const [mark] = source.startsWith('<!--', at) ? ['-->'] : source.startsWith('<![CDATA[', at) ? [']]>'] : ['>']
  const end = source.indexOf(mark ?? '>', at)
  return end === -1 ? -1 : end + (mark ?? '>').length
}
