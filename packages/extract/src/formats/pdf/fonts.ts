import type { PdfPage } from './engine.ts'
import type { Font } from './glyphs.ts'

/** A font that the page has set, or null where pdf.js does not know it. */
export function fontNamed(page: PdfPage, name: string): Font | null {
  if (!page.commonObjs.has(name)) return null
  const font = page.commonObjs.get(name)
  if (typeof font !== 'object' || font === null) return null
  const found = known.get(font) ?? asFont(font)
  known.set(font, found)
  return found
}

/** Pages of one file share their fonts. */
const known = new WeakMap<object, Font>()

function asFont(font: object): Font {
  const given: Readonly<Record<string, unknown>> = { ...fieldsOf(font) }
  const matrix = numbers(given.fontMatrix)
  const isType3 = given.isType3Font === true
  const unit = Math.abs(matrix[0] ?? 0.001) || 0.001
  return {
    bold: isBold(String(given.name ?? '')) || given.bold === true || given.black === true,
    ascent: within(given.ascent, 0.6, 1.1, 0.9),
    descent: within(given.descent, -0.4, -0.1, -0.2),
    vertical: given.vertical === true,
    unit,
    rise: isType3 ? riseOf(numbers(given.bbox), matrix) : 1,
    ownColours: isType3,
  }
}

/** "CAAAAA+DejaVuSerif-Bold", "Arial,Bold", "HelveticaNeue-Heavy", "GillSansMT-SemiBold". */
function isBold(name: string): boolean {
  return /bold|black|heavy|[-,]demi/i.test(name.replace(/^[A-Z]{6}\+/, ''))
}

/** pdf.js gives a font's facts as getters of its class. */
function fieldsOf(font: object): Readonly<Record<string, unknown>> {
  const names = ['name', 'fontMatrix', 'isType3Font', 'bold', 'black', 'ascent', 'descent', 'vertical', 'bbox']
  return Object.fromEntries(names.map((name) => [name, Reflect.get(font, name)]))
}

function riseOf(bbox: readonly number[], matrix: readonly number[]): number {
  const high = Math.abs((bbox[3] ?? 0) - (bbox[1] ?? 0)) * Math.abs(matrix[3] ?? 0)
  return high > 0 ? high : 1
}

function numbers(value: unknown): readonly number[] {
  return Array.isArray(value) || value instanceof Float32Array ? Array.from(value, Number) : []
}

function within(value: unknown, least: number, most: number, usual: number): number {
  return typeof value === 'number' && value >= least && value <= most ? value : usual
}
