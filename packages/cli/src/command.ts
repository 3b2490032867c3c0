import { resolve } from 'node:path'
import type { ExitCode, Io } from './io.ts'

/** A command says what it is; what it needs is loaded when it runs, so that `--help` is quick. */
export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly about: string
  /** As commander writes them: `<paths...>` needed, `[paths...]` not. */
  readonly arguments: readonly Argument[]
  readonly options: readonly Option[]
  /** Lines that somebody could type, each with what it does. */
  readonly examples: readonly (readonly [line: string, about: string])[]
  readonly run: (io: Io, args: Arguments, options: Options) => Promise<ExitCode>
}

/** Commands that belong together, typed behind one word: `disclosed crawl probe`. */
export interface CommandGroup {
  readonly name: string
  readonly about: string
  readonly commands: readonly Command[]
}

export interface Argument {
  readonly name: string
  readonly about: string
}

export interface Option {
  /** As commander writes it: `--db <file>`. */
  readonly flags: string
  readonly about: string
  readonly choices?: readonly string[]
  readonly default?: string
  /** May be given several times; the command gets a list. */
  readonly repeats?: true
}

/** What was typed, in the order of the arguments; a list for one that takes several. */
export type Arguments = readonly (readonly string[])[]
export type Options = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

/** The dataset that commands use where none is named. */
export const dbOption: Option = {
  flags: '--db <file>',
  about: 'the dataset',
  default: 'disclosed.sqlite',
}

/** How files are read, in every command that reads some. */
export const readingOptions: readonly Option[] = [
  { flags: '--include-hidden', about: 'read what files hide, too: hidden sheets, rows, columns and words' },
  {
    flags: '--password <password>',
    about: 'opens locked files; better told by DISCLOSED_PASSWORD, which nobody else sees',
  },
]

/** What `readingOptions` were told. */
export function toldHow(options: Options): { readonly includeHidden: boolean; readonly password: string | null } {
  return {
    includeHidden: options.includeHidden === true,
    password: textOption(options, 'password') ?? process.env.DISCLOSED_PASSWORD ?? null,
  }
}

export function textOption(options: Options, name: string): string | null {
  const value = options[name]
  return typeof value === 'string' ? value : null
}

/** What an option was given that may be given several times. */
export function listOption(options: Options, name: string): readonly string[] {
  const value = options[name]
  return typeof value === 'object' ? value : []
}

/** The dataset that was named, as typed where that leads there. */
export function openedFrom(io: Pick<Io, 'base'>, options: Options): string {
  const typed = textOption(options, 'db') ?? 'disclosed.sqlite'
  return io.base === process.cwd() ? typed : resolve(io.base, typed)
}
