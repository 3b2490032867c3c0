import type { Box } from '@disclosed/document'

/** A word as it was recognised; places and sizes are in dots of the picture. */
export interface FoundWord {
  readonly text: string
  readonly box: Box
  /** The y of the line its letters stand on. */
  readonly base: number
  /** The height of the line's type. */
  readonly size: number
  /** From 0 to 1: how sure the recogniser is. */
  readonly confidence: number
  /** Which line of the page it belongs to, as the recogniser parts them. */
  readonly line: number
}

/** The words of a page in hOCR, as every Tesseract writes it. */
export function wordsInHocr(hocr: string): readonly FoundWord[] {
  const words: FoundWord[] = []
  let line = -1
  let rises: Rises | null = null
  for (const [, kind = '', title = '', rest = ''] of hocr.matchAll(spans)) {
    const box = boxIn(title)
    if (!box) continue
    if (kind !== 'ocrx_word') {
      line += 1
      rises = risesIn(title, box)
      continue
    }
    const text = unescaped(rest.replace(/<[^>]{1,80}>/g, '')).trim()
    if (text === '' || !rises) continue
    const middle = (box[0] + box[2]) / 2
    const base = rises.bottom + rises.offset + rises.slope * (middle - rises.left)
    const confidence = Number(/x_wconf (\d{1,3})/.exec(title)?.[1] ?? 0) / 100
    words.push({ text, box, base, size: rises.size, confidence, line })
  }
  return words
}

const spans =
  /<span class='(ocr_line|ocr_header|ocr_caption|ocr_textfloat|ocrx_word)'[^>]{0,80}? title=['"]([^'"]{1,400})['"][^>]{0,80}>([^\n]{0,2000})/g

interface Rises {
  readonly left: number
  readonly bottom: number
  readonly slope: number
  readonly offset: number
  readonly size: number
}

/** `baseline 0.007 -16` is a line, seen from the lower left corner of the box. */
function risesIn(title: string, [left, top, , bottom]: Box): Rises {
  const [, slope = '0', offset = '0'] = /baseline (-?[\d.]{1,12}) (-?[\d.]{1,12})/.exec(title) ?? []
  const size = Number(/x_size ([\d.]{1,12})/.exec(title)?.[1] ?? bottom - top)
  return { left, bottom, slope: Number(slope), offset: Number(offset), size }
}

function boxIn(title: string): Box | null {
  const [, left, top, right, bottom] = /bbox (\d{1,6}) (\d{1,6}) (\d{1,6}) (\d{1,6})/.exec(title) ?? []
  return bottom === undefined ? null : [Number(left), Number(top), Number(right), Number(bottom)]
}

function unescaped(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (each) => entities[each] ?? each)
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
}
