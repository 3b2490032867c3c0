import type { Box } from '@disclosed/document'
import { describe, expect, it } from 'vitest'
import { tellingPictures } from './page-pictures.ts'

const page: Box = [0, 0, 595, 842]

describe('the pictures of a page that may show a table', () => {
  it('are one where the file cuts it into strips', () => {
    const strips: readonly Box[] = [
      [70, 300.4, 520, 350.4],
      [70, 250, 520, 300],
      [70, 350.4, 520, 390],
    ]
    expect(tellingPictures(strips, [], page, 1)).toEqual([[70, 250, 520, 390]])
  })

  it('are no banner at the top of the first page, whole or in strips, and no foot of its paper', () => {
    const banner: readonly Box[] = [
      [28, 41, 566, 115],
      [28, 115, 566, 188],
    ]
    const foot: Box = [28, 750, 566, 830]
    expect(tellingPictures([...banner, foot], [], page, 1)).toEqual([])
  })

  it('stand at the top of another page, under the margin of the first, and down to the margin of any', () => {
    const top: Box = [28, 41, 566, 188]
    expect(tellingPictures([top], [], page, 2)).toEqual([top])
    const below: Box = [28, 60, 566, 207]
    expect(tellingPictures([below], [], page, 1)).toEqual([below])
    const last: Box = [70, 720, 520, 800]
    expect(tellingPictures([last], [], page, 1)).toEqual([last])
  })
})
