import { brokenFile } from './mutations.ts'
import { faultOf } from './reading.ts'
import { seeds } from './seeds.ts'

/** Reads broken files by number, one after the other, as it is told, and tells what was wrong. It may write nothing. */
const all = seeds()

process.on('message', (numbers: readonly number[]) => {
  void readAll(numbers)
})

async function readAll(numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    process.send?.({ kind: 'begins', number })
    const { name, bytes } = brokenFile(number, all)
    const fault = await faultOf(name, bytes)
    if (fault !== null) process.send?.({ kind: 'fault', number, fault })
  }
  process.send?.({ kind: 'done' })
}

process.send?.({ kind: 'done' })
