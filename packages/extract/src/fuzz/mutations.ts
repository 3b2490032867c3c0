import { type UnzipFileInfo, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Seed } from './seeds.ts'

/** A broken file, made by chance; the same number makes the same one. */
export interface Broken {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Numbers that look like chance, from 0 up to 1, the same ones for the same beginning. */
export function chance(beginning: number): () => number {
  let state = beginning | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** The broken file of this number. Of zipped files, every other time a part is broken before it is zipped, for otherwise nothing but the zip would break. */
export function brokenFile(number: number, seeds: readonly Seed[]): Broken {
  const next = chance(number)
  const seed = seeds[number % seeds.length] as Seed
  const other = seeds[Math.floor(next() * seeds.length)] as Seed
  const bytes =
    isZip(seed.bytes) && next() < 0.7 ? brokenInside(seed.bytes, other, next) : broken(seed.bytes, other, next)
  return { name: `${number}-${seed.name.replaceAll('/', '-')}`, bytes }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b
}

function brokenInside(zip: Uint8Array, other: Seed, next: () => number): Uint8Array {
  const parts = unzipSync(zip, { filter: ({ originalSize }: UnzipFileInfo) => originalSize < 1_000_000 })
  const names = Object.keys(parts)
  const chosen = names[Math.floor(next() * names.length)]
  const changed: Zippable = {}
  for (const name of names)
    changed[name] = [
      name === chosen ? broken(parts[name] ?? new Uint8Array(), other, next) : (parts[name] ?? new Uint8Array()),
      { level: 0 },
    ]
  return zipSync(changed, { mtime: new Date(1980, 0, 1) })
}

function broken(bytes: Uint8Array, other: Seed, next: () => number): Uint8Array {
  let changed: Buffer = Buffer.from(bytes)
  const steps = 1 + Math.floor(next() * 6)
  for (let step = 0; step < steps; step += 1) {
    const way = ways[Math.floor(next() * ways.length)]
    if (way && changed.length > 8) changed = way(changed, next, other)
  }
  return changed
}

type Way = (bytes: Buffer, next: () => number, other: Seed) => Buffer

const at = (bytes: Buffer, next: () => number) => Math.floor(next() * (bytes.length - 4))
const oddNumbers = [0, 1, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]

const ways: readonly Way[] = [
  function turnsBits(bytes, next) {
    for (let count = 1 + Math.floor(next() * 8); count > 0; count -= 1) {
      const place = at(bytes, next)
      bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(next() * 8))
    }
    return bytes
  },
  function writesAnOddNumber(bytes, next) {
    const number = oddNumbers[Math.floor(next() * oddNumbers.length)] ?? 0
    const place = at(bytes, next)
    if (next() < 0.5) bytes.writeUInt32LE(number >>> 0, place)
    else bytes.writeUInt16LE(number & 0xffff, place)
    return bytes
  },
  function takesAStretchOut(bytes, next) {
    const place = at(bytes, next)
    return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1 + Math.floor(next() * 200))])
  },
  function saysAStretchAgain(bytes, next) {
    const place = at(bytes, next)
    const stretch = bytes.subarray(place, place + 1 + Math.floor(next() * 300))
    const times = next() < 0.1 ? 500 : 1 + Math.floor(next() * 3)
    return Buffer.concat([
      bytes.subarray(0, place),
      ...Array.from({ length: times }, () => stretch),
      bytes.subarray(place),
    ])
  },
  function cutsTheEnd(bytes, next) {
    return bytes.subarray(0, 8 + at(bytes, next))
  },
  function takesFromAnother(bytes, next, other) {
    const from = Math.floor(next() * other.bytes.length)
    const place = at(bytes, next)
    return Buffer.concat([
      bytes.subarray(0, place),
      other.bytes.subarray(from, from + 400),
      bytes.subarray(place + 100),
    ])
  },
  function makesANumberHuge(bytes, next) {
    const text = bytes.toString('latin1')
    const digits = [...text.matchAll(/\d{1,10}/g)]
    const chosen = digits[Math.floor(next() * digits.length)]
    if (!chosen) return bytes
    const huge =
      ['4294967295', '2147483648', '99999999999999999999', '-1', '1048577', '0', '1e308'][Math.floor(next() * 7)] ?? '0'
    return Buffer.from(text.slice(0, chosen.index) + huge + text.slice(chosen.index + chosen[0].length), 'latin1')
  },
]
