import { day, oneOf, table, text } from '../table.ts'

export const bankHoliday = table({
  name: 'bank_holiday',
  about: 'One row for each nation and bank holiday from Monday to Friday, 2005 to 2030: no working day there.',
  columns: {
    nation: oneOf(['England', 'Wales', 'Scotland', 'Northern Ireland'], 'Where.'),
    day: day('The day.'),
    name: text('Its name.'),
  },
  key: ['nation', 'day'],
})
