/** What stands around the matter of a question, and may be worded in any way without changing what is asked. */

function phrases(...lines: readonly string[]): readonly (readonly string[])[] {
  return lines
    .flatMap((line) => line.split('|'))
    .map((phrase) => phrase.trim().split(' '))
    .toSorted((one, other) => other.length - one.length)
}

/** Runs of words that ask, thank or refer to the law, the longest first. */
export const courtesies = phrases(
  'under the freedom of information act 2000 | under the freedom of information act | under the foi act | under foi',
  'freedom of information scotland act 2002 | under the freedom of information scotland act 2002',
  'under the environmental information regulations 2004 | under the environmental information regulations',
  'under freedom of information legislation | under the freedom of information legislation | under foi legislation',
  'in accordance with the freedom of information act 2000 | in accordance with the freedom of information act',
  'in accordance with the terms of the freedom of information act 2000 | by way of the freedom of information act',
  'under the terms of the freedom of information act | i am writing to request | i am writing to ask for',
  'i would like to request | i would like to ask | i would like to know | i should like to know | i wish to know',
  'i am looking for | i am seeking | i want to know | i would be grateful if you could | i should be grateful if you could',
  'i would also like to know | i would also like',
  'please could you provide me with | please can you provide me with | please may you provide me with',
  'please could you provide | please can you provide | please may you provide | could you please provide',
  'can you please provide | please provide me with | please provide | please supply me with | please supply | please state',
  'please could you tell me | please can you tell me | could you please tell me | can you please tell me | please tell me',
  'can you tell me | could you tell me | can you tell | could you tell | please say | please confirm | please advise',
  'could you please confirm | can you please confirm | can you confirm | could you confirm | please can you confirm',
  'please could you confirm | please could you state | could you please state | please can you state | please specify',
  'please give me | please give | please send me | please send | please list | please detail | please outline',
  'please let me know | please let me have | let me know | tell me | provide me with | supply me with | i ask for | i request',
  'to your knowledge | where held | if held | if known | if possible | where possible | where recorded | if recorded',
  'where available | if available | for the avoidance of doubt | to date | so far | in total | in all | all told',
  'the following information | the information below | as well as',
  'broken down by year | please break this down by year | split by year | by year | year by year | year on year',
  'please break this down year by year | as a year on year breakdown | broken down by financial year',
  'broken down by calendar year | by financial year | by calendar year | with a breakdown by year | broken down year by year',
  'please give a breakdown by year | for each year | in each year | each year | per year | per annum | a year | annually',
  'broken down by month | by month | month by month | each month | per month',
  'if this data is held | if you hold this data | the following data | this data | any data | the data | took place | take place',
  'taken place | tell us | send me | made available | the total | break this figure down | break this down | break these figures down',
  'break these down | break down | carried out | carry out | undertaken | additional questions | an answer to | answers to the following questions',
  'at present | at the moment | to the present | to the present day | at the present time',
)

/** Words that say how much is wanted and not of what; the kind of answer is noted apart. */
export const quantityWords: ReadonlySet<string> = setOf(
  'number numbers amount quantity figure figures total overall many much money sum value percentage proportion percent share %',
)

/**
 * Words of the sentence that leads to the questions, and of that which leads to the answers: "My request was as follows",
 * "Please find our response below". One body keeps such a sentence above the same question, the next leaves it out.
 */
export const coveringWords: ReadonlySet<string> = setOf(
  'request requested requesting question response respond responded responding reply replied answer find see set out write wrote',
  'formal particular particulars note want like let meet grateful glad thank thanks hope well follow follows below above',
  'data statistic statistics available latest late date item separate separately snapshot format table excel csv further main',
  'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun',
)

