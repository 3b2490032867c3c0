import { classify, unknownSource } from '@disclosed/classify'
import { extract } from '@disclosed/extract'
import { register } from '@disclosed/reference'

/** Pieces that, said again and again, make a letter that nobody writes. The number counts them. */
export const hostileLetters: Readonly<Record<string, (number: number) => string>> = {
  'one line of words': () => 'word ',
  'one line of one letter': () => 'a',
  'line breaks': () => '\nx',
  'empty lines': () => 'a\n\n',
  'one line of "1."': () => '1. ',
  'one line of "section"': () => 'section ',
  'one line of years': () => '2019 ',
  'one line of days': () => '12 March 2019 ',
  'many short questions': (number) => `${number}. How many breaches were there in 2019?\n`,
  'many questions on one line': () => 'How many? ',
  'many questions with answers': (number) => `${number}. How many losses in 2019?\nThere were ${number} losses.\n`,
  'many tables': (number) => `Type | Number\nEmail | ${number}\nPost | 4\nTotal | ${number + 4}\n\n`,
  'cells one a line': (number) => `Email\n${number}\n`,
  'columns by spaces': (number) => `a${number}    5     6    7\n`,
  'many refusals': () => 'exempt under section 31(1)(a) of the Freedom of Information Act 2000. ',
  'many references': () => 'Our ref: FOI 12345\n',
  'many headings': () => 'Question 1\n\nAnswer\n\n',
  'many letters in one': () => 'From: a@b.example\nSent: 1 May 2019\nSubject: FOI\n\nDear Sir\n\nYours sincerely\n\n',
  'many enclosures': () => 'see attached file report.pdf ',
  'two languages in turn': () => "Mae'r wybodaeth hon wedi ei chadw gan y Cyngor.\nThe council holds this.\n",
}

/** Milliseconds of this thread's own that reading takes, once the words are there. */
export async function timeToRead(piece: (number: number) => string, length: number): Promise<number> {
  const pieces: string[] = []
  for (let number = 1, written = 0; written < length; number += 1) {
    const next = piece(number)
    pieces.push(next)
    written += next.length
  }
  const bytes = new TextEncoder().encode(`x${pieces.join('')}x`)
  const document = await extract(bytes, { name: 'letter.txt' })
  const before = process.threadCpuUsage()
  classify(document, { source: unknownSource, register: register() })
  const { user, system } = process.threadCpuUsage(before)
  return (user + system) / 1000
}
