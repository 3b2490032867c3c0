export type { Asked } from './context.ts'
export { askedIn } from './context.ts'
export { sameQuestions, type Wording } from './groups.ts'
