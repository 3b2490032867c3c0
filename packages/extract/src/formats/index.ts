import type { Format } from '../format.ts'

/**
 * The formats that can be read, most particular first. Each is one file and one line here; its module is light, and
 * imports what is heavy inside `read`.
 */
export const formats: readonly Format[] = []
