import { Budget, type Container } from './containers/container.ts'
import { containers } from './containers/index.ts'
import { type PartNote, UnreadableError } from './format.ts'
import { limits } from './limits.ts'
import { lookAt } from './look.ts'
import { PartNames, plainName } from './part-names.ts'

/** A file to be read by itself: `extract(bytes, { name, part, notes })`. */
export interface Original {
  readonly kind: 'original'
  /** Its name inside the outermost file ("replies.zip/2019/reply.docx"); null for that file itself. A label, and no path. */
  readonly part: string | null
  /** How sentences call it: "2019/reply.docx in replies.zip". */
  readonly name: string
  /** The file it lies in: an e-mail or an archive; null for the outermost file. */
  readonly holder: Holder | null
  readonly bytes: Uint8Array
  /** What is to be known of how its bytes were had. */
  readonly notes: readonly PartNote[]
}

/** A file that is there and cannot be had: locked, damaged, too large. */
export interface Lost {
  readonly kind: 'lost'
  readonly part: string | null
  readonly name: string
  readonly holder: Holder | null
  readonly error: UnreadableError
}

/** What a file lies in. */
export interface Holder {
  /** Its own part; null where it is the outermost file. */
  readonly part: string | null
  /** `email`, `mbox`, `zip`, or `archive` for all others. */
  readonly kind: string
}

export interface PartsOptions {
  /** The name it was found under, for sentences only. */
  readonly name?: string | null
  /** Opens locked archives. */
  readonly password?: string | null
}

/**
 * A file, and every file inside it, of any depth, one after the other in the order they are kept: each is an original of
 * its own. An archive has no words and is left out itself; an e-mail comes before what is attached to it. A file that
 * holds no others comes alone.
 *
 * Nothing is thrown: what cannot be opened is among what is given, as `lost`. One file at a time is unfolded, beside the
 * archives it lies in; the bytes may be kept or let go.
 */
export async function* originalsIn(bytes: Uint8Array, options: PartsOptions = {}): AsyncGenerator<Original | Lost> {
  const name = options.name ?? null
  const { password = null } = options
  const trip: Trip = { outermost: name, password, names: new PartNames(), budget: new Budget(limits.archive) }
  yield* unpack(bytes, { part: null, holder: null, depth: 0, notes: [] }, trip)
}

/** The files inside a file, as `originalsIn` gives them, without the file itself; none where it holds no others. */
export async function* partsOf(bytes: Uint8Array, options: PartsOptions = {}): AsyncGenerator<Original | Lost> {
  for await (const found of originalsIn(bytes, options)) if (found.part !== null || found.kind === 'lost') yield found
}

/** What holds for all files of one original. */
interface Trip {
  readonly outermost: string | null
  readonly password: string | null
  readonly names: PartNames
  readonly budget: Budget
}

interface Here {
  readonly part: string | null
  readonly holder: Holder | null
  /** How many files stand around it. */
  readonly depth: number
  readonly notes: readonly PartNote[]
}

async function* unpack(bytes: Uint8Array, here: Here, trip: Trip): AsyncGenerator<Original | Lost> {
  const { part, holder, notes } = here
  const name = called(part, trip)
  const look = await lookAt(bytes)
  const container = containers.find((each) => each.recognises(look))
  if (!container || container.hasWords) yield { kind: 'original', part, name, holder, bytes, notes }
  if (container) yield* inside(bytes, container, here, trip)
}

async function* inside(
  bytes: Uint8Array,
  container: Container,
  here: Here,
  trip: Trip,
): AsyncGenerator<Original | Lost> {
  const file = called(here.part, trip)
  const call = (name: string) => called(joined(here.part, plainName(name) || 'a file without a name'), trip)
  const holder: Holder = { part: here.part, kind: container.name }
  let files = 0
  try {
    for await (const each of container.open(bytes, { file, call, password: trip.password, budget: trip.budget })) {
      if (here.depth >= limits.nesting) throw tooDeep(file)
      if (!trip.budget.takeFile()) throw tooMany(file)
      files += 1
      const part = trip.names.label(here.part, each.name)
      if ('error' in each) yield { kind: 'lost', part, name: called(part, trip), holder, error: each.error }
      else yield* unpack(each.bytes, { part, holder, depth: here.depth + 1, notes: each.notes ?? [] }, trip)
    }
    if (files === 0 && !container.hasWords)
      throw new UnreadableError('empty', `Cannot read ${file}: it holds no files.`)
  } catch (cause) {
    yield { kind: 'lost', part: here.part, name: file, holder: here.holder, error: asUnreadable(cause, file) }
  }
}

function joined(holder: string | null, name: string): string {
  return holder === null ? name : `${holder}/${name}`
}

function called(part: string | null, { outermost }: Trip): string {
  if (part === null) return outermost ?? 'the file'
  return outermost === null ? part : `${part} in ${outermost}`
}

function tooDeep(file: string): UnreadableError {
  return new UnreadableError(
    'too_large',
    `Cannot open ${file}: it lies ${limits.nesting} files deep inside others. Unpack it and read the files inside.`,
  )
}

function tooMany(file: string): UnreadableError {
  return new UnreadableError(
    'too_large',
    `Cannot open all of ${file}: more than ${limits.files} files lie in it, or in what it lies in. Unpack it and read the folder.`,
  )
}

function asUnreadable(cause: unknown, file: string): UnreadableError {
  if (cause instanceof UnreadableError) return cause
  const seen = cause instanceof Error ? cause.message : String(cause)
  return new UnreadableError('damaged', `Cannot open ${file}: it seems damaged (${seen}). Fetch it again.`, { cause })
}
