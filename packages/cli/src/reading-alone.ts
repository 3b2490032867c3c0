import { read } from './commands/read.ts'
import type { ExitCode, Io } from './io.ts'
import { run as runAny } from './program.ts'

export { ioOfProcess, reportFault } from './io.ts'

/** The program as it is packed for `disclosed read`, without all other commands. */
export async function run(argv: readonly string[], io: Io): Promise<ExitCode> {
  return await runAny(argv, io, async () => [read])
}
