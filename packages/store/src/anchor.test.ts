import { describe, expect, it } from 'vitest'
import { anchorOf } from './anchor.ts'

function wordsOf(text: string, quote: string, page: number | null = null) {
  const start = text.indexOf(quote)
  return { quote, page, start, end: start + quote.length }
}

describe('anchorOf', () => {
  it('leads to the page of a PDF, and nowhere in a file without pages', () => {
    const document = { mediaType: 'application/pdf', text: 'We had 12.' }
    expect(anchorOf(document, wordsOf(document.text, '12', 3))).toBe('page=3')
    expect(anchorOf(document, wordsOf(document.text, '12'))).toBeNull()
    expect(anchorOf({ ...document, mediaType: 'text/plain' }, wordsOf(document.text, '12'))).toBeNull()
  })

  it.for([
    ['In 2019 there were 12 thefts - all told.', '12', ':~:text=2019%20there%20were-,12,-thefts%20%2D%20all'],
    ['Year\tThefts\n2019\t12\t3', '12', ':~:text=12'],
    ['Yes, the council does', 'Yes, the', ':~:text=Yes%2C%20the,-council%20does'],
    [
      'First line of it\nand its last words',
      'First line of it\nand its last words',
      ':~:text=First%20line%20of,its%20last%20words',
    ],
  ] as const)('finds in %j the words %j', ([text, quote, anchor]) => {
    expect(anchorOf({ mediaType: 'text/html', text }, wordsOf(text, quote))).toBe(anchor)
  })
})
