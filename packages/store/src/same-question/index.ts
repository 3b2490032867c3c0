export type { Asked } from './context.ts'
export { askedIn } from './context.ts'
export { sameQuestions, type ToldGroups, type Wording } from './groups.ts'
