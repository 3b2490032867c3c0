import type { Engine } from './look.ts'
import type { EngineKind } from './options.ts'

/** The quickest engine that this machine has. */
export async function engineHere(): Promise<EngineKind> {
  const { nativeVersion } = await import('./native.ts')
  return (await nativeVersion()) === null ? 'npm' : 'native'
}

/** What its readings are kept under. */
export async function engineId(kind: EngineKind): Promise<string> {
  if (kind === 'npm') return (await import('./tesseract-js.ts')).npmId
  return (await import('./native.ts')).nativeId()
}

/** Starts it; `folder` is where it may keep what it unpacks. */
export async function startEngine(kind: EngineKind, folder: string): Promise<Engine> {
  if (kind === 'npm') return (await import('./tesseract-js.ts')).startNpm()
  return (await import('./native.ts')).startNative(folder)
}
