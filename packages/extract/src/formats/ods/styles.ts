/** What the styles of an OpenDocument spreadsheet say of sheets and cells, gathered element by element. */
export class SheetStyles {
  readonly #hidden = new Set<string>()
  readonly #formats = new Map<string, string>()
  readonly #local = new Set<string>()
  #table: string | null = null

  take(name: string, attributes: Readonly<Record<string, string>>): void {
    const own = attributes['style:name'] ?? ''
    if (name === 'style:style') {
      this.#table = attributes['style:family'] === 'table' ? own : null
      const format = attributes['style:data-style-name']
      if (format !== undefined) this.#formats.set(own, format)
    } else if (name === 'style:table-properties' && this.#table !== null && attributes['table:display'] === 'false')
      this.#hidden.add(this.#table)
    else if (name === 'number:date-style' && attributes['number:automatic-order'] === 'true') this.#local.add(own)
  }

  isHidden(sheet: string): boolean {
    return this.#hidden.has(sheet)
  }

  /** Does a cell of this style show a date as the reader's country writes it? */
  isLocalDate(cell: string): boolean {
    return this.#local.has(this.#formats.get(cell) ?? '')
  }
}
