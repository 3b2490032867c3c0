import { phrase } from '../recogniser.ts'
import { type Period, period } from './period.ts'
import { begins, day, readDay } from './written.ts'

/**
 * One day, written with its year in any British way. A letter that writes the month first ("10/28/2019") is silent here,
 * and one that does so on the 5th of a month would be read wrongly: British letters do not.
 */
export const days = phrase<Period>({
  id: 'periods/day',
  about: 'One day, with its year.',
  // Text from some files has the next word grown on: "09 January 2025Under the Act".
  pattern: new RegExp(String.raw`${begins}${day}(?![\d%£]|[-–/][\w£]|\.\d)`, 'gi'),
  read: (_, [words]) => {
    const read = readDay(words)
    return read ? period('day', read, read) : null
  },
  examples: [
    { letter: 'received on «14/01/18».', value: period('day', '2018-01-14', '2018-01-14') },
    { letter: 'sent «6th September 2017»', value: period('day', '2017-09-06', '2017-09-06') },
    { letter: 'Response «09-02-2018»', value: period('day', '2018-02-09', '2018-02-09') },
    { letter: '«October 2, 2023»', value: period('day', '2023-10-02', '2023-10-02') },
    { letter: 'on «21\nFebruary 2023», at noon', value: period('day', '2023-02-21', '2023-02-21') },
    { letter: 'dated «Mon 06 January 2025»', value: period('day', '2025-01-06', '2025-01-06') },
    { letter: 'until «04.11.19»)', value: period('day', '2019-11-04', '2019-11-04') },
    { letter: 'sent «09 January 2025»Under', value: period('day', '2025-01-09', '2025-01-09') },
    { letter: 'Responded «Thu 18 May 2023»I would like', value: period('day', '2023-05-18', '2023-05-18') },
    { letter: 'Response date «7 May2021»', value: period('day', '2021-05-07', '2021-05-07') },
    { letter: '«12-Sep-17»', value: period('day', '2017-09-12', '2017-09-12') },
  ],
  nearMisses: [
    '31/02/2019',
    'December 23\nJanuary 2019 37',
    'paragraph 1.2.19',
    '24/7',
    '10/28/2019',
    'may 12 people attend?',
    'version 10.1.12.5',
    'FOI-07-07-18',
  ],
})
