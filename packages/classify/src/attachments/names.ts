import type { Finding } from '../finding.ts'
import type { Letter } from '../letter.ts'
import type { Attachment } from './index.ts'

const endings = 'pdf|docx?|xlsx?|xlsm|xlsb|csv|ods|odt|rtf|txt|zip|pptx?|msg|eml|html?|jpe?g|png|tiff?'
/** A name may hold spaces: it begins where its line, a quotation or a colon begins. */
export const nameInText = new RegExp(
  `(?:["“‘'(]\\s?|\\b(?:as|named|called|titled|entitled|file|document|spreadsheet|attachment|attachments|enc)[ :–-]{1,4})["“‘'(]?(?<name>[A-Z0-9][^"”’<>|?*,\\n\\t]{0,120}?\\.(?:${endings}))(?![A-Za-z0-9])`,
  'g',
)
/** A name without spaces anywhere in a sentence. */
export const plainNameInText = new RegExp(
  `(?<![\\w./@-])(?<name>[A-Za-z0-9][\\w()&+,-]{0,120}\\.(?:${endings}))(?![A-Za-z0-9/])`,
  'gi',
)
const nameAlone = new RegExp(
  `^[-–•*\\s]{0,4}(?<name>[A-Za-z0-9(][^<>|?*\\t]{0,160}\\.(?:${endings}))(?:\\s{1,3}\\(?[\\d.,]{1,7}\\s?[KMG]?B?\\)?)?$`,
  'i',
)

/** Pictures of a signature or logo that mail systems number. */
const decoration = /^(?:image|logo|banner|oledata|att)\d{0,8}\.(?:png|jpe?g|gif|htm|tiff?)$/i

/** "2 Attachments" and the names below it, as portals print them; "Enc:" and "Attachments:" with names behind or below. */
export function portalList(letter: Letter): readonly Finding<Attachment>[] {
  const found: Finding<Attachment>[] = []
  let open = 0
  for (const line of letter.lines) {
    const counted = /^(?<count>\d{1,2}) attachments?$/i.exec(line.text)
    if (counted) {
      open = Math.min(Number(counted.groups?.count), 50)
      continue
    }
    if (/^(?:enc(?:losure)?s?|attachments?|attached (?:files?|documents?)|documents?)\s?:?$/i.test(line.text)) {
      open = 20
      continue
    }
    if (open === 0 || line.text.length > 200) {
      open = 0
      continue
    }
    const name = nameAlone.exec(line.text)?.groups?.name
    if (name !== undefined) {
      open -= 1
      if (decoration.test(name)) continue
      const start = line.start + line.text.indexOf(name)
      found.push({
        value: { name, words: name },
        span: { start, end: start + name.length },
        rule: 'attachments/listed',
      })
    } else if (!/^(?:[\d.,]{1,7}\s?[KMG]B?|download|view as html|attachment)$/i.test(line.text)) {
      open = 0
    }
  }
  return found
}

export function isDecoration(name: string): boolean {
  return decoration.test(name)
}

/** The form under which two names are one file's. */
export function fileName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim()
}
