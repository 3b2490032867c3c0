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

export function turned(picture: Picture, turns: Turns): Picture {
  if (turns === 0) return picture
  const { width, height, grey, dpi } = picture
  const made = new Uint8Array(grey.length)
  if (turns === 2) {
    for (let at = 0, last = grey.length - 1; at <= last; at += 1) made[at] = grey[last - at] ?? 0
    return { width, height, grey: made, dpi }
  }
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const to = turns === 1 ? x * height + (height - 1 - y) : (width - 1 - x) * height + y
      made[to] = grey[y * width + x] ?? 0
    }
  }
  return { width: height, height: width, grey: made, dpi }
}

/** Turned by a small angle (radians, to the right) around its middle; its size stays, and what comes in from outside is white. */
export function rotated({ width, height, grey, dpi }: Picture, angle: number): Picture {
  const made = new Uint8Array(grey.length).fill(255)
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [middleX, middleY] = [(width - 1) / 2, (height - 1) / 2]
  for (let y = 0; y < height; y += 1) {
    const down = y - middleY
    let fromX = middleX - cos * middleX + sin * down
    let fromY = middleY + sin * middleX + cos * down
    for (let x = 0; x < width; x += 1, fromX += cos, fromY -= sin) {
      const left = Math.floor(fromX)
      const top = Math.floor(fromY)
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const [right, below] = [fromX - left, fromY - top]
      const above = (grey[at] ?? 0) * (1 - right) + (grey[at + 1] ?? 0) * right
      const under = (grey[at + width] ?? 0) * (1 - right) + (grey[at + width + 1] ?? 0) * right
      made[y * width + x] = above * (1 - below) + under * below + 0.5
    }
  }
  return { width, height, grey: made, dpi }
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

/** As a portable grey map, which every recogniser reads without unpacking. */
export function asGreyMap({ width, height, grey }: Picture): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey])
}

/** What is darker than this is ink: between the two kinds of dots, the paper's and the letters' (Otsu, 1979). */
export function inkBelow({ grey }: Picture): number {
  const counts = new Uint32Array(256)
  for (const each of grey) counts[each] = (counts[each] ?? 0) + 1
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
  for (const each of grey) {
    if (each < 140) dark += 1
    if (dark > 40) return false
  }
  return true
}
