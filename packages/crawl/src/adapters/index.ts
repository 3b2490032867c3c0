import type { Adapter } from '../adapter.ts'

/** Every kind of site that can be read; a new one is a file beside this one and a line here. */
export const adapters: readonly Adapter[] = []
