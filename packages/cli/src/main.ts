import { enableCompileCache } from 'node:module'

enableCompileCache()
const [{ ioOfProcess, reportFault }, { run }] = await Promise.all([import('./io.ts'), import('./program.ts')])

const argv = process.argv.slice(2)
const io = ioOfProcess()
process.on('uncaughtException', (error) => {
  reportFault(error, argv, io)
  process.exit(1)
})
process.exitCode = await run(argv, io)
