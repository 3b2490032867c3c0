import type { Command, CommandGroup } from '../command.ts'
import { compare } from './compare.ts'
import { crawl } from './crawl/index.ts'
import { diff } from './diff.ts'
import { evaluate } from './evaluate.ts'
import { exportCommand } from './export.ts'
import { ingest } from './ingest.ts'
import { query } from './query.ts'
import { read } from './read.ts'
import { rebuild } from './rebuild.ts'
import { review } from './review/index.ts'
import { schema } from './schema.ts'
import { show } from './show.ts'
import { status } from './status.ts'
import { tables } from './tables.ts'
import { text } from './text.ts'

/** In the order of `--help`: as somebody meets them. */
export const commands: readonly (Command | CommandGroup)[] = [
  ingest,
  crawl,
  compare,
  read,
  text,
  tables,
  show,
  query,
  exportCommand,
  review,
  diff,
  status,
  evaluate,
  schema,
  rebuild,
]
