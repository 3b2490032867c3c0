import { register } from '@disclosed/reference'
import { describe, expect, it } from 'vitest'
import { classify } from '../classify.ts'
import { letterFrom } from '../partition/letter-from.ts'
import type { Reading } from '../reading.ts'
import { unknownSource } from '../source.ts'
import { withoutWelsh } from './index.ts'

const welshHalf = `Annwyl Syr neu Fadam

Deddf Rhyddid Gwybodaeth 2000

Diolch am eich cais a dderbyniwyd ar 4 Mawrth 2021. Mae ein hymateb i'ch cwestiynau isod.

1. Faint o ddigwyddiadau data a gofnodwyd gan y Cyngor yn 2019?
14

2. Faint ohonynt a adroddwyd i'r Comisiynydd Gwybodaeth?
Nid yw'r Cyngor yn cadw'r wybodaeth hon. Mae'r wybodaeth wedi'i heithrio o dan adran 40(2).

Os ydych yn anfodlon ar yr ymateb hwn, gallwch ofyn am adolygiad mewnol.

Yn gywir`

const englishHalf = `Dear Sir or Madam

Freedom of Information Act 2000

Thank you for your request received on 4 March 2021. Our response to your questions is below.

1. How many data breaches were recorded by the Council in 2019?
14

2. How many of them were reported to the Information Commissioner?
None

If you are unhappy with this response you may ask for an internal review.

Yours faithfully`

function read(text: string): Reading {
  return classify(letterFrom(text).document, { source: unknownSource, register: register() })
}

/** What a letter says, without where its words stand. */
function gist({ kind, questions, exemptions, tables, received }: Reading) {
  return {
    kind,
    received: received?.value,
    questions: questions.map(({ text, answer, values }) => [text, answer.outcome, values.map(({ number }) => number)]),
    exemptions: exemptions.map(({ cite }) => cite),
    tables: tables.map(({ rows }) => rows),
  }
}

const notesOf = ({ notes }: Reading) => notes.map(({ code }) => code)

describe('a letter in both languages', () => {
  const english = gist(read(englishHalf))

  it.for([
    ['Welsh first, as most write', `${welshHalf}\n\n${englishHalf}`],
    ['English first', `${englishHalf}\n\n${welshHalf}`],
    [
      'a line that points to the other half',
      `Scroll down for English / Mae'r fersiwn Saesneg isod\n\n${welshHalf}\n\n${englishHalf}`,
    ],
    ['a rule between the halves', `${welshHalf}\n\n----------------------------------------\n\n${englishHalf}`],
  ])('is read once: %s', ([, text = '']) => {
    const reading = read(text)
    expect(gist(reading)).toEqual(english)
    expect(notesOf(reading)).toEqual(['welsh-half'])
  })

  it('is read once with a Welsh sentence above each English one', () => {
    const reading = read(`Annwyl Ymgeisydd / Dear Applicant

Diolch am eich cais am wybodaeth a dderbyniwyd ar 4 Mawrth 2021.
Thank you for your request for information received on 4 March 2021.

1. Faint o ddigwyddiadau data a gofnodwyd gan y Cyngor yn 2019?
1. How many data breaches were recorded by the Council in 2019?

Cofnodwyd 14 o ddigwyddiadau gan y Cyngor yn y flwyddyn honno.
There were 14 data breaches.`)
    expect(gist(reading).questions).toEqual([
      ['How many data breaches were recorded by the Council in 2019?', 'disclosed', [14]],
    ])
  })

  it('keeps a figure that stands below headings in both', () => {
    const text = `Diolch am eich cais am wybodaeth a dderbyniwyd gan y Cyngor.
Thank you for your request for information.

Question 1 / Cwestiwn 1
How many data breaches were there in 2019?
Faint o ddigwyddiadau data oedd yn 2019?
Answer
Ateb
14

Cwestiwn 2 / Question 2
How many of them were reported to the Information Commissioner?
Faint ohonynt a adroddwyd i'r Comisiynydd Gwybodaeth?
Answer
Ateb
3`
    expect(gist(read(text)).questions).toEqual([
      ['How many data breaches were there in 2019?', 'disclosed', [14]],
      ['How many of them were reported to the Information Commissioner?', 'disclosed', [3]],
    ])
  })

  it('is read once where its halves are columns', () => {
    const rows = [
      ['Diolch am eich cais am wybodaeth a dderbyniwyd gan y Cyngor.', 'Thank you for your request for information.'],
      ['1. Faint o ddigwyddiadau data oedd yn 2019?', '1. How many data breaches were there in 2019?'],
      ['Roedd 14 o ddigwyddiadau data yn y flwyddyn honno.', 'There were 14 data breaches.'],
    ]
    const { text } = withoutWelsh(letterFrom(rows.map((row) => row.join('\t')).join('\n')).document)
    expect(text.split('\n').map((line) => line.trim())).toEqual(rows.map(([, english]) => english))
  })

  it('keeps every span where it was, and the names of bodies', () => {
    const text = `Cyngor Sir Ceredigion\nCeredigion County Council\n\n${welshHalf}\n\n${englishHalf}`
    const read = withoutWelsh(letterFrom(text).document)
    expect(read.text).toHaveLength(text.length)
    expect(read.text.indexOf('How many data')).toBe(text.indexOf('How many data'))
    expect(read.text).toContain('Cyngor Sir Ceredigion')
    expect(read.text).not.toContain('Faint')
  })
})

describe('a letter in Welsh alone', () => {
  it('gives nothing, and says so', () => {
    const reading = read(welshHalf)
    expect(reading).toMatchObject({ questions: [], values: [], exemptions: [], tables: [], outcome: null })
    expect(notesOf(reading)).toEqual(['welsh-only'])
  })
})

describe('a letter in English', () => {
  const footer = `Rydym yn croesawu gohebiaeth yn Gymraeg. Byddwn yn ymateb yn Gymraeg heb oedi.
We welcome correspondence in Welsh. We will respond in Welsh without delay.`

  it('is read as ever between a bilingual letterhead and footer', () => {
    const reading = read(`Gofynnwch am / Please ask for: Information Team\n\n${englishHalf}\n\n${footer}`)
    expect(gist(reading)).toEqual(gist(read(englishHalf)))
    expect(notesOf(reading)).toEqual([])
  })

  it.for([
    'Comhairle nan Eilean Siar holds no recorded information. Slàinte mhath. Roinn an Fhoghlaim agus na Seirbheisean.',
    'Combined: Ballynahinch, Llanfairpwllgwyngyll, Ynys Môn and Bro Morgannwg have one office each.',
    'Foras na Gaeilge: Tá fáilte romhat scríobh chugainn i nGaeilge. Ní mór an t-iarratas a dhéanamh ar an bhfoirm.',
    'We hold 14 copies of “Mae hen wlad fy nhadau”. The Eisteddfod yr Urdd was held in 2019.',
    'En réponse à votre demande, nous ne disposons pas de ces informations.',
    'Ysgol Gymraeg Y Ffin: 12\nYsgol Y Castell: 14\nYsgol Dewi Sant: 9',
  ])('is left alone: %s', (text) => {
    const { document } = letterFrom(`${englishHalf}\n\n${text}`)
    expect(withoutWelsh(document)).toBe(document)
  })
})
