import { createHash } from 'node:crypto'
import { calibrationVersion, type Reading, rulesVersion } from '@disclosed/classify'
import { formats } from '@disclosed/extract'
import about from '../package.json' with { type: 'json' }

export type Versions = Reading['reader']

/** The versions that would read a letter now; `authorities` is a list of one's own that stands beside it. */
export function versionsNow(authorities: string | null): Omit<Versions, 'extract'> {
  return { disclosed: about.version, rules: rulesWith(authorities), calibration: calibrationVersion }
}

/** The rules, and the list of authorities that was at hand for them: with another list a letter may be another's. */
export function rulesWith(authorities: string | null): string {
  const rules = rulesVersion()
  return authorities === null
    ? rules
    : `${rules}+${createHash('sha256').update(authorities).digest('hex').slice(0, 16)}`
}

/** Would what was read by `then` be read in the same way now? */
export function isSameReader(then: Versions, authorities: string | null, includeHidden: boolean): boolean {
  const now = versionsNow(authorities)
  return (
    then.rules === now.rules &&
    then.calibration === now.calibration &&
    formatsNow.some((each) => then.extract === (includeHidden ? `${each}+hidden` : each))
  )
}

/** All formats as one word: what a file that no format could read was tried with. */
export function allFormats(): string {
  return formatsNow.join(' ')
}

const formatsNow = formats.map(({ name, version }) => `${name}@${version}`)
