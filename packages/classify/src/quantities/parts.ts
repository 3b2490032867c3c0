import { phrase } from '../recogniser.ts'
import { count, type Quantity } from './quantity.ts'
import { begins, digits, readDigits } from './written.ts'

/** So many of so many: "430/1329", "13 of the 52", "4 out of 5". The whole goes with the part. "Page 3 of 12" is blotted out before. */
export const parts = phrase<Quantity>({
  id: 'quantities/part',
  about: 'A count told as part of a larger one.',
  pattern: new RegExp(
    String.raw`${begins}(?<words>(?<part>${digits})(?:(?<stroke>[ ]?/[ ]?)|[ \n](?:out[ \n])?of[ \n](?:the[ \n]|these[ \n]|a[ \n]total[ \n]of[ \n])?)(?<whole>${digits}))(?![\w%]|[.,:/]\d|[-–/][\w£])(?!\s?(?:per\s?cent|hours|days|weeks|months|years))`,
    'gi',
  ),
  read: ({ part = '', stroke, whole = '' }) => {
    const [some, all] = [readDigits(part), readDigits(whole)]
    if (some === null || all === null || some > all) return null
    // "1/2" is a half, "5/12" a day in December.
    return stroke !== undefined && all <= 31 ? null : { ...count(some), of: whole }
  },
  examples: [
    { letter: '«430/1329»*', value: { ...count(430), of: '1329' } },
    { letter: '«13 of the 52» breaches', value: { ...count(13), of: '52' } },
    { letter: '«4 out of 5» schools', value: { ...count(4), of: '5' } },
  ],
  nearMisses: ['1/2', '12/05', '60 of 52', '3 of them', 'one of 5 things'],
})
