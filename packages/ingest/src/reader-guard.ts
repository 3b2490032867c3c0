import { writeSync } from 'node:fs'
import { workerData } from 'node:worker_threads'

// A thread in every reader's process. Its reader may be held in an endless loop, deaf to everything, when whoever started
// it is killed, or may fill memory that no limit of the heap counts: then the process ends from here.

const { parent, megabytes } = workerData as { readonly parent: number; readonly megabytes: number }
/** What stands beside the heap: the bytes of the file and what it unfolds to. */
const mostBytes = 2 * megabytes * 1024 * 1024

setInterval(() => {
  const isTooBig = process.memoryUsage.rss() > mostBytes
  // The words are those of V8 itself; whoever started us looks for them.
  if (isTooBig) writeSync(2, 'out of memory\n')
  if (isTooBig || !isAlive()) process.kill(process.pid, 'SIGKILL')
}, 500)

/** An orphan is given to another parent, except on Windows, where it keeps the number of the dead one. */
function isAlive(): boolean {
  try {
    process.kill(parent, 0)
    return process.ppid === parent
  } catch {
    return false
  }
}
