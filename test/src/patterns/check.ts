import { resolve } from 'node:path'
import { takeCensus } from './census.ts'
import { outOfStep } from './growth.ts'

/**
 * `node check.ts FOLDER`: looks for a hostile text for every regular expression below the folder. Prints what it found as JSON; the
 * pattern that it is at goes to stderr, since no program can interrupt one that never ends.
 */
const { patterns, madeLate } = await takeCensus(resolve(process.argv[2] ?? '.'))
const unlike = new Map(patterns.map((pattern) => [`/${pattern.source}/${pattern.flags}`, pattern]))
const slow = [...unlike.values()].flatMap((pattern) => {
  process.stderr.write(`${pattern.place}\n`)
  const found = outOfStep(pattern)
  return found ? [{ ...pattern, ...found }] : []
})
console.log(JSON.stringify({ patterns: patterns.length, madeLate, slow }))
