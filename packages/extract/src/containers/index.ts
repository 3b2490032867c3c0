import type { Container } from './container.ts'
import { email } from './email.ts'
import { gzip } from './gzip.ts'
import { mbox } from './mbox.ts'
import { outlook, winmail } from './outlook.ts'
import { packed } from './packed.ts'
import { zip } from './zip.ts'

/** The files that hold others. Each is one file and one line here. */
export const containers: readonly Container[] = [mbox, email, outlook, winmail, zip, gzip, packed]
