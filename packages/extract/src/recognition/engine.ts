import type { EngineKind } from './options.ts'
import type { Picture } from './picture.ts'

/** How a picture is parted into lines, by Tesseract's own numbers: one column of text and tables; a block of even lines. */
export type Parting = '4' | '6'

/** What recognises letters. Each gives the same: the words of a picture as hOCR. */
export interface Engine {
  /** Its name and version: two that differ may read differently. */
  readonly id: string
  readonly hocr: (picture: Picture, parting: Parting) => Promise<string>
  readonly close: () => Promise<void>
}

/** The quickest engine that this machine has. */
export async function engineHere(): Promise<EngineKind> {
  const { nativeVersion } = await import('./native.ts')
  return (await nativeVersion()) === null ? 'npm' : 'native'
}

/** What its readings are kept under. */
export async function engineId(kind: EngineKind): Promise<string> {
  if (kind === 'npm') return (await import('./tesseract-js.ts')).npmId
  const { nativeVersion } = await import('./native.ts')
  return `tesseract ${await nativeVersion()}`
}

/** Starts it; `folder` is where it may keep what it unpacks. */
export async function startEngine(kind: EngineKind, folder: string): Promise<Engine> {
  if (kind === 'npm') return (await import('./tesseract-js.ts')).startNpm()
  return (await import('./native.ts')).startNative(folder)
}
