/** The stages of a reading in the order in which they run, and why each stands where it does. */
export const refiners: readonly { readonly stage: string; readonly why: string }[] = [
  { stage: 'welsh', why: 'first: whatever is said twice would be read twice' },
  { stage: 'partition', why: 'what is request, reply, appeal or footer decides which rules may look at it' },
  {
    stage: 'passages',
    why: 'lines broken by the width of the page are one point again before anybody asks what it says',
  },
  { stage: 'authority', why: 'its nation decides which law a bare section belongs to' },
  { stage: 'dates', why: '"the past twelve months" are counted from the day of the request' },
  { stage: 'regimes', why: 'before citations: the number of a section says nothing without its law' },
  { stage: 'citations', why: 'before roles, which are of citations' },
  { stage: 'outcomes', why: 'cues are found in the whole letter; which question they answer is told later' },
  { stage: 'tables', why: 'before answers are paired: the letter at the head of a column is no label of an answer' },
  { stage: 'questions', why: 'restated ones are joined to the first, so that none is answered twice' },
  { stage: 'kinds', why: 'what is no response answers nothing: its questions are dropped here' },
  {
    stage: 'answers: pairing',
    why: 'each stretch of the reply goes to the questions it answers before its figures are read',
  },
  {
    stage: 'periods: false friends',
    why: 'years of Acts, references, phones and times are blotted out before days are looked for',
  },
  {
    stage: 'periods: longest',
    why: 'of two that share words the longer knew more: "1 April to 30 June" over "1 April"',
  },
  {
    stage: 'periods: each',
    why: '"each of the last five years" changes what the found period means, so it comes after',
  },
  {
    stage: 'quantities: without periods',
    why: 'a year is no count: periods are blotted out before figures are looked for',
  },
  { stage: 'quantities: labels and limits', why: 'numbers of questions, £450 and 18 hours are blotted out likewise' },
  { stage: 'quantities: longest', why: '"5 to 10" over "5"; of two as long the earlier rule is believed' },
  { stage: 'quantities: units and hedges', why: 'last: they are words beside a figure that is sure to stand' },
  { stage: 'exemptions: roles', why: 'engaged or mentioned depends on the cues and on whose words they are' },
  { stage: 'answers: outcomes', why: 'from cues and figures together: a refusal beside data is "partly"' },
  { stage: 'assemble', why: 'ids, quotes and sureness are given when everything else is settled' },
]
