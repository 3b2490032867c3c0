import { attribute, childElements, type Element, styled } from './dom.ts'

/** The labels of a list's points as a browser prints them: "1.", "b.", "iv.", "•"; null where none is printed. */
export function labelsOf(list: Element): ReadonlyMap<Element, string | null> {
  const points = childElements(list).filter(({ name }) => name === 'li')
  const step = list.attribs.reversed === undefined ? 1 : -1
  let next = wholeNumber(list.attribs.start) ?? (step === 1 ? 1 : points.length)
  return new Map(
    points.map((point) => {
      const number = wholeNumber(point.attribs.value) ?? next
      next = number + step
      return [point, labelOf(styleOf(point, list), number)]
    }),
  )
}

/** A number as a list prints it in a style of CSS or of `type`; in decimals where the style has no sign for it. */
export function numeral(style: string, number: number): string {
  switch (style) {
    case 'lower-alpha':
    case 'lower-latin':
      return letters(number)
    case 'upper-alpha':
    case 'upper-latin':
      return letters(number).toUpperCase()
    case 'lower-roman':
      return roman(number)
    case 'upper-roman':
      return roman(number).toUpperCase()
    case 'decimal-leading-zero':
      return String(number).padStart(2, '0')
    default:
      return String(number)
  }
}

const types: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lower-alpha',
  A: 'upper-alpha',
  i: 'lower-roman',
  I: 'upper-roman',
}

const bullets: ReadonlySet<string> = new Set(['disc', 'circle', 'square'])

function styleOf(point: Element, list: Element): string {
  return ownStyle(point) ?? ownStyle(list) ?? (list.name === 'ol' ? 'decimal' : 'disc')
}

function ownStyle(element: Element): string | null {
  const type = (element.attribs.type ?? '').trim()
  const told = styled(element, 'list-style-type') ?? styled(element, 'list-style')?.split(/\s+/)[0] ?? null
  return told ?? types[type] ?? (bullets.has(attribute(element, 'type')) ? attribute(element, 'type') : null)
}

function labelOf(style: string, number: number): string | null {
  if (style === 'none') return null
  return bullets.has(style) ? '•' : `${numeral(style, number)}.`
}

function wholeNumber(written: string | undefined): number | null {
  return written !== undefined && /^\s*-?\d{1,6}\s*$/.test(written) ? Number(written) : null
}

function letters(number: number): string {
  if (number < 1) return String(number)
  let written = ''
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26))
    written = String.fromCharCode(97 + ((rest - 1) % 26)) + written
  return written
}

const romans = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number)
  let written = ''
  let rest = number
  for (const [value, sign] of romans) {
    while (rest >= value) {
      written += sign
      rest -= value
    }
  }
  return written
}
