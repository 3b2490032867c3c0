export { type BuiltFile, buildCorpus } from './corpus/build.ts'
