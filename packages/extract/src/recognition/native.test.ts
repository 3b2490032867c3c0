import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { afterAll, describe, expect, it } from 'vitest'
import { wordsInHocr } from './hocr.ts'
import { unpackedLanguage } from './language.ts'
import { nativeVersion, startNative } from './native.ts'
import { readOnce } from './native-once.ts'
import { startReader } from './native-reader.ts'
import type { Picture } from './picture.ts'

const folder = mkdtempSync(join(tmpdir(), 'disclosed-native-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function drawn(...lines: readonly string[]): Picture {
  const [width, height] = [903, 100 + 60 * lines.length]
  const context = createCanvas(width, height).getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#000000'
  context.font = '32px sans-serif'
  for (const [index, line] of lines.entries()) context.fillText(line, 40, 70 + 60 * index)
  const { data } = context.getImageData(0, 0, width, height)
  return { width, height, dpi: 200, grey: Uint8Array.from({ length: width * height }, (_, dot) => data[4 * dot] ?? 0) }
}

const letter = drawn('Amblethorpe Borough Council', 'Fines issued in 2022 & 2023')
const other = drawn('We hold 1,208 records')
const said = (hocr: string): string =>
  wordsInHocr(hocr)
    .map(({ text }) => text)
    .join(' ')

describe.skipIf((await nativeVersion()) === null)('the Tesseract of the machine', () => {
  it('reads picture after picture, each as if it were the only one', { timeout: 60_000 }, async () => {
    const args = ['--tessdata-dir', await unpackedLanguage(folder), '-l', 'eng', '--oem', '1', '--psm', '4']
    const ending = new AbortController()
    const once = await Promise.all([letter, other].map((each) => readOnce(each, args, ending.signal)))
    expect(once.map(said)).toEqual(['Amblethorpe Borough Council Fines issued in 2022 & 2023', 'We hold 1,208 records'])
    const reader = await startReader(args, ending.signal)
    if (reader === null) return expect(process.platform).not.toBe('linux')
    const blank = { ...letter, grey: new Uint8Array(letter.grey.length).fill(255) }
    const found = await Promise.all([letter, blank, other, letter].map((each) => reader.hocr(each)))
    expect(found.map(wordsInHocr)).toEqual(
      [letter, blank, other, letter].map((each) =>
        each === blank ? [] : wordsInHocr(once[each === letter ? 0 : 1] ?? ''),
      ),
    )
    ending.abort()
    await expect(reader.hocr(letter)).rejects.toThrow()
  })

  it('is asked once for each picture where it cannot go on', { timeout: 60_000 }, async () => {
    const path = process.env.PATH
    const found = join(folder, 'bin')
    const { mkdirSync, symlinkSync } = await import('node:fs')
    const { execFileSync } = await import('node:child_process')
    mkdirSync(found)
    symlinkSync(execFileSync('which', ['tesseract'], { encoding: 'utf8' }).trim(), join(found, 'tesseract'))
    process.env.PATH = found
    try {
      const engine = await startNative(folder)
      expect(said(await engine.hocr(other, 'lines'))).toBe('We hold 1,208 records')
      await engine.close()
    } finally {
      process.env.PATH = path
    }
  })
})
