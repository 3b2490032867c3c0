import { benchExtraction } from './extraction/index.ts'
import { benchIngest } from './ingest.ts'

/**
 * `pnpm bench [DOCUMENTS] [FOLDER]`: from a folder to the dataset.
 * `pnpm bench extraction [FOLDER...]`: from bytes to documents.
 */
const [first, ...others] = process.argv.slice(2)
if (first === 'extraction') await benchExtraction(others)
else await benchIngest(first === undefined ? undefined : Number(first), others[0])
