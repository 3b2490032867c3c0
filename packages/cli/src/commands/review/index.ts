import type { CommandGroup } from '../../command.ts'
import { assign } from './assign.ts'
import { importWords } from './import.ts'
import { list } from './list.ts'
import { said } from './said.ts'
import { add, confirm, correct, join, note, reject, split, undo } from './say.ts'
import { show } from './show.ts'

/** In the order of `review --help`: as somebody meets them. */
export const review: CommandGroup = {
  name: 'review',
  about: "What deserves a person's minute, the most valuable first; and what people said of it.",
  commands: [list, show, confirm, correct, reject, add, assign, join, split, note, undo, said, importWords],
}
