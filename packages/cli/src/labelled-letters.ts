import { resolve } from 'node:path'
import type { Reading } from '@disclosed/classify'
import type { LabelledLetter } from '@disclosed/evaluate'
import type { ReadingOptions } from '@disclosed/ingest'
import type { Io } from './io.ts'

type Complain = (sentence: string) => void

/** The labelled letters of all folders, named as they were typed. */
export async function findLetters(
  io: Pick<Io, 'base'>,
  folders: readonly string[],
  complain: Complain,
): Promise<readonly LabelledLetter[]> {
  const { asSet, findLabelled } = await import('@disclosed/evaluate')
  return folders.flatMap((typed) => {
    const { name, folder } = asSet(typed, io.base)
    return findLabelled({ name, folder: resolve(io.base, folder) }, folder, complain)
  })
}

/**
 * Each letter with its reading, in their order; null where it cannot be read, which a sentence tells. Of an e-mail or archive
 * the labels are about the file itself, or, where it has no words of its own, about the first of its files that has.
 */
export async function* readLetters(
  io: Pick<Io, 'base'>,
  letters: readonly LabelledLetter[],
  options: ReadingOptions,
  complain: Complain,
): AsyncGenerator<{ readonly letter: LabelledLetter; readonly reading: Reading | null }> {
  const { readFiles } = await import('@disclosed/ingest')
  const paths = letters.map(({ path }) => path)
  const onTrouble = ({ message }: { readonly message: string }): void => complain(message)
  const readings = new Map<string, Reading>()
  for await (const { path, result } of readFiles(paths, { base: io.base, want: 'reading', onTrouble, ...options })) {
    if (result.kind === 'unreadable') complain(result.message)
    else if (result.kind === 'read' && result.reading) {
      if (result.document.part === null || !readings.has(path)) readings.set(path, result.reading)
    }
  }
  for (const letter of letters) yield { letter, reading: readings.get(letter.path) ?? null }
}
