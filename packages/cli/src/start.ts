import { enableCompileCache } from 'node:module'
import { quickImports } from '@disclosed/ingest/quick-imports'

enableCompileCache()
quickImports()
const [{ ioOfProcess, reportFault }, { start }] = await Promise.all([import('./io.ts'), import('./starting.ts')])

const argv = process.argv.slice(2)
const io = ioOfProcess()
process.on('uncaughtException', (error) => {
  reportFault(error, ['start', ...argv], io)
  process.exit(1)
})
process.exitCode = await start(argv, io)
