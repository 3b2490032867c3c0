import { inkBelow, type Picture, turned } from './picture.ts'

/** A line drawn on a page, in dots of its picture: `at` is the middle of its breadth. */
export interface DrawnLine {
  readonly upright: boolean
  readonly at: number
  readonly from: number
  readonly to: number
  readonly broad: number
}

/** Shorter strokes are letters; in inches. */
const shortest = 0.3
/** Broader ones are areas; in inches. */
const broadest = 0.05
/** So much of what lies beside it may be ink: letters that stand on it, lines that cross it. */
const mostInkBeside = 0.3
/** A page with more is a drawing, and no table. */
const mostLines = 4000

/** The level and upright lines of a straight page, as tables are ruled with; and the page without them. */
export function drawnLines(picture: Picture): { readonly lines: readonly DrawnLine[]; readonly without: Picture } {
  const below = inkBelow(picture)
  const level = strokesIn(picture, below)
  const onSide = turned(picture, 1)
  const upright = strokesIn(onSide, below)
  const lines = [...level.map(asLevel), ...upright.map((stroke) => asUpright(stroke, picture))]
  if (lines.length === 0 || lines.length > mostLines) return { lines: [], without: picture }
  return { lines, without: erased(picture, level, upright) }
}

/** A stroke: its dots as runs, each on one row. */
interface Stroke {
  from: number
  to: number
  top: number
  bottom: number
  /** How many dots it covers. */
  ink: number
  readonly runs: Run[]
}

interface Run {
  readonly y: number
  readonly from: number
  readonly to: number
}

function strokesIn(picture: Picture, below: number): readonly Stroke[] {
  const least = Math.round(shortest * picture.dpi)
  const most = Math.max(3, Math.round(broadest * picture.dpi))
  const done: Stroke[] = []
  let open: Stroke[] = []
  for (let y = 0; y < picture.height; y += 1) {
    const goesOn: Stroke[] = open.filter(({ bottom }) => bottom >= y - 1)
    for (const stroke of open) if (stroke.bottom < y - 1) done.push(stroke)
    for (const run of runsIn(picture, y, below, least)) {
      const stroke = goesOn.find((each) => each.from <= run.to + least && run.from <= each.to + least)
      if (stroke) {
        stroke.from = Math.min(stroke.from, run.from)
        stroke.to = Math.max(stroke.to, run.to)
        stroke.bottom = y
        stroke.ink += run.to - run.from
        stroke.runs.push(run)
      } else goesOn.push({ from: run.from, to: run.to, top: y, bottom: y, ink: run.to - run.from, runs: [run] })
    }
    open = goesOn
  }
  return [...done, ...open].filter(
    (stroke) => stroke.ink / (stroke.to - stroke.from) <= most && standsFree(stroke, picture, below),
  )
}

/** Letters stand on the line that their feet make; above and below a rule there is paper. */
function standsFree({ from, to, top, bottom }: Stroke, { width, height, grey }: Picture, below: number): boolean {
  return [top - 3, bottom + 3].every((row) => {
    if (row < 0 || row >= height) return true
    let ink = 0
    for (let x = from; x < to; x += 1) if ((grey[row * width + x] ?? 255) < below) ink += 1
    return ink < mostInkBeside * (to - from)
  })
}

/** Runs of ink along a row that are too long for a letter; a dot or two may be missing. */
function runsIn({ width, grey }: Picture, y: number, below: number, least: number): readonly Run[] {
  const runs: Run[] = []
  const start = y * width
  let from = -1
  let last = -9
  for (let x = 0; x <= width; x += 1) {
    const ink = x < width && (grey[start + x] ?? 255) < below
    if (ink) {
      if (from === -1) from = x
      last = x
    } else if (from !== -1 && (x - last > 1 || x === width)) {
      if (last + 1 - from >= least) runs.push({ y, from, to: last + 1 })
      from = -1
    }
  }
  return runs
}

function asLevel({ from, to, top, bottom, ink }: Stroke): DrawnLine {
  return { upright: false, at: (top + bottom + 1) / 2, from, to, broad: ink / (to - from) }
}

/** On a page turned to the right, what was its left is its top, and what was its bottom is its left. */
function asUpright({ from, to, top, bottom, ink }: Stroke, { height }: Picture): DrawnLine {
  return { upright: true, at: (top + bottom + 1) / 2, from: height - to, to: height - from, broad: ink / (to - from) }
}

/** The page without its strokes and the two dots around them; the upright ones were found on the page turned to the right. */
function erased(picture: Picture, level: readonly Stroke[], upright: readonly Stroke[]): Picture {
  const { width, height } = picture
  const grey = picture.grey.slice()
  const wipe = (left: number, top: number, right: number, bottom: number): void => {
    for (let row = Math.max(0, top); row < Math.min(height, bottom); row += 1)
      grey.fill(255, row * width + Math.max(0, left), row * width + Math.min(width, right))
  }
  for (const { runs } of level) for (const { y, from, to } of runs) wipe(from - 2, y - 2, to + 2, y + 3)
  for (const { runs } of upright)
    for (const { y, from, to } of runs) wipe(y - 2, height - to - 2, y + 3, height - from + 2)
  return { ...picture, grey }
}
