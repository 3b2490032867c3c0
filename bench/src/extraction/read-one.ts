import { readFile } from 'node:fs/promises'
import { extract } from '@disclosed/extract'

/** Reads one file in a process of its own, so that its memory can be measured from outside. */
const [file = ''] = process.argv.slice(2)
const { text } = await extract(new Uint8Array(await readFile(file)), { name: file })
process.stdout.write(`${text.length}\n`)
