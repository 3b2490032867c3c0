export { type BuiltFile, buildCorpus } from './corpus/build.ts'
export { exampleDataset } from './example-dataset.ts'
export { questions, type Worked } from './questions.ts'
export { writtenPages } from './written-pages.ts'
