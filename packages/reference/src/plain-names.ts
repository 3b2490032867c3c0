/**
 * The form under which two names are the same: lower case, "&" is "and", no apostrophes or dots,
 * every other mark a space.
 */
export function plainName(name: string): string {
  const lower = name.toLowerCase()
  if (/^[0-9a-z]+(?: [0-9a-z]+){0,20}$/.test(lower)) return lower
  return lower
    .replaceAll('&', ' and ')
    .replace(/['’.]/g, '')
    .replace(/[^0-9a-zà-ÿŵŷ]+/g, ' ')
    .trim()
}

/** The first word of a name made plain. */
export function firstWord(name: string): string {
  const first = /^[0-9A-Za-z]+(?= |$)/.exec(name)
  return first ? first[0].toLowerCase() : wordBefore(plainName(name))
}

function wordBefore(plain: string): string {
  const space = plain.indexOf(' ')
  return space === -1 ? plain : plain.slice(0, space)
}
