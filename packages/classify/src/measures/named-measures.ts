import type { MeasureCode } from '@disclosed/reference'

/** Words that name what is counted. */
export interface NamedMeasure {
  readonly code: MeasureCode
  readonly words: RegExp
  /** Coarser measures whose words these words may stand beside: "data loss incidents as a result of lost or stolen devices". */
  readonly over: readonly MeasureCode[]
}

const regulator =
  "(?:ico|information commissioner(?:['’]?s)?(?: office)?|(?:the )?regulator(?:['’]s)?|supervisory authority)"
const device =
  '(?:devices?|equipment|hardware|assets?|laptops?|computers?|tablets?|ipads?|(?:mobile |smart ?)?phones?|smartphones?|mobiles?|usb(?: sticks?| drives?)?|memory sticks?|hard drives?|blackberr(?:y|ies))'
const lost = '(?:lost|missing|mislaid|misplaced)'
const stolen = '(?:stolen)'
const lostOrStolen =
  '(?:lost ?(?:or|and|/|and/or|,) ?(?:been )?(?:stolen|thefts?)|stolen ?(?:or|and|/|and/or) ?lost|loss(?:es)? (?:or|and) thefts?|loss/thefts?|missing)'
const staff = '(?:staff|employees?|officers?|members of staff|workers|personnel)'

