import { benchCrawl } from './crawl.ts'
import { benchDataset } from './dataset/index.ts'
import { benchExtraction } from './extraction/index.ts'
import { benchIngest } from './ingest.ts'
import { benchReading } from './reading.ts'
import { benchScans } from './scans.ts'
import { benchStages } from './stages.ts'

/**
 * `pnpm bench [DOCUMENTS] [FOLDER]`: from a folder to the dataset.
 * `pnpm bench dataset [OBSERVATIONS...]`: a dataset of so many figures, filled and asked.
 * `pnpm bench stages [DOCUMENTS]`: what each stage on the way there costs.
 * `pnpm bench extraction [FOLDER...]`: from bytes to documents.
 * `pnpm bench reading [FOLDER...]`: from documents to readings.
 * `pnpm bench crawl [HOSTS] [ITEMS] [KILLS] [TIMES]`: from sites on this machine to originals.
 * `pnpm bench scans FOLDER [npm|native]`: from pictures of pages to words.
 */
const [first, ...others] = process.argv.slice(2)
if (first === 'extraction') await benchExtraction(others)
else if (first === 'dataset') await benchDataset(others.map(Number))
else if (first === 'stages') await benchStages(others[0] === undefined ? undefined : Number(others[0]))
else if (first === 'crawl') await benchCrawl(others)
else if (first === 'reading') await benchReading(others)
else if (first === 'scans') await benchScans(others)
else await benchIngest(first === undefined ? undefined : Number(first), others[0])
