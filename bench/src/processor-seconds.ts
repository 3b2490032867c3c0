import { readdirSync, readFileSync } from 'node:fs'

/** Ticks of the clock that Linux counts processes by, in a second. */
const ticks = 100

/**
 * How many seconds processors have worked for this process, for those it started and that still run, and for those they ended: what a
 * page costs on a machine that others use too. Where there is no `/proc` only this process is counted.
 */
export function processorSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (
    (user + system) / 1e6 + startedBy(process.pid).reduce((sum, pid) => sum + secondsOf(pid), 0) + endedOf(process.pid)
  )
}

function startedBy(pid: number): readonly number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
    )
  } catch {
    return []
  }
}

/** Its own, those of what it started, and of what has ended. */
function secondsOf(pid: number): number {
  const [own = 0, system = 0] = timesOf(pid)
  return (own + system) / ticks + endedOf(pid) + startedBy(pid).reduce((sum, each) => sum + secondsOf(each), 0)
}

function endedOf(pid: number): number {
  const [, , ended = 0, endedSystem = 0] = timesOf(pid)
  return (ended + endedSystem) / ticks
}

/** User and system ticks: its own, and those of processes it started that have ended. The name before may hold anything but a last ")". */
function timesOf(pid: number): readonly number[] {
  try {
    const told = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return told
      .slice(told.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15)
      .map(Number)
  } catch {
    return []
  }
}