/** Each with the names that `measures.csv` gives it and the ways in which letters vary them. */
export const namedMeasures: readonly NamedMeasure[] = [
  {
    code: 'complaints_to_regulator',
    words: new RegExp(`\\bcomplaints?\\b.{0,80}\\b${regulator}\\b`, 'i'),
    over: ['breaches_reported_to_regulator', 'data_breaches', 'data_incidents'],
  },
  {
    code: 'breaches_reported_to_regulator',
    words: new RegExp(
      `\\b(?:breach(?:es)?|incidents?)\\b.{0,80}\\b(?:reported|notified|referred|went|self-reported|disclosed)\\b.{0,30}\\b${regulator}\\b|\\breported to ${regulator}\\b|\\bself-reported (?:data )?breaches\\b|\\b${regulator} notifications?\\b`,
      'i',
    ),
    over: ['data_breaches', 'data_incidents'],
  },
  { code: 'near_misses', words: /\bnear[- ]miss(?:es)?\b/i, over: [] },
  {
    code: 'compensation_paid',
    words:
      /\b(?:compensation|damages)\b.{0,30}\bpaid\b|\bpaid\b.{0,40}\b(?:compensation|damages)\b|\bcompensation payments?\b/i,
    over: ['data_breaches', 'data_incidents'],
  },
  {
    code: 'fines_paid',
    words: new RegExp(
      `\\b(?:fines?|monetary penalt(?:y|ies))\\b.{0,60}\\b${regulator}\\b|\\b${regulator}\\b.{0,60}\\b(?:fines?|fined|monetary penalt(?:y|ies))\\b`,
      'i',
    ),
    over: ['data_breaches', 'data_incidents'],
  },
  {
    code: 'ransoms_paid',
    words: /\bransoms?\b.{0,20}\b(?:paid|payments?)\b|\b(?:pay|paid)\b.{0,20}\bransoms?\b/i,
    over: ['ransomware_attacks', 'cyber_attacks'],
  },
  {
    code: 'incident_cost',
    words: /\bcosts? of (?:the )?(?:data |cyber |security |cyber security )?(?:breach(?:es)?|incidents?|attacks?)\b/i,
    over: ['data_breaches', 'data_incidents', 'cyber_incidents', 'cyber_attacks'],
  },
  {
    code: 'successful_cyber_attacks',
    words: /\bsuccessful cyber[- ]?attacks?\b|\bcyber[- ]?attacks?\b.{0,30}\b(?:were|was|proved) successful\b/i,
    over: ['cyber_attacks'],
  },
  { code: 'ransomware_attacks', words: /\bransomware[- ](?:attacks?|incidents?|infections?)\b/i, over: [] },
  {
    code: 'malicious_emails',
    words:
      /\b(?:malicious|spam|phishing|blocked|suspicious) e-?mails?\b|\be-?mails?\b.{0,30}\b(?:malicious|blocked)\b/i,
    over: ['phishing_attacks'],
  },
  { code: 'phishing_attacks', words: /\bphishing[- ](?:attacks?|incidents?|attempts?)\b/i, over: [] },
  {
    code: 'malware_infections',
    words: /\bmalware (?:infections?|incidents?)\b|\b(?:computer )?virus(?:es)? infections?\b/i,
    over: [],
  },
  { code: 'ddos_attacks', words: /\bd?dos attacks?\b|\bdenial[- ]of[- ]service\b/i, over: [] },
  {
    code: 'cloud_breaches',
    words:
      /\bcloud (?:data )?breach(?:es)?\b|\b(?:data )?breach(?:es)? (?:of|in|from|on|involving|affecting) (?:the |a |your )?cloud\b/i,
    over: ['data_breaches'],
  },
  {
    code: 'lost_or_stolen_devices',
    words: new RegExp(`\\b${lostOrStolen} (?:\\w+ ){0,3}${device}\\b|\\b${device}\\b.{0,80}\\b${lostOrStolen}`, 'i'),
    over: ['data_incidents', 'data_breaches', 'lost_devices', 'stolen_devices'],
  },
  {
    code: 'lost_devices',
    words: new RegExp(`\\b${lost} (?:\\w+ ){0,2}${device}\\b|\\b${device}\\b.{0,60}\\b${lost}\\b`, 'i'),
    over: [],
  },
  {
    code: 'stolen_devices',
    words: new RegExp(
      `\\b${stolen} (?:\\w+ ){0,2}${device}\\b|\\b${device}\\b.{0,60}\\b${stolen}\\b|\\bthefts? of (?:\\w+ ){0,2}${device}\\b`,
      'i',
    ),
    over: [],
  },
  {
    code: 'cyber_attacks',
    words: /\b(?:attempted )?cyber[- ]?(?:security )?attacks?\b|\bhacking attempts?\b/i,
    over: [],
  },
  { code: 'cyber_incidents', words: /\bcyber[- ]?(?:security )?incidents?\b|\bit security incidents?\b/i, over: [] },
  {
    code: 'people_affected',
    words:
      /\b(?:people|individuals|data subjects|persons|residents|customers|patients|service users)\b.{0,60}\baffected\b|\baffected (?:people|individuals|data subjects|persons)\b/i,
    over: ['data_breaches', 'data_incidents', 'cyber_incidents', 'cyber_attacks'],
  },
  {
    code: 'staff_dismissed',
    words: new RegExp(`\\b${staff}\\b.{0,60}\\b(?:dismissed|sacked|dismissals?)\\b`, 'i'),
    over: ['data_breaches', 'data_incidents'],
  },
  {
    code: 'staff_disciplined',
    words: new RegExp(`\\b${staff}\\b.{0,60}\\b(?:disciplined|disciplinary)\\b`, 'i'),
    over: ['data_breaches', 'data_incidents'],
  },
  { code: 'foi_requests_received', words: /\b(?:foia?|freedom of information)(?: act)? requests\b/i, over: [] },
  { code: 'subject_access_requests', words: /\b(?:data )?subject access requests\b|\bd?sars\b/i, over: [] },
  {
    code: 'data_incidents',
    words: /\b(?:data|information)(?: (?:security|protection|governance|loss))? incidents?\b|\bdata loss(?:es)?\b/i,
    over: [],
  },
  {
    code: 'data_breaches',
    words:
      /\b(?:personal )?data(?: (?:protection|security))? breach(?:es)?\b|\bbreach(?:es)? of (?:the )?(?:personal data|data protection|gdpr|uk gdpr|dpa)\b|\b(?:information security|gdpr|data protection act|dpa) breach(?:es)?\b|\bbreaches of data\b/i,
    over: [],
  },
]
