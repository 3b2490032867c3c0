/** A page as light and dark: one byte for each dot, 0 black and 255 white, row by row from the top. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
  /** How many dots make an inch. */
  readonly dpi: number
}

/** A quarter turn to the right, so many times. */
export type Turns = 0 | 1 | 2 | 3

const tile = 32

export function turned(picture: Picture, turns: Turns): Picture {
  if (turns === 0) return picture
  const { width, height, grey, dpi } = picture
  const made = new Uint8Array(grey.length)
  if (turns === 2) {
    for (let at = 0, last = grey.length - 1; at <= last; at += 1) made[at] = grey[last - at] ?? 0
    return { width, height, grey: made, dpi }
  }
  // In squares that are near each other in memory both before and after.
  for (let top = 0; top < height; top += tile) {
    const bottom = Math.min(height, top + tile)
    for (let left = 0; left < width; left += tile) {
      const right = Math.min(width, left + tile)
      for (let x = left; x < right; x += 1) {
        const start = turns === 1 ? x * height + height - 1 : (width - 1 - x) * height
        const step = turns === 1 ? -1 : 1
        for (let y = top; y < bottom; y += 1) made[start + step * y] = grey[y * width + x] ?? 0
      }
    }
  }
  return { width: height, height: width, grey: made, dpi }
}

/** Turned by a small angle (radians, to the right) around its middle; its size stays, and what comes in from outside is white. */
export function rotated({ width, height, grey, dpi }: Picture, angle: number): Picture {
  const made = new Uint8Array(grey.length).fill(255)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2]
  // In whole parts of a dot: pages have millions of dots, and each is the mean of four.
  const [across, down] = [Math.round(cos * part), Math.round(sin * part)]
  for (let y = 0; y < height; y += 1) {
    const startX = Math.round((middleX - cos * middleX + sin * (y - middleY)) * part)
    const startY = Math.round((middleY + sin * middleX + cos * (y - middleY)) * part)
    const [from, to] = bothOf(
      inside(startX, across, (width - 1) * part, width),
      inside(startY, -down, (height - 1) * part, width),
    )
    for (let x = from; x < to; x += 1) {
      const fromX = startX + across * x
      const fromY = startY - down * x
      const at = (fromY >> partBits) * width + (fromX >> partBits)
      const right = (fromX & (part - 1)) >> 6
      const below = (fromY & (part - 1)) >> 6
      const left = grey[at] ?? 0
      const under = grey[at + width] ?? 0
      const upper = left * 256 + ((grey[at + 1] ?? 0) - left) * right
      const lower = under * 256 + ((grey[at + width + 1] ?? 0) - under) * right
      made[y * width + x] = (upper * 256 + (lower - upper) * below + 32_768) >> 16
    }
  }
  return { width, height, grey: made, dpi }
}

/** A dot has so many parts. */
const partBits = 14
const part = 2 ** partBits

/** For which x (from, and up to but not with) `start + step * x` is at least 0 and below `end`. */
function inside(start: number, step: number, end: number, most: number): readonly [number, number] {
  if (step === 0) return start >= 0 && start < end ? [0, most] : [0, 0]
  const [zero, last] = [-start / step, (end - start) / step]
  return step > 0 ? [Math.ceil(zero), Math.ceil(last)] : [Math.floor(last) + 1, Math.floor(zero) + 1]
}

function bothOf(one: readonly [number, number], other: readonly [number, number]): readonly [number, number] {
  return [Math.max(0, one[0], other[0]), Math.min(one[1], other[1])]
}

/** Half as wide and half as high: each dot the mean of four. */
export function halved({ width, height, grey, dpi }: Picture): Picture {
  const [across, down] = [width >> 1, height >> 1]
  const made = new Uint8Array(across * down)
  for (let y = 0; y < down; y += 1) {
    for (let x = 0; x < across; x += 1) {
      const at = 2 * y * width + 2 * x
      const sum = (grey[at] ?? 0) + (grey[at + 1] ?? 0) + (grey[at + width] ?? 0) + (grey[at + width + 1] ?? 0)
      made[y * across + x] = sum >> 2
    }
  }
  return { width: across, height: down, grey: made, dpi: dpi / 2 }
}

/** As high, and three quarters as wide: of four dots beside each other become three, each the mean of what it covers. */
export function narrowed({ width, height, grey, dpi }: Picture): Picture {
  const across = 3 * Math.ceil(width / 4)
  const made = new Uint8Array(across * height)
  let to = 0
  for (let y = 0; y < height; y += 1) {
    const last = (y + 1) * width - 1
    // Beyond the edge it goes on as it ends.
    const dot = (at: number): number => grey[Math.min(at, last)] ?? 0
    for (let at = y * width; at <= last; at += 4) {
      made[to] = (3 * dot(at) + dot(at + 1) + 2) >> 2
      made[to + 1] = (dot(at + 1) + dot(at + 2) + 1) >> 1
      made[to + 2] = (dot(at + 2) + 3 * dot(at + 3) + 2) >> 2
      to += 3
    }
  }
  return { width: across, height, grey: made, dpi }
}

/** As a portable grey map, which every recogniser reads without unpacking. */
export function asGreyMap({ width, height, grey }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey])
}

