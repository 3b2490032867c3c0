/** HTML that is safe to stand in a page. Only `html` and `safe` make it. */
export class Safe {
  readonly #text: string

  constructor(text: string) {
    this.#text = text
  }

  toString(): string {
    return this.#text
  }
}

/** A template whose words are escaped, whatever they hold; pieces that `html` made stand as they are, lists one after another. */
export function html(
  pieces: TemplateStringsArray,
  ...values: readonly (string | Safe | readonly (string | Safe)[])[]
): Safe {
  const parts = pieces.map((piece, index) => {
    const value = values[index]
    return value === undefined ? piece : piece + [value].flat().map(written).join('')
  })
  return new Safe(parts.join(''))
}

/** Words of our own that are HTML already. */
export function safe(text: string): Safe {
  return new Safe(text)
}

function written(value: string | Safe): string {
  return value instanceof Safe ? value.toString() : value.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** A page of its own: no scripts, and nothing from elsewhere. `body` is all that stands in it. */
export function pageOf({
  title,
  style,
  body,
}: {
  readonly title: string
  readonly style: string
  readonly body: Safe
}): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${safe(style)}</style>
</head>
<body>
${body}
</body>
</html>
`.toString()
}
