export { type BuiltFile, buildCorpus } from './corpus/build.ts'
export { rulesPage } from './rules-page.ts'
