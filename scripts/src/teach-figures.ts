import { readFile, writeFile } from 'node:fs/promises'
import { basename, dirname } from 'node:path'
import { classify, figuresOfAnswers, unknownSource } from '@disclosed/classify'
import { asSet, findLabelled, labelFigures, learnFigures } from '@disclosed/evaluate'
import { extract } from '@disclosed/extract'
import { register } from '@disclosed/reference'

/**
 * `node scripts/src/teach-figures.ts FOLDER…`: teaches which figures of an answer are likely, from folders of labelled letters (as those of
 * `disclosed evaluate`), writes the weights that packages/classify reads, and says how each folder would have been read had it been held back.
 */
const context = { source: unknownSource, register: register() }
const labelled = process.argv
  .slice(2)
  .flatMap((folder) => findLabelled(asSet(folder), folder, (sentence) => console.error(sentence)))
if (labelled.length === 0) {
  console.error(
    'There is nothing to learn from. Name folders of labelled letters: node scripts/src/teach-figures.ts FOLDER…',
  )
  process.exit(2)
}
const letters = []
for (const { set, path, gold } of labelled) {
  const document = await extract(await readFile(path), { name: basename(path) }).catch((error: unknown) => {
    console.error(`Cannot learn from ${basename(dirname(path))}: ${error instanceof Error ? error.message : error}`)
    return null
  })
  if (document)
    letters.push(labelFigures(set, gold, classify(document, context).questions, figuresOfAnswers(document, context)))
}
const { weights, lessons } = learnFigures(letters)
const place = new URL('../../packages/classify/src/likely/weights.json', import.meta.url)
await writeFile(place, `${JSON.stringify(weights, null, 1)}\n`)
console.log(
  `Learnt from ${letters.length} letters. Of figures that no rule takes, each folder read by what the others taught:`,
)
for (const { set, right, wrong, missed } of lessons)
  console.log(`${set}: ${right} right, ${wrong} wrong, ${missed} left out`)
