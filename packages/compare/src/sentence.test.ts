import { describe, expect, it } from 'vitest'
import { sentenceAround } from './sentence.ts'

function around(marked: string) {
  const start = marked.indexOf('«')
  const end = marked.indexOf('»') - 1
  const { before, words, after } = sentenceAround(marked.replace(/[«»]/g, ''), start, end)
  return `${before}«${words}»${after}`
}

describe('sentenceAround', () => {
  it.for([
    [
      'a sentence without its neighbours',
      'We searched our records of incidents. The Council recorded «47» breaches in 2019. Two were reported to the ICO.',
      'The Council recorded «47» breaches in 2019.',
    ],
    [
      'the row of a table, and nothing of other rows',
      'Type\t2019\t2020\nLetter to wrong address\t«15»\t12\nLost device\t3\t4',
      'Letter to wrong address\t«15»\t12',
    ],
    [
      'the question above a figure alone on its line',
      'Thank you.\n1. How many breaches were recorded in 2019?\n\n«47»\n\n2. How many in 2020?',
      '1. How many breaches were recorded in 2019?\n\n«47»',
    ],
    [
      'the label above the year above a figure, where cells stand on lines of their own',
      'Lost or stolen mobile phones\n2019\n«39»\n2020\n41',
      'Lost or stolen mobile phones\n2019\n«39»',
    ],
    [
      'the label of a row whose cells stand on lines of their own, with gaps',
      'Item\n\n2016\n\n2017\n\n2018\n\nMobile phones\n\n29\n\n31\n\n«44»\n\n104',
      'Mobile phones\n\n29\n\n31\n\n«44»',
    ],
    ['the whole of a short answer', '«None»', '«None»'],
    [
      'the sentence before, where hardly a word is left of its own',
      'We hold this for breaches. It is «12».',
      'We hold this for breaches. It is «12».',
    ],
  ] as const)('shows %s', ([, text, shown]) => {
    expect(around(text)).toBe(shown)
  })

  it('cuts what is long, and says so', () => {
    const shown = around(`${'breaches and '.repeat(100)}«47»${' and incidents'.repeat(100)}`)
    expect(shown.length).toBeLessThan(500)
    expect(shown).toMatch(/^….*«47».*…$/)
  })

  it('reads a megabyte in an instant', () => {
    const text = `${'a. B '.repeat(200_000)}47${'\n'.repeat(100_000)}`
    const began = performance.now()
    sentenceAround(text, 1_000_000, 1_000_002)
    sentenceAround(text, 1_050_000, 1_050_001)
    expect(performance.now() - began).toBeLessThan(1000)
  })
})
