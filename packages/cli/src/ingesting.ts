import { type Ingested, type IngestOptions, ingest } from '@disclosed/ingest'
import { type ExitCode, type Io, oneLine } from './io.ts'
import { progressLine } from './progress.ts'

interface Asked extends Omit<IngestOptions, 'base' | 'signal' | 'onProgress' | 'onFailure' | 'onGone'> {
  /** What the dataset is called in messages. */
  readonly shownDb?: string
}

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
      onGone: ({ path, isElsewhere, figures }) => {
        if (!isElsewhere) line.say(oneLine(`${path} is gone: ${counted(figures, 'figure')} taken out with it.`))
      },
    })
    line.end()
    io.err(`${summary(done, asked.shownDb ?? asked.db)}\n`)
    if (done.stopped) return 130
    return done.failed > 0 ? 1 : 0
  } finally {
    line.end()
  }
}

function summary(done: Ingested, db: string): string {
  const left = [...done.leftOut].map(([what, count]) => `${count.toLocaleString('en-GB')} × ${what}`)
  return [
    ...(done.stopped ? ['Stopped. What was read is kept, and the next run goes on from here.'] : []),
    ...(done.asked === null || done.read + done.unchanged + done.failed > 0 ? [whatWasRead(done, db)] : []),
    ...(done.asked === null ? [] : [`${counted(done.asked, 'request')} noted as sent.`]),
    ...goneLines(done),
    ...(left.length > 0 ? [`Left out: ${left.join(', ')}.`] : []),
  ].join('\n')
}

function goneLines({ moved, gone, goneAndKept }: Ingested): readonly string[] {
  return [
    ...(moved > 0 ? [`${counted(moved, 'file')} found at another place now.`] : []),
    ...(gone > 0
      ? [
          `${counted(gone, 'file')} gone, and taken out. What people said of ${gone === 1 ? 'it' : 'them'} is kept: put back, ${gone === 1 ? 'it is' : 'they are'} read again.`,
        ]
      : []),
    ...(goneAndKept > 0
      ? [
          `${counted(goneAndKept, 'file')} gone, and kept in the dataset, for that is most of what was there: --forget-gone takes them out.`,
        ]
      : []),
  ]
}

function whatWasRead({ read, documents, unchanged, failed, stopped, seconds }: Ingested, db: string): string {
  if (read + unchanged + failed === 0) return stopped ? 'Nothing was read.' : 'There are no letters to read there.'
  if (read + failed === 0) return `Nothing has changed: ${db} holds all of the ${counted(unchanged, 'file')}.`
  const inside = documents > read ? ` (${counted(documents, 'document')})` : ''
  const what = read > 0 ? `${counted(read, 'file')}${inside} read into ${db}` : 'Nothing new was read'
  const rest = [unchanged > 0 ? `, ${unchanged} unchanged` : '', failed > 0 ? `, ${failed} not read` : '']
  return `${what}${rest.join('')} (${seconds.toFixed(1)} s).`
}

export function counted(count: number, what: string): string {
  return `${count.toLocaleString('en-GB')} ${what}${count === 1 ? '' : 's'}`
}
