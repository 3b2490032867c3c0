import { read } from '@e965/xlsx'
import { decode } from '../../encoding.ts'
import { type Options, UnreadableError } from '../../format.ts'
import { limits } from '../../limits.ts'
import type { Writer } from '../../writer.ts'
import { asShown, writeBook } from './workbook.ts'

const kind = 'an Excel file in XML (2003)'

/** Reads a workbook that is one XML file, as programs of offices still write them under the name .xls. */
export function readXml2003(bytes: Uint8Array, writer: Writer, options: Options): void {
  const file = options.name ?? 'the file'
  if (bytes.length > limits.text)
    throw new UnreadableError(
      'too_large',
      `Cannot read ${file}: it is ${kind} of more than 20 MB. Save it as XLSX and try again.`,
    )
  const text = decode(bytes)?.text
  if (text === undefined)
    throw new UnreadableError('not_text', `Cannot read ${file}: it begins as ${kind} and goes on as something else.`)
  writeBook(read(text, { ...asShown(writer.keepsAllRows), type: 'string' }), kind, writer, options)
  if (!text.includes('</Workbook>') && !text.includes(':Workbook>'))
    writer.note('truncated', `The end of ${file} is missing; what could be read of it was.`)
}
