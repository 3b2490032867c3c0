import { Command as Commander, CommanderError, Option as CommanderOption } from 'commander'
import type { Arguments, Command, CommandGroup } from './command.ts'
import { type ExitCode, type Io, reportFault, Stop } from './io.ts'
import { version } from './version.ts'

export { version }

/**
 * Runs one command line (without `node` and the script) and says how it ended. Nothing that happens comes out as an
 * exception: what goes wrong is a sentence on stderr.
 */
export async function run(argv: readonly string[], io: Io, commandsOf = anyCommands): Promise<ExitCode> {
  let exitCode: ExitCode = 0
  try {
    const program = programOf(await commandsOf(argv[0]), io, (code) => {
      exitCode = code
    })
    await program.parseAsync(argv.map(asWords), { from: 'user' })
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    return explain(error, argv, io)
  }
}

async function anyCommands(typed: string | undefined): Promise<readonly (Command | CommandGroup)[]> {
  const { commandsFor } = await import('./commands/index.ts')
  return await commandsFor(typed)
}

function programOf(
  commands: readonly (Command | CommandGroup)[],
  io: Io,
  onEnd: (exitCode: ExitCode) => void,
): Commander {
  const program = new Commander('disclosed')
    .description(
      'Reads Freedom of Information replies as a careful person would, and compares authorities across years.',
    )
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      getOutHelpWidth: () => Math.min(io.width, 100),
      getErrHelpWidth: () => Math.min(io.width, 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
      outputError: (text, write) => write(asSentence(text)),
    })
    .showHelpAfterError('Type disclosed --help for what it can do.')
    .addHelpText('after', '\nType disclosed <command> --help for what a command takes.')
  for (const each of commands)
    program.addCommand('commands' in each ? group(each, program, io, onEnd) : subcommand(each, program, io, onEnd))
  return program
}

function group(many: CommandGroup, program: Commander, io: Io, onEnd: (exitCode: ExitCode) => void): Commander {
  const made = new Commander(many.name)
    .description(many.about)
    .copyInheritedSettings(program)
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .showHelpAfterError(`Type disclosed ${many.name} --help for what it can do.`)
    .addHelpText('after', `\nType disclosed ${many.name} <command> --help for what a command takes.`)
  for (const command of many.commands) made.addCommand(subcommand(command, made, io, onEnd, many.name))
  return made
}

function subcommand(
  command: Command,
  program: Commander,
  io: Io,
  onEnd: (exitCode: ExitCode) => void,
  groupName?: string,
): Commander {
  const made = new Commander(command.name)
    .description(command.about)
    .copyInheritedSettings(program)
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError(
      `Type disclosed ${[...(groupName ? [groupName] : []), command.name].join(' ')} --help for what it takes.`,
    )
  for (const { name, about } of command.arguments) made.argument(name, about)
  for (const { flags, about, choices, default: preset, repeats } of command.options) {
    const option = new CommanderOption(flags, about)
    if (choices) option.choices(choices)
    if (preset !== undefined) option.default(preset)
    if (repeats) option.argParser((value, before: readonly string[] = []) => [...before, value])
    made.addOption(option)
  }
  if (command.examples.length > 0) {
    const lines = command.examples.map(([line, about]) => `  ${line}\n      ${about}`)
    made.addHelpText('after', `\nFor example:\n${lines.join('\n')}`)
  }
  return made.action(async () => {
    onEnd(await command.run(io, typed(made.processedArgs), made.opts()))
  })
}

/** Commander gives a list for `<paths...>`, a string else, nothing where an argument is missing. */
function typed(args: readonly unknown[]): Arguments {
  return args.map((each) => (Array.isArray(each) ? each.map(String) : each === undefined ? [] : [String(each)]))
}

/** A query that begins with a comment, "-- breaches", is no option. */
function asWords(argument: string): string {
  return /^--\s/.test(argument) ? `\n${argument}` : argument
}

/** "error: unknown option '--foo'" as a sentence. */
function asSentence(text: string): string {
  const words = text.replace(/^error: /, '').replace(/\.?\n/, '.\n')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Ends a command that could not go on: what went wrong as a sentence, and the exit code. */
export function explain(error: unknown, argv: readonly string[], io: Io): ExitCode {
  if (error instanceof Stop) {
    io.err(`${error.message}\n`)
    return error.exitCode
  }
  if (isForPeople(error)) {
    io.err(`${error.message}\n`)
    return 1
  }
  reportFault(error, argv, io)
  return 1
}

/** Errors that packages write for people carry a name that says so. */
function isForPeople(error: unknown): error is Error {
  return (
    error instanceof Error &&
    ['StoreError', 'UnreadableError', 'CompareError', 'IngestError', 'CrawlError'].includes(error.name)
  )
}
