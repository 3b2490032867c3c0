import { phrase } from '../recogniser.ts'
import { type Period, period } from './period.ts'
import { day, ends, gap, monthAndYear, readPoint, year } from './written.ts'

/**
 * A state on a day: "as at 31 March 2023", "at the end of 2019", "w/c 8/4/24". What happened "at 31 March" is a state too;
 * a letter that dates an event so would fool it.
 */
export const asAt = phrase<Period>({
  id: 'periods/as-at',
  about: 'A day on which something stood so.',
  hints: ['at', 'as of', 'as on', 'w/c', 'commencing'],
  guards: [/(?:\bat|\bas|w\/c|commencing|position|snapshot|correct)\b[^;]{0,60}?\d/i],
  pattern: new RegExp(
    `(?<![\\w-])(?:(?:correct|position|snapshot|as)${gap}(?:at|of|on)|at|w/c|week${gap}commencing)${gap}(?:(?:midnight|close)${gap}(?:on|of|at)${gap})?(?:the${gap})?(?:(?<edge>end|start|beginning|close)${gap}of${gap})?(?:business${gap}on${gap})?(?<point>${day}|${monthAndYear}|${year})${ends}`,
    'gi',
  ),
  read: ({ edge, point: words = '' }, [whole]) => {
    const told = readPoint(words)
    if (!told?.from || !told.to) return null
    if (told.shape === 'calendar_year' && edge === undefined) return null
    if (/^(?:w|week)/i.test(whole) && told.shape !== 'day') return null
    const isStart = edge !== undefined && /start|beginning/i.test(edge)
    const at = isStart ? told.from : told.to
    return edge === undefined ? period(told.shape, told.from, told.to, 'at') : period('day', at, at, 'at')
  },
  examples: [
    { letter: '«As at 31 March 2023» there were', value: period('day', '2023-03-31', '2023-03-31', 'at') },
    { letter: '«as of 1 April 2020»,', value: period('day', '2020-04-01', '2020-04-01', 'at') },
    { letter: '«at the end of 2019»', value: period('day', '2019-12-31', '2019-12-31', 'at') },
    { letter: '«w/c 8/4/24»', value: period('day', '2024-04-08', '2024-04-08', 'at') },
    { letter: 'staff «as at March 2023»', value: period('month', '2023-03-01', '2023-03-31', 'at') },
  ],
  nearMisses: ['that 31 March 2023', 'at 2019', 'at 31/02/2019', 'what 2019', 'as at today'],
})
