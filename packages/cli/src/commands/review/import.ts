import { type Command, dbOption } from '../../command.ts'
import { byOption } from '../../reviewing/subjects.ts'

export const importWords: Command = {
  name: 'import',
  about: 'Take over what people said: sheets that were filled in, what review said printed, or other datasets.',
  arguments: [{ name: '<files...>', about: 'CSV files, or datasets (of any version)' }],
  options: [dbOption, { ...byOption, about: 'who filled in the sheet, where its column by is empty' }],
  examples: [
    ['disclosed review import ann.csv bob.csv', 'each line that cannot be taken over is named, all others are'],
    ['disclosed review import old.sqlite', 'what was said in an older dataset'],
  ],
  run: async (io, [files = []], options) => {
    const { importFiles } = await import('../../reviewing/importing.ts')
    return importFiles(io, options, files)
  },
}
