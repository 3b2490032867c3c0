import { halved, inkBelow, type Picture, turned } from './picture.ts'

/** Pages lie on a scanner's glass no more askew than this; radians. */
const most = (6 * Math.PI) / 180
/** A page this straight is left as it is. */
const straight = (0.06 * Math.PI) / 180
/** So many dots of ink are enough to tell. */
const mostDots = 60_000

/**
 * By how much (radians, to the right) a page has to be turned for its lines to be level: seen along its lines, ink and white
 * alternate most sharply. 0 where it shows no lines, or is straight.
 */
export function skewOf(picture: Picture): number {
  const dots = dotsOf(halved(halved(picture)))
  if (dots.length < 400) return 0
  let best = 0
  for (const [step, reach] of steps) {
    const around = best
    let sharpest = -1
    for (let angle = around - reach; angle <= around + reach + step / 2; angle += step) {
      if (Math.abs(angle) > most + step) continue
      const sharpness = sharpnessAt(dots, angle)
      if (sharpness > sharpest) {
        sharpest = sharpness
        best = angle
      }
    }
  }
  if (sharpnessAt(dots, best) < 1.02 * sharpnessAt(dots, 0)) return 0
  return Math.abs(best) < straight ? 0 : best
}

const steps: readonly (readonly [step: number, reach: number])[] = [
  [most / 16, most],
  [most / 96, most / 12],
  [most / 480, most / 96],
]

/** The ink's places, x and y in turn. */
function dotsOf(picture: Picture): Float32Array {
  const { width, height, grey } = picture
  const below = inkBelow(picture)
  const places: number[] = []
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      // The lower edges of letters stand on the line; whole areas of ink say nothing.
      if ((grey[at] ?? 255) < below && (grey[at + width] ?? 0) >= below) places.push(x, y)
    }
  }
  const every = Math.max(1, Math.ceil(places.length / 2 / mostDots))
  return Float32Array.from(places.filter((_, index) => (index >> 1) % every === 0))
}

function sharpnessAt(dots: Float32Array, angle: number): number {
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)]
  const rows = new Float64Array(8192)
  for (let index = 0; index < dots.length; index += 2) {
    const row = 2048 + Math.round((dots[index] ?? 0) * sin + (dots[index + 1] ?? 0) * cos)
    if (row >= 0 && row < rows.length) rows[row] = (rows[row] ?? 0) + 1
  }
  return rows.reduce((sum, count) => sum + count * count, 0)
}

/** Do lines of text run up or down the page? Seen along its lines a page of text alternates far more than across them. */
export function liesOnItsSide(picture: Picture): boolean {
  const small = halved(halved(picture))
  const across = sharpest(dotsOf(small))
  const along = sharpest(dotsOf(turned(small, 1)))
  return along > 1.5 * across
}

/** By the number of dots, so that pages with more ink are no sharper. */
function sharpest(dots: Float32Array): number {
  if (dots.length < 400) return 0
  let most = 0
  for (let step = -4; step <= 4; step += 1) most = Math.max(most, sharpnessAt(dots, (step * Math.PI) / 360))
  return most / dots.length
}
