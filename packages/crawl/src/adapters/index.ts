import type { Adapter } from '../adapter.ts'
import { alaveteli } from './alaveteli/index.ts'
import { ckan } from './ckan.ts'
import { disclosureLog } from './disclosure-log/index.ts'
import { govuk } from './govuk.ts'
import { moderngov } from './moderngov/index.ts'
import { socrata } from './socrata.ts'

/** Every kind of site that can be read; a new one is a file beside this one and a line here. */
export const adapters: readonly Adapter[] = [disclosureLog, govuk, alaveteli, ckan, socrata, moderngov]
