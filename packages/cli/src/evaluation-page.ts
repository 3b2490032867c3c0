import {
  type CalibratedSet,
  type CalibrationReport,
  findingKinds,
  type Report,
  type SetReport,
} from '@disclosed/evaluate'
import { counted, share } from './share.ts'

/** The same as a page: what was measured, when, on how many letters, and by which command. */
export function pageOf({ sets, all }: Report, calibrated: CalibrationReport | null, today: string): string {
  const names = sets.length > 0 ? sets.map(({ name }) => name).join(' ') : 'letters'
  const measured = calibrated ? [...calibrated.sets, calibrated.all] : []
  const only = calibrated && calibrated.findings.length < findingKinds.length ? calibrated.findings : null
  const measures = calibrated
    ? ` --calibrate packages/classify/src/calibration.json${only?.map((each) => ` --finding ${each}`).join('') ?? ''}`
    : ''
  const parts = [
    `# How right, and how sure${only ? `: ${only.join(', ')}` : ''}`,
    `Measured on ${today}, on ${counted(all.letters, 'labelled letter')}, by`,
    `\`\`\`sh\ndisclosed evaluate ${names}${measures} --format markdown\n\`\`\``,
    'Letters of our own corpus are never among them: a rule is always right on the letter that was written to show it.',
    ...(calibrated ? [howMeasured, ...measured.flatMap(calibratedSection)] : []),
    ...(only ? [] : [...sets, all].flatMap((set) => scoreSection(set, calibrated === null))),
  ]
  return `${parts.join('\n\n')}\n`
}

const howMeasured = `## How confidence is measured

Every finding shows signs: the rule that found it, where its days came from, how its answer was found, whether each question of the letter
has an answer of its own, whether numbers are left over. What a sign is worth is measured on labelled letters by logistic regression with a
ridge (le Cessie and van Houwelingen 1992): a finding's confidence is the chance that findings with its signs were right. Findings of one letter
are right or wrong together, so that they weigh as fewer cases than they are (design effect, Kish 1965, with a likeness of 0.3 inside a
letter). The cut of a kind of finding is the lowest confidence from which on at least 99 in 100 labelled findings were right, where each letter
was marked by what the other letters taught, parted in three ways of which the highest cut holds; it is never below 0.9 and rests on fifteen findings or more, and a kind for which there is no such
cut is never sure. Nor is a finding that shows a sign which fewer than three of the letters had. Letters of the set \`seen\` are ones that rules
were written beside: they teach what signs are worth, but how many findings are right, and where the cut is, only the others tell.

**Open** is the table looked up for the letters it was measured on. **Held back** parts the letters into twenty folds by their content; what
signs are worth, and the cut, that mark a letter are measured on the other nineteen. **At least** is the limit of Clopper and Pearson (1934), one-sided,
95 %; it takes findings as independent, so the number of letters with a sure error stands beside it.`

function calibratedSection({ name, letters, sure, bands }: CalibratedSet): readonly string[] {
  const rows = sure.map(({ finding, cut, open, heldBack, lostShare, lostSure }) => [
    finding,
    shown(cut),
    `${open.right} of ${open.sure}`,
    shown(open.ofRightSure),
    `${heldBack.right} of ${heldBack.sure}`,
    shown(heldBack.share),
    shown(heldBack.atLeast),
    heldBack.lettersWithError,
    shown(heldBack.ofRightSure),
    lostShare === null ? '' : lostShare.toFixed(3),
    lostSure === null ? '' : lostSure.toFixed(3),
  ])
  return [
    `## Sure: ${name} (${counted(letters, 'letter')})`,
    table(
      [
        'finding',
        'cut',
        'open: right of sure',
        'sure of all right',
        'held back: right of sure',
        'share',
        'at least',
        'letters with error',
        'sure of all right',
        'share lost',
        'sure lost',
      ],
      rows,
    ),
    'Confidence as claimed for letters held back, and the share that was right:',
    bandTable(bands),
  ]
}

function scoreSection({ name, letters, unread, fields, sure, bands }: SetReport, isWhole: boolean): readonly string[] {
  const scores = fields.map((row) => [
    row.field,
    shown(row.precision),
    shown(row.recall),
    shown(row.f1),
    row.right,
    row.invented,
    row.missed,
  ])
  const sureRows = sure.map((row) => [
    row.finding,
    `${row.right} of ${row.sure}`,
    shown(row.share),
    shown(row.atLeast),
    row.lettersWithError,
    shown(row.ofRightSure),
  ])
  const heads = ['finding', 'right of sure', 'share', 'at least', 'letters with error', 'sure of all right']
  return [
    `## Fields: ${name} (${counted(letters, 'letter')}${unread > 0 ? `, ${unread} not readable` : ''})`,
    table(['field', 'precision', 'recall', 'F1', 'right', 'invented', 'missed'], scores),
    ...(isWhole ? [table(heads, sureRows), bandTable(bands)] : []),
  ]
}

function bandTable(bands: SetReport['bands']): string {
  const rows = bands
    .filter(({ findings }) => findings > 0)
    .map(({ from, to, findings, claimed, seen }) => [`${from} to ${to}`, findings, shown(claimed), shown(seen)])
  return table(['claimed', 'findings', 'mean claimed', 'right'], rows)
}

function table(columns: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

function shown(part: number | null): string {
  return share(part) ?? '–'
}
