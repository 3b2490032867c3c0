import { phrase } from '../recogniser.ts'
import { count, pounds, type Quantity, quantityOf } from './quantity.ts'
import { begins, figure, readFigure } from './written.ts'

/** "Approximately 300", "c. £2m", "around forty". "A complaint about 2 dogs" is about exactly two. */
export const approximations = phrase<Quantity>({
  id: 'quantities/approximation',
  about: 'A figure that is only near the true one.',
  hints:
    'approx,about,around,roughly,circa,c.,ca.,nearly,almost,some,in the region of,estimate,est.,(est,~,or so'.split(
      ',',
    ),
  pattern: new RegExp(
    String.raw`(?:(?<![\w-])(?<words>(?:approximately|approx\.?|about|around|roughly|circa|ca?\.|nearly|almost|some|in the region of|(?:an )?estimated(?: (?:at|to be))?|~)(?:[ \n]|(?<=[.~]))(?:an estimated |a total of )?(?<told>(?:(?<=~)|${begins})${figure}))|(?<words>${begins}(?<told>${figure})[ ]\(?(?:approximately|approx\.?(?![a-z])|or[ ]so(?![a-z])|(?:an )?est(?:imated?)?\.?(?![a-z]))\)?))(?![\w%]|[.,:/]\d|[-–/][\w£])`,
    'gi',
  ),
  read: ({ words = '', told = '' }, { index }, text) => {
    const figureOf = readFigure(told)
    if (figureOf?.number == null) return null
    if (/^(?:about|some)/i.test(words) && hasTopic.test(text.slice(Math.max(0, index - 30), index))) return null
    return quantityOf(figureOf, '~', /estimated/i.test(words) ? 'estimated' : 'present')
  },
  examples: [
    { letter: '«approximately 300» staff', value: count(300, '~') },
    { letter: 'cost «c. £2m»', value: pounds(2_000_000, '~') },
    { letter: '«around forty» people', value: count(40, '~') },
    { letter: '«an estimated 1,200» calls', value: count(1200, '~', 'estimated') },
    { letter: '«300 (estimate)»', value: count(300, '~') },
    { letter: '«207 (est.)»', value: count(207, '~') },
    { letter: '«300 approx» were sent', value: count(300, '~') },
    { letter: '«~50» calls', value: count(50, '~') },
  ],
  nearMisses: ['a complaint about 2 dogs', 'about 2019/20', 'around the house', 'some people', 'section c. 5a'],
})

const hasTopic =
  /\b(?:complaints?|enquir(?:y|ies)|quer(?:y|ies)|questions?|information|concerns?|asked|asking|told|details|data|calls?|request(?:s|ed)?|talk|know|contact(?:ed)?)\s{1,2}$/i
