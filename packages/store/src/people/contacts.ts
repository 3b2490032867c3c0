import { type PersonRule, patterned } from './rule.ts'

const emails = patterned({
  id: 'people/e-mail',
  about: 'An e-mail address, whoever reads what is sent there.',
  sign: /@/,
  pattern: /(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}/g,
  examples: [
    'Write to «j.doe@amblethorpe.example» or call.',
    '«foi+2021@amblethorpe.example»',
    'From: A <«a_b@mail.example»>',
  ],
  nearMisses: ['12 @ £4.50 each', '@amblethorpe on social media', 'at amblethorpe.example'],
})

const spelledEmails = patterned({
  id: 'people/spelled-e-mail',
  about: 'An e-mail address with "(at)" for its sign, as it is written where programs look for addresses.',
  sign: /[([]at[)\]]/i,
  pattern: /(?<![\w.+'-])[\w.+'-]{1,64} ?[([]at[)\]] ?[\w-]{1,63}(?:(?:\.| ?[([]dot[)\]] ?)[\w-]{1,63}){1,6}/gi,
  examples: ['Write to «j.doe (at) mail.example».', '«jane[at]mail[dot]example», please'],
  nearMisses: ['held (at) the depot', 'look [at] this'],
})

const phones = patterned({
  id: 'people/phone',
  about: 'A telephone number of the United Kingdom as it is dialled: a nought or +44, then nine or ten digits.',
  sign: /0[1-9]|\+44/,
  pattern:
    /(?<![\w.,/£-])(?:\+44 ?(?:\(0\) ?)?|\(?0)[1-9]\d{1,4}(?:\) ?|[ -])?\d{3,4}(?:[ -]?\d{2,4})?(?![\w,]|[./-]\d)/g,
  holds: (words, before) => isDialled(words) && !/\b(?:ref|reference|foi|eir|case|request)[ .:#-]{0,3}$/i.test(before),
  examples: [
    'Telephone: «01234 567890».',
    'Call «(01234) 567 890» or «+44 7700 900123»',
    'Mobile «07700900123»; switchboard «020 7946 0000»',
    '«0300 123 1113»',
  ],
  nearMisses: [
    '0 1 2 0 3 4 5 1 2 1',
    'Reference: 01234567890',
    '2019 120 1304 2020',
    '0.1234567890',
    '01/02/2021 0900',
  ],
})

function isDialled(words: string): boolean {
  const digits = words.replace(/\D/g, '')
  const dialled = words.startsWith('+') ? digits.replace(/^440?/, '') : digits.slice(1)
  return dialled.length === 9 || dialled.length === 10
}

/** The letters that stand in the first and in the last half of a postcode. */
const postcode = '[A-PR-UWYZ][A-HJ-Y]?\\d[A-HJKMNP-Y\\d]?[ \\u00a0]?\\d[ABD-HJLNP-UW-Z]{2}'

const postcodes = patterned({
  id: 'people/postcode',
  about: 'A whole postcode: it leads to a handful of doors.',
  sign: /[A-Z]\d/,
  pattern: new RegExp(`(?<![\\w-])${postcode}(?![\\w-])`, 'g'),
  examples: ['Amblethorpe, «AM1 2BX»', '«SW1A 1AA»', 'at «B338TH»'],
  nearMisses: ['the AM1 district', 'Q3 2021', 'Sheet B12 4 rows', 'FOI-AM1 2BX-7', 'AB1 2CI'],
})

/** "4 Thornbrook Gardens", "12a The Old Mill". */
const house = /(?<![\w£.,:-])\d{1,4}[A-Za-z]?,? (?:[A-Z][a-z'’]{1,20} ){1,3}[A-Z][a-z'’]{1,20}(?![\w'’])/g

/** So far before a postcode its house may stand. */
const farthest = 120

const addresses: PersonRule = {
  id: 'people/address',
  about: 'House and street before a postcode, with nothing but words between.',
  sign: postcodes.sign,
  *find(text) {
    for (const { start: at } of postcodes.find(text)) {
      const from = Math.max(0, at - farthest)
      const before = text.slice(from, at)
      const found = [...before.matchAll(house)].at(-1)
      if (!found) continue
      const end = found.index + found[0].length
      const between = before.slice(end)
      if (/^[,\s]/.test(between) && !/\d/.test(between) && !isDate(found[0])) {
        yield { start: from + found.index, end: from + end }
      }
    }
  },
  examples: ['Ms Roe, «4 Thornbrook Gardens», Amblethorpe AM1 2BX', '«12a The Old Mill»\nAmblethorpe\nAM1 2BX'],
  nearMisses: [
    'potholes at 12 High Street in 2021',
    '30 June Last Year, AM1 2BX',
    '15 Letters Sent Out\n\n2021 and AM1',
  ],
}

function isDate(words: string): boolean {
  return /^\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\b/.test(
    words,
  )
}

/** What reaches a person. */
export const contactRules: readonly PersonRule[] = [emails, spelledEmails, phones, postcodes, addresses]

/** What one person is reached by, and not a house. */
export const reachingRules: readonly PersonRule[] = [emails, spelledEmails, phones]
