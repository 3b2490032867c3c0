// `main.ts` is a link to this file: Node takes 0.1 s to get its reader of TypeScript ready, and a first file is met before the cache
// that keeps others as they were read last time.
import module from 'node:module'
import { join } from 'node:path'

if (!module.registerHooks) {
  process.stderr.write(
    `Cannot start disclosed: it needs Node 24 or later, and this is Node ${process.versions.node}. Type npx pnpm disclosed in the project, which brings its own.\n`,
  )
  process.exit(2)
}
module.enableCompileCache()
const { packedProgram } = await import('./packed-program.ts')
const argv = process.argv.slice(2)
const packedIn = join(import.meta.dirname, '../node_modules/.cache/disclosed/read')
const packed = argv[0] === 'read' ? packedProgram(packedIn) : null
const { ioOfProcess, reportFault, run, keepPacked } = packed === null ? await unpackedProgram() : await import(packed)

const io = ioOfProcess()
process.on('uncaughtException', (error) => {
  reportFault(error, argv, io)
  process.exit(1)
})
process.exitCode = await run(argv, io)
await keepPacked?.()

async function unpackedProgram() {
  const { keepProgramPacked, keepRulesPacked, quickImports } = await import('@disclosed/ingest/quick-imports')
  quickImports()
  const [{ ioOfProcess, reportFault }, { run }] = await Promise.all([import('./io.ts'), import('./program.ts')])
  const keepPacked = async () => {
    await keepRulesPacked()
    if (argv[0] === 'read') await keepProgramPacked(join(import.meta.dirname, 'reading-alone.ts'), packedIn)
  }
  return { ioOfProcess, reportFault, run, keepPacked }
}
