/** What a column of a register of incidents tells. */
export type IncidentField =
  | 'reference'
  | 'date'
  | 'department'
  | 'type'
  | 'cause'
  | 'medium'
  | 'action'
  | 'reportedToIco'
  | 'peopleAffected'

/** Headings by what they tell, the most particular first; a heading that tells none of these keeps its cells as they are. */
const headings: readonly (readonly [IncidentField, RegExp])[] = [
  [
    'reportedToIco',
    /\b(?:reported|notified|referred|reportable|disclosed) to (?:the )?(?:ico|information commissioner)|^ico (?:reported|notified|notification|informed|report)\b|^reported\?? \(?ico\)?$/i,
  ],
  [
    'peopleAffected',
    /\b(?:people|individuals|data subjects|persons|customers|residents|subjects)\b.{0,20}\b(?:affected|impacted|involved)|^(?:number|no\.?) (?:of )?(?:people|individuals|data subjects|persons|affected|impacted)\b|^(?:people|individuals|data subjects)$/i,
  ],
  [
    'reference',
    /^(?:(?:our|case|incident|breach|data breach|record) )?(?:reference|ref|id|urn|number|no)\b\.?(?: ?(?:no|number|id|code))?\.?$/i,
  ],
  [
    'date',
    /^date$|^(?:incident|breach|event) date$|^date (?:of|that|when) (?:the )?(?:incident|breach|event|loss|it happened|occurrence)|^date (?:occurred|of occurrence)|^when (?:did )?it (?:happen|occur)/i,
  ],
  [
    'department',
    /^(?:department|directorate|service|division|team|business (?:area|unit)|section)\b(?: ?(?:area|name|unit|involved|responsible))?s?$/i,
  ],
  ['cause', /^(?:root |main |primary )?cause\b(?: of .{1,30})?$|^reason (?:for|of) .{1,30}$/i],
  [
    'type',
    /^(?:type|category|nature|classification)(?: of (?:the )?(?:data )?(?:security )?(?:incident|breach|loss|event))?$|^(?:data )?(?:incident|breach) (?:type|category|classification)$/i,
  ],
  ['medium', /^(?:medium|format|channel)(?: of .{1,30})?$/i],
  ['action', /^(?:remedial |corrective |follow-up )?actions?(?: taken)?$/i],
]

/** What a heading tells; null where it is something of its own. */
export function fieldOf(heading: string): IncidentField | null {
  const text = heading.trim()
  if (text.length > 80) return null
  return headings.find(([, pattern]) => pattern.test(text))?.[0] ?? null
}
