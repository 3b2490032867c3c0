import type { Container } from './container.ts'
import { email } from './email.ts'
import { zip } from './zip.ts'

/** The files that hold others. Each is one file and one line here. */
export const containers: readonly Container[] = [email, zip]
