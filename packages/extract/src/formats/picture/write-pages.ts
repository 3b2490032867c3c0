import type { Writer } from '../../writer.ts'
import { furnitureOf } from '../pdf/furniture.ts'
import { lastTable, layOut } from '../pdf/layout.ts'
import { PageJoiner } from '../pdf/over-page-breaks.ts'
import { settingOf } from '../pdf/paragraphs.ts'
import type { Part } from '../pdf/parts.ts'
import type { ReadPage } from '../pdf/read.ts'
import { writeParts } from '../pdf/write.ts'

/** Lays pages out and says them: what repeats at their heads and feet is set aside, tables go on from page to page. */
export function writePages(pages: readonly ReadPage[], writer: Writer): void {
  const setting = settingOf(pages.flatMap(({ lines }) => lines))
  const furniture = furnitureOf(pages)
  const joiner = new PageJoiner(writer.keepsAllRows)
  let before: readonly Part[] = []
  for (const page of pages) {
    before = layOut(page, furniture, setting, lastTable(before))
    writeParts(joiner.add(before), writer)
  }
  writeParts(joiner.finish(), writer)
}
