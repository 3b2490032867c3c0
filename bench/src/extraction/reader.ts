import { readFile } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import { extract } from '@disclosed/extract'

/** A thread that reads the files it is told of, again and again, and says how long one round took. */
parentPort?.on('message', async (files: readonly string[]) => {
  const all = await Promise.all(files.map((file) => readFile(file)))
  const began = performance.now()
  for (const bytes of all) await extract(new Uint8Array(bytes)).catch(() => undefined)
  parentPort?.postMessage(performance.now() - began)
})