/** As a TIFF, which is read a row at a time where a grey map is read dot by dot; in parts that follow each other. */
export function asTiff({ width, height, grey, dpi }: Picture): readonly [Buffer, Uint8Array] {
  const fields: readonly (readonly [tag: number, kind: 'short' | 'long' | 'ratio', value: number])[] = [
    [256, 'long', width],
    [257, 'long', height],
    [258, 'short', 8], // bits of a dot
    [259, 'short', 1], // not packed
    [262, 'short', 1], // 0 is black
    [273, 'long', 0], // where the dots begin
    [277, 'short', 1], // values of a dot
    [278, 'long', height], // rows in the one strip
    [279, 'long', grey.length],
    [282, 'ratio', dpi],
    [283, 'ratio', dpi],
    [296, 'short', 2], // to an inch
  ]
  const ratios = 8 + 2 + 12 * fields.length + 4
  const head = Buffer.alloc(ratios + 8)
  head.write('II*\0', 'latin1')
  head.writeUInt32LE(8, 4)
  head.writeUInt16LE(fields.length, 8)
  for (const [index, [tag, kind, value]] of fields.entries()) {
    const at = 10 + 12 * index
    head.writeUInt16LE(tag, at)
    head.writeUInt16LE(kind === 'short' ? 3 : kind === 'long' ? 4 : 5, at + 2)
    head.writeUInt32LE(1, at + 4)
    head.writeUInt32LE(tag === 273 ? head.length : kind === 'ratio' ? ratios : value, at + 8)
  }
  head.writeUInt32LE(Math.round(dpi), ratios)
  head.writeUInt32LE(1, ratios + 4)
  return [head, grey]
}

/**
 * As Leptonica, which Tesseract looks at pictures with, keeps them in memory: rows in whole words of four bytes, each word turned round.
 * It says nothing of dots to an inch.
 */
export function asKept({ width, height, grey }: Picture): Buffer {
  const row = 4 * Math.ceil(width / 4)
  const made = Buffer.alloc(28 + row * height)
  made.write('spix', 'latin1')
  for (const [index, value] of [width, height, 8, row / 4, 0, row * height].entries())
    made.writeUInt32LE(value, 4 + 4 * index)
  for (let y = 0; y < height; y += 1) made.set(grey.subarray(y * width, (y + 1) * width), 28 + y * row)
  made.subarray(28).swap32()
  return made
}

/** What is darker than this is ink: between the two kinds of dots, the paper's and the letters' (Otsu, 1979). */
export function inkBelow({ grey }: Picture): number {
  const before = inks.get(grey)
  if (before !== undefined) return before
  const found = darkest(grey)
  inks.set(grey, found)
  return found
}

/** Several steps ask the same of one picture. */
const inks = new WeakMap<Uint8Array, number>()

function darkest(grey: Uint8Array): number {
  const counts = new Uint32Array(256)
  for (let at = 0; at < grey.length; at += 1) {
    const value = grey[at] ?? 0
    counts[value] = (counts[value] ?? 0) + 1
  }
  let all = 0
  counts.forEach((count, value) => {
    all += count * value
  })
  let best = 128
  let widest = 0
  let darker = 0
  let dark = 0
  for (let level = 0; level < 255; level += 1) {
    darker += counts[level] ?? 0
    dark += level * (counts[level] ?? 0)
    const lighter = grey.length - darker
    if (darker === 0 || lighter === 0) continue
    const apart = dark / darker - (all - dark) / lighter
    const spread = darker * lighter * apart * apart
    if (spread > widest) {
      widest = spread
      best = level + 1
    }
  }
  return Math.min(208, Math.max(64, best))
}

/** Twice as wide and twice as high, with even steps between dots. */
export function doubled({ width, height, grey, dpi }: Picture): Picture {
  const made = new Uint8Array(4 * width * height)
  for (let y = 0; y < height; y += 1) {
    const under = y + 1 < height ? width : 0
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const next = x + 1 < width ? 1 : 0
      const [here, right, below] = [grey[at] ?? 0, grey[at + next] ?? 0, grey[at + under] ?? 0]
      const to = 4 * y * width + 2 * x
      made[to] = here
      made[to + 1] = (here + right) >> 1
      made[to + 2 * width] = (here + below) >> 1
      made[to + 2 * width + 1] = (here + right + below + (grey[at + under + next] ?? 0)) >> 2
    }
  }
  return { width: 2 * width, height: 2 * height, grey: made, dpi: 2 * dpi }
}

/**
 * May a picture show words? They stand on an even ground, with far less ink than ground; a photograph has no ground, and a logo or a
 * coloured area more ink.
 */
export function isFullOfLetters({ grey }: Picture): boolean {
  const counts = new Uint32Array(32)
  for (const each of grey) counts[each >> 3] = (counts[each >> 3] ?? 0) + 1
  let ground = 0
  for (let level = 0; level < 32; level += 1) ground = Math.max(ground, (counts[level] ?? 0) + (counts[level + 1] ?? 0))
  const ink = 1 - ground / grey.length
  return ink > 0.005 && ink < 0.5
}

/** Fewer dark dots than a single letter has: there is nothing to read. */
export function isWhite({ grey }: Picture): boolean {
  let dark = 0
  for (let at = 0; at < grey.length && dark <= 40; at += 1) if ((grey[at] ?? 255) < 140) dark += 1
  return dark <= 40
}
