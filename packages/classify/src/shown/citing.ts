import { findCitations } from '../citations/index.ts'
import type { Regime } from '../reading.ts'
import type { Recogniser } from '../recogniser.ts'

/** How provisions are cited by their number. By subject alone they are rules of their own (`citations/subjects.ts`). */
export const citing: readonly Recogniser<string>[] = [
  cited('foia', 'A section of the Freedom of Information Act.', ['FOIA'], {
    examples: [
      { letter: 'It is exempt under «Section 31(1)(a)».', value: 'FOIA 31(1)(a)' },
      { letter: 'We refuse under «s12(1)» of the FOIA.', value: 'FOIA 12(1)' },
      { letter: 'The exemption at «S43» is engaged.', value: 'FOIA 43' },
      { letter: 'This is exempt under «section 41»of the Act.', value: 'FOIA 41' },
      { letter: 'exempt under «section 31(1)\n(a)» of the Act', value: 'FOIA 31(1)(a)' },
    ],
    nearMisses: [
      'a care order under section 38(6) of the Children Act 1989',
      'Our duties are in section 3 of the policy.',
      'paragraph 4.6 of the Code of Practice',
      'You may complain to the Commissioner under section 50 of the Act.',
    ],
  }),
  cited('eir', 'A regulation of the Environmental Information Regulations.', ['EIR'], {
    examples: [
      { letter: 'excepted under «regulation 12(4)(d)» of the EIR', value: 'EIR 12(4)(d)' },
      { letter: 'the exception in «Regulation 12(5)(b)»', value: 'EIR 12(5)(b)' },
    ],
    nearMisses: ['regulation 7 of the Building Regulations 2010', 'regulation 11 lets you ask for a review'],
  }),
  cited('foisa', 'A section of the Scottish Act, whose numbers are its own.', ['FOISA'], {
    examples: [
      { letter: 'exempt under «section 25(1)» of FOISA', value: 'FOISA 25(1)' },
      { letter: 'exempt under «section 38(1)(b)» of FOISA', value: 'FOISA 38(1)(b)' },
    ],
    nearMisses: ['a review under section 20(1) of FOISA'],
  }),
]

function cited(
  law: string,
  about: string,
  regimes: readonly Regime[],
  shown: Pick<Recogniser<string>, 'examples' | 'nearMisses'>,
): Recogniser<string> {
  const id = `citing/${law}` as const
  return {
    id,
    about,
    find: (text) =>
      findCitations(text, { regimes, scottish: regimes.includes('FOISA') }).flatMap(({ value, span }) =>
        value.told === 'number' ? [{ value: value.cite, span, rule: id }] : [],
      ),
    ...shown,
  }
}
