import { table, text } from '../table.ts'

export const setting = table({
  name: 'setting',
  about: 'One row for each way in which this dataset was made other than usual; empty for most.',
  columns: {
    name: text('What is set: people (shown: names, e-mails, phones and addresses stand in the rows).'),
    value: text('How.'),
  },
})
