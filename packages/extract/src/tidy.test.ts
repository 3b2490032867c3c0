import { describe, expect, it } from 'vitest'
import { tidy } from './tidy.ts'

describe('tidy', () => {
  it.for([
    ['of\ufb01ce \ufb02oor e\ufb03cient', 'office floor efficient'],
    ['infor\u00admation', 'information'],
    ['infor\u00ad\nmation', 'infor-\nmation'],
    ['£1\u00a0200\u2009km', '£1 200 km'],
    ['one\r\ntwo\rthree\u2028four\ffive', 'one\ntwo\nthree\nfour\nfive'],
    ['\ufeff<\u200b5', '<5'],
    ['\uf0b7 laptops', '• laptops'],
    ['section 31\u20111', 'section 31-1'],
    ['cafe\u0301', 'café'],
    ['10\u00b2 and \u00bd', '10² and ½'],
    ['bell\u0007 and nul\u0000', 'bell and nul'],
    ['half \ud800 pair', 'half \ufffd pair'],
  ] as const)('%j becomes %j', ([given, expected]) => {
    expect(tidy(given)).toBe(expected)
    expect(tidy(tidy(given))).toBe(expected)
  })
})
