import type { Command } from '../command.ts'
import { read } from './read.ts'
import { schema } from './schema.ts'
import { text } from './text.ts'

/** In the order of `--help`: as somebody meets them. */
export const commands: readonly Command[] = [read, text, schema]
