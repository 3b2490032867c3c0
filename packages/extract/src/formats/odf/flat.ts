/** Does a text begin as a flat OpenDocument file of this kind ("text", "spreadsheet")? */
export function isFlat(text: string, kind: string): boolean {
  return (
    /^\ufeff?\s{0,99}<\?xml\b/.test(text) &&
    text.slice(0, 20_000).includes('<office:document') &&
    text.slice(0, 20_000).includes(`"application/vnd.oasis.opendocument.${kind}"`)
  )
}
