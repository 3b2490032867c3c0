import { tidy } from './tidy.ts'

/**
 * Names of files inside others. They are labels, made safe to print and never used as paths: "../" and drives go,
 * odd characters too, and no two files of one original are called alike.
 */
export class PartNames {
  readonly #taken = new Set<string>()
  #count = 0

  /** The label of a file: its holder's label (null for the original itself), a slash, and its own name there. */
  label(holder: string | null, name: string): string {
    this.#count += 1
    const own = plainName(name) || `file ${this.#count}`
    const whole = holder === null ? own : `${holder}/${own}`
    for (let copy = 1; ; copy += 1) {
      const label = copy === 1 ? whole : numbered(whole, copy)
      if (this.#taken.has(label.toLowerCase())) continue
      this.#taken.add(label.toLowerCase())
      return label
    }
  }
}

/** A name as it is shown: steps parted by "/", none of which leads out. */
export function plainName(name: string): string {
  return name
    .slice(0, 4096)
    .split(/[\\/]/)
    .map((step) => shortened(tidy(step).replace(/\s+/g, ' ').trim()))
    .filter((step) => step !== '' && step !== '.' && step !== '..' && !/^[A-Za-z]:$/.test(step))
    .slice(-20)
    .join('/')
}

const longestStep = 200

function shortened(step: string): string {
  if (step.length <= longestStep) return step
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(step)?.[0] ?? ''
  return `${step.slice(0, longestStep - ending.length - 1)}…${ending}`.toWellFormed()
}

/** "reply.pdf" → "reply (2).pdf". */
function numbered(label: string, copy: number): string {
  const ending = /(?<=[^/])\.[A-Za-z0-9]{1,8}$/.exec(label)?.[0] ?? ''
  return `${label.slice(0, label.length - ending.length)} (${copy})${ending}`
}
