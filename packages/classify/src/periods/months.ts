import { phrase } from '../recogniser.ts'
import { type Period, period } from './period.ts'
import { begins, ends, monthAndYear, readMonth } from './written.ts'

/** A month with its year. "May 19" is no month here: it may be a day of an untold year. */
export const months = phrase<Period>({
  id: 'periods/month',
  about: 'A month, with its year.',
  pattern: new RegExp(`${begins}${monthAndYear}${ends}`, 'gi'),
  read: (_, [words]) => readMonth(words),
  examples: [
    { letter: '«November 2018» 32', value: period('month', '2018-11-01', '2018-11-30') },
    { letter: 'in «Feb 2020»', value: period('month', '2020-02-01', '2020-02-29') },
    { letter: '«Apr-19»: 3', value: period('month', '2019-04-01', '2019-04-30') },
    { letter: 'during «September, 2021».', value: period('month', '2021-09-01', '2021-09-30') },
  ],
  nearMisses: ['may 20 people attend', 'March 19', 'Marching 2019', 'a decision in 2019'],
})
