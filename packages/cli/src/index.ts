export type { Argument, Command, Option } from './command.ts'
export { allCommands } from './commands/index.ts'
export { type ExitCode, type Io, ioOfProcess } from './io.ts'
export { run, version } from './program.ts'
