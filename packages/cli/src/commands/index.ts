import type { Command, CommandGroup } from '../command.ts'

/** In the order of `--help`: as somebody meets them. A command that is typed needs none of the others, so each is loaded by itself. */
const loaders: Readonly<Record<string, () => Promise<Command | CommandGroup>>> = {
  ingest: async () => (await import('./ingest.ts')).ingest,
  crawl: async () => (await import('./crawl/index.ts')).crawl,
  compare: async () => (await import('./compare.ts')).compare,
  read: async () => (await import('./read.ts')).read,
  text: async () => (await import('./text.ts')).text,
  tables: async () => (await import('./tables.ts')).tables,
  show: async () => (await import('./show.ts')).show,
  query: async () => (await import('./query.ts')).query,
  export: async () => (await import('./export.ts')).exportCommand,
  review: async () => (await import('./review/index.ts')).review,
  diff: async () => (await import('./diff.ts')).diff,
  status: async () => (await import('./status.ts')).status,
  evaluate: async () => (await import('./evaluate.ts')).evaluate,
  schema: async () => (await import('./schema.ts')).schema,
  rebuild: async () => (await import('./rebuild.ts')).rebuild,
}

/** All commands. */
export async function allCommands(): Promise<readonly (Command | CommandGroup)[]> {
  return await Promise.all(Object.values(loaders).map((load) => load()))
}

/** The command of this name alone, or all of them where it is none. */
export async function commandsFor(typed: string | undefined): Promise<readonly (Command | CommandGroup)[]> {
  const load = typed !== undefined && Object.hasOwn(loaders, typed) ? loaders[typed] : undefined
  return load ? [await load()] : await allCommands()
}
