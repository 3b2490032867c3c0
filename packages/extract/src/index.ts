export { type ExtractOptions, extract } from './extract.ts'
export { type Format, type Look, type Options, type UnreadableCode, UnreadableError } from './format.ts'
export { type NoteCode, noteMeanings } from './notes.ts'
export { type Holder, type Lost, type Original, originalsIn, type PartsOptions, partsOf } from './parts.ts'
