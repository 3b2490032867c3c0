/** A share with three places, never rounded up: 0.9999 is no 1. */
export function share(part: number | null): string | null {
  return part === null ? null : (Math.floor(part * 1000 + 1e-9) / 1000).toFixed(3)
}

/** "1 letter", "2 letters" */
export function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`
}
