import type { Line } from '../letter.ts'
import { isAsk } from '../questions/asks.ts'
import { numberIn, partOf, type Turned } from './turn.ts'

/**
 * «No.», «Question», «Response», «1», «How many laptops were lost?», «4», «2», …: a grid of questions that lost its columns, one cell a
 * line. Its numbers, which count on from one, say where a row begins.
 */
export function stackedTurns(lines: readonly Line[]): readonly Turned[] {
  return lines.flatMap((line, at) => (isNumbersHead.test(line.text) ? turnsFrom(lines, at) : []))
}

const isNumbersHead = /^(?:no\.?|number|ref\.?|q|q\.? ?no\.?|question (?:no\.?|number)|#|item)$/i
const headsQuestions = /^(?:(?:your|the|foi) )?(?:questions?|requests?|quer(?:y|ies)|information requested)$/i
const headsAnswers = /^(?:\S{1,20} ){0,3}(?:responses?|answers?|repl(?:y|ies))$/i

function turnsFrom(lines: readonly Line[], at: number): readonly Turned[] {
  const [head, questions, answers] = lines.slice(at, at + 3)
  if (!head || !questions || !answers) return []
  if (!headsQuestions.test(questions.text) || !headsAnswers.test(answers.text)) return []
  const turned: Turned[] = [head, questions, answers].map(({ index }) => ({ index, lines: [] }))
  let number = 0
  let asking = 0
  for (let below = at + 3; below < lines.length; below += 1) {
    const line = lines[below]
    const question = lines[below + 1]
    if (!line || !question || numberIn(line.text) !== `${number + 1}`) {
      if (number === 0) return []
      continue
    }
    number += 1
    asking += isAsk(question.text) ? 1 : 0
    const turn = { by: 'question', number: `${number}`, length: 0 } as const
    turned.push({ index: line.index, lines: [] })
    turned.push({ index: question.index, lines: [partOf(question, 0, question.text.length, turn)] })
    const answer = lines[below + 2]
    const said = { by: 'answer', number: null, length: 0 } as const
    if (answer) turned.push({ index: answer.index, lines: [partOf(answer, 0, answer.text.length, said)] })
    below += 2
  }
  return number > 1 && asking * 10 >= number * 6 ? turned : []
}
