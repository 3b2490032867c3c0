import { codePoint } from 'dingbat-to-unicode'

/** A sign of Symbol, Wingdings or the like as the character that looks so; null where the font or the sign is not known. */
export function signOf(font: string, code: number): string | null {
  const family = families.find((each) => font.toLowerCase().startsWith(each.toLowerCase()))
  if (family === undefined) return null
  // Programs add 0xF000 where a font has no place in Unicode.
  return codePoint(family, code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code)?.string ?? null
}

const families = ['Symbol', 'Webdings', 'Wingdings 2', 'Wingdings 3', 'Wingdings'] as const
