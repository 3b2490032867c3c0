import { kinds, recordsOf, wideText } from './records.ts'

/** The format of numbers that each look of cells has, in their order; "General" where it says none. */
export function formatsOf(styles: Uint8Array | undefined): readonly string[] {
  const own = new Map<number, string>()
  const looks: number[] = []
  let isInLooks = false
  for (const { kind, body } of recordsOf(styles)) {
    if (kind === kinds.format) own.set(body.u16(0), wideText(body, 2).text)
    else if (kind === kinds.beginLooks) isInLooks = true
    else if (kind === kinds.endLooks) isInLooks = false
    else if (kind === kinds.look && isInLooks) looks.push(body.u16(2))
  }
  return looks.map((number) => own.get(number) ?? standard[number] ?? 'General')
}

/** The formats that every workbook has without saying so, by number (ECMA-376, 18.8.30). */
const standard: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  5: '"£"#,##0;\\-"£"#,##0',
  6: '"£"#,##0;[Red]\\-"£"#,##0',
  7: '"£"#,##0.00;\\-"£"#,##0.00',
  8: '"£"#,##0.00;[Red]\\-"£"#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'm/d/yy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'm/d/yy h:mm',
  37: '#,##0 ;(#,##0)',
  38: '#,##0 ;[Red](#,##0)',
  39: '#,##0.00;(#,##0.00)',
  40: '#,##0.00;[Red](#,##0.00)',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mmss.0',
  48: '##0.0E+0',
  49: '@',
}
