import { describe, expect, it } from 'vitest'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { passagesOf } from '../passages/index.ts'
import { findQuestions } from '../questions/index.ts'
import { pairAnswers } from './index.ts'

/** The answers to each question of a letter, those that only argue marked so. */
function answersIn(text: string): readonly (readonly string[])[] {
  const letter = letterFrom(text)
  const passages = passagesOf(letter, partition(letter))
  return pairAnswers(text, passages, findQuestions(text, passages)).answers.map((segments) =>
    segments.map(({ span, argues }) => `${argues ? 'argues: ' : ''}${text.slice(span.start, span.end)}`),
  )
}

describe('pairAnswers', () => {
  it('pairs points without numbers in turn where there is one for each question', () => {
    expect(
      answersIn(
        'Request\n\nPlease state:\n• How many swans are there?\n• How many ducks are there?\n\nResponse\n\n- 4\n- 17',
      ),
    ).toEqual([['- 4'], ['- 17']])
  })

  it('keeps points together where their words are about another question', () => {
    const [first] = answersIn(
      'Request\n\n• How many swans are there?\n• How many ducks are there?\n\nResponse\n\n- Ducks: 17\n- Swans: 4',
    )
    expect(first).not.toEqual(['- Ducks: 17'])
  })

  it('gives the reasons of a refusal to the question that was refused, as reasons', () => {
    const [swans, eggs] = answersIn(
      'Q1. Where are the swans?\n\nExempt under section 31.\n\nQ2. How many eggs were laid?\n\n5\n\nSection 31 is a qualified exemption.\n\n12 nests were robbed.',
    )
    expect(eggs).toEqual(['5'])
    expect(swans).toEqual([
      'Exempt under section 31.',
      'argues: Section 31 is a qualified exemption.',
      'argues: 12 nests were robbed.',
    ])
  })

  it('keeps an answer that counts on beyond the questions from the last of them', () => {
    expect(
      answersIn(
        'Request\n\n1. How many swans are there?\n2. How many ducks are there?\n\nResponse\n\n1. 4\n\n2. 17\n\n3. We do not record geese.',
      ),
    ).toEqual([['4'], ['17']])
  })

  it('pairs paragraphs below a line that announces them in turn', () => {
    expect(
      answersIn(
        'Request\n\n1. How many swans are there?\n2. How many ducks are there?\n\nResponse\n\nOur answers are as follows:\n\nThere are 4.\n\nThere are 17.',
      ),
    ).toEqual([['There are 4.'], ['There are 17.']])
  })

  it('pairs paragraphs of several lines in turn', () => {
    expect(
      answersIn(
        'Request\n\n• How many swans are there?\n• How many ducks are there?\n\nResponse\n\n2019: 4\n2020: 5\n\nThere are 17.',
      ),
    ).toEqual([['2019: 4', '2020: 5'], ['There are 17.']])
  })

  it('counts questions that lost their count as their answers do', () => {
    expect(
      answersIn(
        'Request\n\n1. How many swans are there?\n1. How many ducks are there?\n1. Who counts them?\n\nResponse\n\n1. 4\n\n2. 17\n\n3. The wardens do.',
      ),
    ).toEqual([['4'], ['17'], ['The wardens do.']])
  })

  it('takes an answer that points to another one for the question above it', () => {
    expect(
      answersIn(
        'Q1. How many swans were rung?\n\nNone\n\nQ2. How many of them flew?\n\nNot applicable. See response to Question 1 above',
      ),
    ).toEqual([['None'], ['Not applicable. See response to Question 1 above']])
  })

  it('hears each question right above its answer', () => {
    expect(
      answersIn(
        'Request: Swans\n\nHow many swans are there?\n4\n\nHow many ducks are there?\nNone\n\nAre there geese?\nThere are not.',
      ),
    ).toEqual([['4'], ['None'], ['There are not.']])
  })
})
