/** Not a year, a day, an Act, a telephone number, a postcode, a regulator's number, or words without a number. */
export function isReference(read: string): boolean {
  const digits = read.replace(/\D/g, '').length
  return digits >= 2 && read.length <= 40 && !others.some((pattern) => pattern.test(read))
}

const others: readonly RegExp[] = [
  /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{2}|(?:19|20)\d{2})$/,
  /^(?:(?:FOIA?|FOISA|EIRs?|EISR|FoIA?)[\s:/-]{0,3})?(?:19|20)\d\d$/i,
  /^\d{1,2}(?:st|nd|rd|th)$/i,
  /^(?:19|20)\d\d[-/](?:\d\d|(?:19|20)\d\d)$/,
  /^0\d{9,10}$/,
  /^[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}$/,
  // the Information Commissioner's "FS50123456" and "IC-123456-A1B2", a tribunal's "EA/2019/0123"
  /^(?:F(?:S|ER|EA)\d{8}|IC-\d{4,7}-[A-Z\d]{4}|EA[/.]\d{4}[/.]\d{3,5}(?:[/.][A-Z]{1,3})?)$/i,
]
