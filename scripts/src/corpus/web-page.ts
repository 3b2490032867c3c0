import { type LetterSource, runsOf, type SourceBlock } from './source.ts'

/** A letter as a council puts it on its site: with a menu, a trail, a notice about cookies and a foot around it. */
export function asWebPage(source: LetterSource): Uint8Array {
  const [site = source.title] = source.letterhead
  const menu = source.menu.length > 0 ? source.menu : ['Home', 'Council tax', 'Bins and recycling', 'Contact us']
  const page = `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>${escaped(source.title)} | ${escaped(site)}</title>
<style>body{font-family:Arial,sans-serif;max-width:60rem;margin:auto}td,th{border:1px solid #999;padding:.3rem}</style>
</head>
<body>
<a class="skip-link" href="#content">Skip to main content</a>
<div class="cookie-banner" role="region" aria-label="Cookies"><p>We use cookies to make this site work. <a href="/cookies">Read how</a></p></div>
<header>
<div class="logo">${source.letterhead.map(escaped).join('<br>')}</div>
<nav aria-label="Main"><ul>${menu.map((each) => `<li><a href="/${slug(each)}">${escaped(each)}</a></li>`).join('')}</ul></nav>
</header>
${trail(source)}<main id="content">
${source.blocks.map(elementOf).join('\n')}
</main>
<footer>
${source.footer.map((line) => `<p>${escaped(line)}</p>\n`).join('')}<ul><li><a href="/accessibility">Accessibility</a></li><li><a href="/privacy">Privacy</a></li><li><a href="/cookies">Cookies</a></li></ul>
</footer>
</body>
</html>
`
  return new TextEncoder().encode(page)
}

function trail({ crumbs }: LetterSource): string {
  if (crumbs.length === 0) return ''
  const links = crumbs.map((each) => `<li><a href="/${slug(each)}">${escaped(each)}</a></li>`)
  return `<nav aria-label="Breadcrumb" class="breadcrumb"><ol>${links.join('')}</ol></nav>\n`
}

function elementOf(block: SourceBlock): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${inline(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p>${block.lines.map(inline).join('<br>\n')}</p>`
    case 'list': {
      const [open, close] = block.first === null ? ['<ul>', '</ul>'] : [`<ol${startOf(block.first)}>`, '</ol>']
      return `${open}\n${block.items.map((item) => `<li>${inline(item)}</li>`).join('\n')}\n${close}`
    }
    case 'table': {
      const head = block.head
        ? `<thead><tr>${block.head.map((cell) => `<th>${inline(cell)}</th>`).join('')}</tr></thead>\n`
        : ''
      const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${inline(cell)}</td>`).join('')}</tr>`)
      return `<table>\n${head}<tbody>\n${rows.join('\n')}\n</tbody>\n</table>`
    }
    default:
      return block satisfies never
  }
}

function startOf(first: number): string {
  return first === 1 ? '' : ` start="${first}"`
}

function inline(line: string): string {
  return runsOf(line)
    .map(({ text, bold }) => (bold ? `<strong>${linked(text)}</strong>` : linked(text)))
    .join('')
}

function linked(text: string): string {
  return escaped(text).replace(/https:\/\/[a-z0-9./-]{1,200}[a-z0-9/]/g, (url) => `<a href="${url}">${url}</a>`)
}

function slug(words: string): string {
  return words.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}

/** The words as they may stand in a page. */
export function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
