import type { Format } from '../format.ts'
import { docx } from './docx/index.ts'
import { email } from './email/index.ts'
import { html } from './html/index.ts'
import { pdf } from './pdf/index.ts'
import { csv, xlsx } from './sheet/index.ts'
import { text } from './text/index.ts'

/**
 * The formats that can be read, most particular first. Each is one folder and one line here; its module is light, and
 * imports what is heavy inside `read`.
 */
export const formats: readonly Format[] = [pdf, docx, xlsx, email, html, csv, text]
