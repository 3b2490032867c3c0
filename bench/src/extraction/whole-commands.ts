import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from './median.ts'

const commandLine = fileURLToPath(new URL('../../../packages/cli/src/main.ts', import.meta.url))
const rounds = 9

/** Seconds from the start of a command to its end, its reading of TypeScript and its rules as they were kept before. */
export function secondsOf(args: readonly string[]): number {
  const once = (): number => {
    const began = performance.now()
    spawnSync(process.execPath, [commandLine, ...args], { stdio: 'ignore' })
    return (performance.now() - began) / 1000
  }
  once()
  return median(Array.from({ length: rounds }, once))
}
