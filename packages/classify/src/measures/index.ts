export { incidentTypeOf } from './incident-types.ts'
export { measureOf } from './measures.ts'
