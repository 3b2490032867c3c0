import type { Store } from '@disclosed/store'
import { type Io, oneLine } from '../io.ts'
import { shortened, shortId } from './saying.ts'

interface Lost {
  readonly id: string
  readonly kind: string
  readonly value: string | null
  readonly quote: string | null
  readonly place: string | null
  readonly link: string | null
  readonly why: string | null
  readonly by: string
  readonly made: string
}

interface ThereNow {
  readonly subject: string
  readonly words: string | null
  readonly place: string | null
}

/**
 * What was said of a finding that is not there any more, on a terminal: the words then, what stands in its file now, and what to
 * type. Null where nobody said anything of it.
 */
export function goneLines(store: Pick<Store, 'select'>, subject: string, io: Pick<Io, 'style'>): string | null {
  const said = store.select(lostSql, { subject }) as readonly Lost[]
  const [first] = said
  if (!first) return null
  const now = store.select(nowSql, { subject }) as readonly ThereNow[]
  const where = oneLine([first.link ?? '', first.place ?? ''].filter(Boolean).join(', '))
  const words = first.quote === null ? [] : [`  «${shortened(oneLine(first.quote), 200)}»`]
  const doc = store.select(documentSql, { subject }) as readonly { readonly id: string }[]
  return `${[
    `${io.style('bold', 'Not there any more: its document is gone, or says something else now')}  ${io.style('dim', shortId(subject))}`,
    [`${io.style('bold', 'Was in')} ${where}`, ...words].join('\n'),
    [io.style('bold', 'Said of it'), ...said.map(lineOf)].join('\n'),
    ...(now.length === 0
      ? []
      : [
          [
            io.style('bold', 'In its place now'),
            ...now.map(
              (each) => `  ${shortId(each.subject)}  ${oneLine([each.words, each.place].filter(Boolean).join(', '))}`,
            ),
          ].join('\n'),
        ]),
    [
      io.style('bold', 'Next'),
      ...now.slice(0, 3).map((each) => `  disclosed review show ${shortId(each.subject)}`),
      ...doc.map(({ id }) => `  disclosed review show ${shortId(id)}`),
      ...said.map(({ id }) => `  disclosed review undo ${id.slice(0, 8)}`),
    ].join('\n'),
  ].join('\n\n')}\n`
}

function lineOf({ id, kind, value, why, by, made }: Lost): string {
  const words = [by, kind, value, why].filter((each) => each !== null).join(' ')
  return `  ${made.slice(0, 10)} ${shortened(oneLine(words), 100)} (not used, ${shortId(id)})`
}

const lostSql = `SELECT c.id, c.kind, c.value, c.quote, c.place, c.link, c.why, c."by", c.made
FROM correction c JOIN judgement j ON j.correction = c.id
WHERE c.subject = @subject AND j.state IN ('missing', 'changed') ORDER BY c.made, c.id`

/** Where the file of a lost word was found, and not the page in it. */
const fileSql = `SELECT DISTINCT substr(link, 1, instr(link || '#', '#') - 1) AS link FROM correction WHERE subject = @subject AND link IS NOT NULL`

const documentSql = `SELECT d.id FROM document d WHERE d.link IN (${fileSql}) AND d.id <> @subject LIMIT 1`

/** Figures of the same file, of the same measure and days. */
const nowSql = `SELECT DISTINCT f.observation AS subject, f.quote AS words, f.place
FROM correction c JOIN document d ON d.link = substr(c.link, 1, instr(c.link || '#', '#') - 1)
JOIN figure f ON f.document = d.id
WHERE c.subject = @subject AND c.about = 'figure' AND f.observation IS NOT NULL AND f.measure IS c.saw ->> 'measure'
  AND f.period_from IS c.saw ->> 'period_from' AND f.period_to IS c.saw ->> 'period_to' AND f.category IS c.saw ->> 'category'
ORDER BY f.observation LIMIT 5`
