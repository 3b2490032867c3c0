import type { Format } from '../format.ts'
import { doc } from './doc/index.ts'
import { docx } from './docx/index.ts'
import { email } from './email/index.ts'
import { html } from './html/index.ts'
import { json } from './json/index.ts'
import { mhtml } from './mhtml/index.ts'
import { msg } from './msg/index.ts'
import { odp } from './odp/index.ts'
import { ods } from './ods/index.ts'
import { odt } from './odt/index.ts'
import { pdf } from './pdf/index.ts'
import { bmp, gif, jpeg, png, tiff, webp } from './picture/index.ts'
import { ppt } from './ppt/index.ts'
import { pptx } from './pptx/index.ts'
import { rtf } from './rtf/index.ts'
import { csv, xls, xlsx, xml2003 } from './sheet/index.ts'
import { text } from './text/index.ts'
import { tnef } from './tnef/index.ts'
import { xlsb } from './xlsb/index.ts'

/**
 * The formats that can be read, most particular first. Each is one folder and one line here; its module is light, and
 * imports what is heavy inside `read`.
 */
export const formats: readonly Format[] = [
  pdf,
  docx,
  pptx,
  ppt,
  doc,
  odt,
  odp,
  rtf,
  xlsx,
  xml2003,
  xlsb,
  xls,
  ods,
  png,
  jpeg,
  tiff,
  webp,
  gif,
  bmp,
  mhtml,
  email,
  msg,
  tnef,
  html,
  json,
  csv,
  text,
]
