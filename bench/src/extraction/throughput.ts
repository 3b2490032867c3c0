import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { median } from './median.ts'

const threads = 2
const rounds = 5

/** How many of the files two threads read in a second: the median of several rounds, after one to warm up. */
export async function perSecond(files: readonly string[]): Promise<number> {
  const workers = Array.from({ length: threads }, () => new Worker(new URL('./reader.ts', import.meta.url)))
  const share = (index: number) => files.filter((_, at) => at % threads === index)
  const round = async () => {
    const began = performance.now()
    await Promise.all(
      workers.map(async (worker, index) => {
        const answered = once(worker, 'message')
        worker.postMessage(share(index))
        await answered
      }),
    )
    return (performance.now() - began) / 1000
  }
  try {
    await round()
    const seconds: number[] = []
    for (let at = 0; at < rounds; at += 1) seconds.push(await round())
    return files.length / median(seconds)
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
}
