/** Words without case and marks: "Parking Fines (2019)" and "parking fines – 2019" are the same. */
export function plain(words: string | null | undefined): string {
  return (words ?? '')
    .toLowerCase()
    .replace(/[^a-z0-9%£]+/g, ' ')
    .trim()
}

export function wordCount(words: string | null | undefined): number {
  const own = plain(words)
  return own === '' ? 0 : own.split(' ').length
}
