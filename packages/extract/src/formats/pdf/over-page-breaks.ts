import type { Part } from './parts.ts'

export function joinOverPageBreaks(pages: readonly (readonly Part[])[]): readonly Part[] {
  return pages.flat()
}
