export { type Ingested, type IngestOptions, ingest, type NotRead, type Progress } from './ingest.ts'
export { jobsFor, type ReadFilesOptions, readFiles } from './read-files.ts'
export { openReaders, type Readers, type ReadersOptions } from './readers.ts'
export type { LeftOut, ReadingOptions, ReadingResult, ReadResult, Unreadable } from './reading-task.ts'
