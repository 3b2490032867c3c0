import { describe, expect, it } from 'vitest'
import { isGarbage } from './garbage.ts'

const letter =
  'Amblethorpe Borough Council Ref: FOI/2023/0148 Dear Ms O’Neill, Thank you for your e-mail of 14th March 2023. We issued 1,208 fines (£35.50 each) in 2021/22; see www.example.gov.uk or write to foi@amblethorpe.gov.uk. Cofion cynnes, Cyngor Llwynhelyg'

const words = (text: string) => text.split(' ').map((each) => ({ text: each }))

/** As fonts give it whose letters are numbered from the space on. */
const exchanged = letter.replace(/[A-Za-z0-9]/g, (each) => String.fromCharCode(Math.max(33, each.charCodeAt(0) - 29)))

describe('words that are none', () => {
  it('are seen where a font lies about its letters, or a recogniser guessed', () => {
    expect(isGarbage(words(exchanged))).toBe(true)
    expect(isGarbage(words('T}1e Coi1i1ci1 |s5ued n1ore l}nes tHaN. in~ ~2O21 '.repeat(5).trim()))).toBe(true)
  })

  it('are not seen in a letter, in tables of figures and names, or in other scripts', () => {
    expect(isGarbage(words(letter))).toBe(false)
    expect(isGarbage(words('Harbour 310 7 - Moorside 1,845 41.5% <5 NHS BCC * '.repeat(5).trim()))).toBe(false)
    expect(isGarbage(words('연결 재무제표 平成26年 決算短信 Сводка '.repeat(8).trim()))).toBe(false)
  })

  it('are not looked for where a page has next to none', () => {
    expect(isGarbage(words('7KH &RXQFLO'))).toBe(false)
  })
})
