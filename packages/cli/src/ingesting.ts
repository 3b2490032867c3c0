import { type Ingested, type IngestOptions, ingest } from '@disclosed/ingest'
import { type ExitCode, type Io, oneLine } from './io.ts'
import { progressLine } from './progress.ts'

type Asked = Omit<IngestOptions, 'base' | 'signal' | 'onProgress' | 'onFailure'>

/** Reads paths into the dataset with progress, names every failure as it happens, and says at the end what was done. */
export async function ingestInto(io: Io, paths: readonly string[], asked: Asked): Promise<ExitCode> {
  const line = progressLine(io, 'Reading')
  const signal = io.stopping()
  try {
    const done = await ingest(paths, {
      ...asked,
      base: io.base,
      signal,
      onProgress: line.show,
      onFailure: ({ message }) => line.say(oneLine(message)),
    })
    line.end()
    io.err(`${summary(done, asked.db)}\n`)
    if (done.stopped) return 130
    return done.failed > 0 ? 1 : 0
  } finally {
    line.end()
  }
}

function summary(done: Ingested, db: string): string {
  const { read, unchanged, failed, stopped, seconds, leftOut } = done
  const parts = [
    `${counted(read, 'file')} read into ${db}`,
    unchanged > 0 ? `${unchanged} unchanged` : null,
    failed > 0 ? `${failed} not read` : null,
  ].filter((part) => part !== null)
  const left = [...leftOut].map(([what, count]) => `${count} ${what}`)
  return [
    stopped ? 'Stopped. What was read is kept; the next run goes on from here.' : null,
    read + unchanged + failed === 0 && !stopped
      ? 'There are no letters there.'
      : `${parts.join(', ')} (${seconds.toFixed(1)} s).`,
    left.length > 0 ? `Left out: ${left.join(', ')}.` : null,
  ]
    .filter((each) => each !== null)
    .join('\n')
}

export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`
}
