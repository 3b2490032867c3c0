import { describe, expect, it } from 'vitest'
import { brokenExamples } from '../recogniser.ts'
import { combine, cueRules, findCues } from './index.ts'

it.for(cueRules.map((rule) => [rule.id, rule] as const))('%s reads its examples and no near miss', ([, rule]) => {
  expect(brokenExamples(rule)).toEqual([])
})

function outcomeOf(text: string, facts: Partial<Parameters<typeof combine>[1]> = {}): string {
  const cues = findCues(text).map(({ value }) => value)
  return combine(cues, { hasValue: false, saysYesNo: false, hasText: text !== '', ...facts })
}

describe('combine', () => {
  it.for<[string, string, Partial<Parameters<typeof combine>[1]>?]>([
    ['', 'unanswered'],
    ['Our policy is reviewed each year.', 'disclosed'],
    ['We recorded 14 incidents.', 'disclosed', { hasValue: true }],
    ['There were 14. The names are exempt under section 40(2) of the Act.', 'partly', { hasValue: true }],
    ['There were 14. The cost is not recorded.', 'partly', { hasValue: true }],
    // Whether any of its numbers is held back is known where they are read.
    ['Numbers below 5 are exempt under section 40(2) of the FOIA.', 'disclosed', { hasValue: true }],
    ['Numbers below 5 are exempt under section 40(2) of the FOIA.', 'withheld'],
    ['14, in total. For more information visit our website.', 'disclosed', { hasValue: true }],
    ['There were 30. Anything more detailed is exempt under section 31 of the Act.', 'disclosed', { hasValue: true }],
    ['This is exempt under section 31(1)(a) of the Act. We neither confirm nor deny that it is held.', 'ncnd'],
    ['We withhold this; it would exceed the appropriate limit.', 'cost_limit'],
    ['Please find attached our answer.', 'attached'],
    ['Please see the attached list; the names in it are redacted.', 'attached'],
    ['Please see the attached list. The prices are exempt under section 43 of the Act.', 'partly'],
    ['The figures are published on our website: https://council.example', 'elsewhere'],
    ['The council does not hold this information.', 'not_held'],
    ['Yes. The details are exempt under section 24 of the Act.', 'partly', { saysYesNo: true }],
    ['N/A', 'not_applicable'],
    ['Section 31 provides that information is exempt where it would help offenders.', 'withheld'],
  ])('%s is %s', ([text, wanted, facts]) => {
    expect(outcomeOf(text, facts)).toBe(wanted)
  })
})

it('gives spans into the text it was given', () => {
  const text = 'Dear all\n\nThe council does not hold this.'
  expect(findCues(text).map(({ span }) => text.slice(span.start, span.end))).toEqual(['does not hold'])
})

it.for([
  'is exempt ',
  'not held ',
  'exceed ',
  'published ',
  'find attached ',
  'some of the ',
  '(',
  '\n',
  'withhold public interest ',
  'confirm or deny ',
])('takes time in step with a hostile text of %j', (unit) => {
  const started = process.threadCpuUsage().user
  findCues(unit.repeat(1_000_000 / unit.length))
  expect((process.threadCpuUsage().user - started) / 1000).toBeLessThan(10_000)
})