/** Words that carry no matter of their own. */
export const idleWords: ReadonlySet<string> = setOf(
  'a an the this that these those it its they them their there here and or of in on at for with within as to into per via',
  'is are was were be been being am do does did done have has had having will would can could may might shall should must',
  'you your yours we our ours us i me my mine please kindly also any each every all both such same so then than if whether yes',
  'what which who whom whose how when where information details detail record recorded hold held make made place took take taken',
  'receive received occur occurred happen happened exist existed experienced suffer suffered',
  'currently current now presently respectively following below above specified stated ask asked wish want seek write writing grateful very able supply contacting yearbyyear yearonyear monthbymonth about e g eg ie etc come came coming in mentioned breakdown breakdowns broken down',
  'give given provide provided tell told confirm specify list listed regarding concerning relating related relation',
  'respect relevant including inclusive include includes between during since until up throughout period periods',
)

/** Who is asked, where "your", "the" or "this" stands before it. */
export const askedBodies: ReadonlySet<string> = setOf(
  'council authority organisation organization trust force department university institution constabulary borough county',
  'district',
)

/** Who is asked where "your" stands before it, and perhaps somebody else after "the". */
export const yourBodies: ReadonlySet<string> = setOf(
  'board service government office agency city area region school college ccg company body areas community town village',
)

/** Words between "your" and the body. */
export const bodyKinds: ReadonlySet<string> = setOf(
  'local county city district borough unitary public nhs police health fire and rescue metropolitan own particular entire',
  'council authority trust force university',
)

/** After these words a body is no longer the one asked: "council tax", "the council houses". */
export const ofBodies: ReadonlySet<string> = setOf(
  'tax house houses housing home homes property properties tenant tenants tenancy tenancies dwelling dwellings stock land',
  'owned run meeting meetings member members chamber estate estates flat flats building buildings car cars vehicle vehicles',
)

/** Words that many questions share and that tell no subject: a question of such words alone needs those around it. */
export const generalWords: ReadonlySet<string> = setOf(
  'case claim complaint incident application payment cost spend pay budget income revenue price fee person staff member',
  'contract agreement year month day week hour occasion time times date reason average mean median highest lowest largest',
  'smallest biggest maximum minimum single most least common commonest successful unsuccessful upheld reject refuse grant',
  'accept approve settle resolve complete outcome result action open close lose total new other first last name type kind',
  'bring brought defend lodge withdraw withdrawn category not no issue report send use long much many more fewer less than under against company supplier provider policy',
  'copy document version area location site department team service total role annual data management request response question answer employ employed work each individual',
)

/** Of those words the ones that a word before them makes a subject: "agency staff", "planning applications". */
export const headNouns: ReadonlySet<string> = setOf(
  'application staff person incident case claim complaint contract request payment team company site policy service',
)

/** Words with which a question points to something said before it. */
export const pointers: ReadonlySet<string> = setOf(
  'these those them they it such this that same above so yes remainder',
)

/** Words that are a subject by themselves: "How many FOI requests were received?" */
export const wholeSubjects: ReadonlySet<string> = setOf('foi sar ehe ehcp pothole databreach dataincident cyberattack')

/** Several words for one thing, and the one that stands for them. */
export const shortened: readonly (readonly [readonly string[], string])[] = (
  [
    ['fixed penalty notice', 'fpn'],
    ['penalty charge notice', 'pcn'],
    ['freedom of information', 'foi'],
    ['subject access request', 'sar'],
    ['data breach', 'databreach'],
    ['data incident', 'dataincident'],
    ['cyber attack', 'cyberattack'],
    ['electively home educate', 'ehe'],
    ['elective home education', 'ehe'],
    ['member of staff', 'staff'],
    ['pay out', 'pay'],
    ['staff member', 'staff'],
    ['full time equivalent', 'fte'],
    ['whole time equivalent', 'wte'],
    ['fulltime equivalent', 'fte'],
    ['education health and care plan', 'ehcp'],
    ['public space protection order', 'pspo'],
    ['special educational need and disability', 'send'],
    ['information commissioner office', 'ico'],
    ['information commissioner', 'ico'],
  ] as const
).map(([words, one]) => [words.split(' '), one])

function setOf(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}
