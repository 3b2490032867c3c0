import { measures } from '@disclosed/reference'
import { describe, expect, it } from 'vitest'
import { incidentTypeOf, measureOf } from './index.ts'

describe('measureOf', () => {
  it.for([
    ['How many personal data breaches did the Council record in 2021?', 'data_breaches'],
    [
      'If you tell data breaches from data incidents, please give the number of data incidents in 2021.',
      'data_incidents',
    ],
    ['How many cyber security incidents were there in the calendar year 2021?', 'cyber_incidents'],
    ['How many cyber-attacks hit the Council in 2021?', 'cyber_attacks'],
    ['The number of successful cyber attacks', 'successful_cyber_attacks'],
    ['How many ransomware attacks took place in 2021?', 'ransomware_attacks'],
    ['How many cloud data breaches took place in 2021?', 'cloud_breaches'],
    ['How many data breaches in the cloud took place in 2021?', 'cloud_breaches'],
    [
      'How many data loss incidents came about as a result of lost or stolen devices (USB sticks, laptops)?',
      'lost_or_stolen_devices',
    ],
    ['How many electronic devices (phones, laptops) given to staff were lost or stolen?', 'lost_or_stolen_devices'],
    ['How many laptops did staff report stolen?', 'stolen_devices'],
    ['How many laptops were lost in each year?', 'lost_devices'],
    ['How many data breaches were reported to the Information Commissioner?', 'breaches_reported_to_regulator'],
    ['The number of data breaches in 2021 and how many of these were reported to the ICO', 'data_breaches'],
    ['How many individuals were affected by data breaches?', 'people_affected'],
    ['How many staff were disciplined over data breaches?', 'staff_disciplined'],
    ['Please say how many malicious emails were blocked.', 'malicious_emails'],
    ['Data breaches by directorate', 'data_breaches'],
    ['How often were data breaches recorded in each of these years?', 'data_breaches'],
    ['Number of subject access requests', 'subject_access_requests'],
  ] as const)('%s', ([text, code]) => {
    expect(measureOf(text)).toBe(code)
  })

  it.for([
    'Number of incidents',
    'How many of those were caused by human error?',
    'How many data breaches and cyber attacks were there?',
    'In how many cyber security incidents was data lost?',
    'How many data breaches were caused by ransomware attacks?',
    'What percentage of malicious emails were opened?',
    'How many staff were trained in cyber security incidents?',
    'Please list the details of those breaches.',
    'How many parking fines were paid?',
    'How many cyber attacks were reported to the police?',
    'How many bicycles were stolen?',
    'How many claims were made after data breaches?',
    'What did it cost to get over those cyber attacks?',
    'How many ransomware attacks got through?',
    'How many ransomware attacks did the department block?',
    'Thank you for this freedom of information request.',
  ])('says nothing of: %s', (text) => {
    expect(measureOf(text)).toBeNull()
  })

  it('knows every measure of the list by its own name', () => {
    for (const { code, label } of measures()) expect({ label, code: measureOf(label) }).toEqual({ label, code })
  })

  it('takes time in step with the length of the text', () => {
    const began = process.threadCpuUsage().user
    for (const text of [
      'how many '.repeat(110_000),
      `how many ${'devices '.repeat(120_000)}`,
      '('.repeat(1e6),
      'breach '.repeat(150_000),
    ])
      measureOf(text)
    expect((process.threadCpuUsage().user - began) / 1000).toBeLessThan(1_000)
  })
})

describe('incidentTypeOf', () => {
  it.for([
    ['Letters sent to a wrong address', 'post_wrong_recipient'],
    ['Email to wrong person', 'email_wrong_recipient'],
    ['E-mail sent to incorrect recipient', 'email_wrong_recipient'],
    ['Emails or letters sent to wrong recipient', 'x_disclosed_in_error'],
    ['Bulk email, Bcc not used', 'bcc_failure'],
    ['Inappropriate disclosure', 'x_disclosed_in_error'],
    ['Inappropriate access', 'unauthorised_access_non_cyber'],
    ['Unauthorised access/disclosure', 'x_access_or_disclosure'],
    ['Stolen items', 'x_lost_or_stolen'],
    ['Lost mobile', 'loss_device'],
    ['Lost or stolen laptops', 'loss_device'],
    ['Lost notebook', 'loss_paperwork'],
    ['Paperwork left unattended', 'loss_paperwork'],
    ['Inaccurate record', 'alteration'],
    ['Loss of availability', 'x_corruption'],
    ['Verbal disclosure', 'verbal_disclosure'],
    ['Failure to redact', 'redaction_failure'],
    ['Human error', 'x_human_error'],
    ['Phishing', 'phishing'],
  ] as const)('%s', ([label, code]) => {
    expect(incidentTypeOf(label)).toBe(code)
  })

  it.for([
    'Document to wrong place',
    'Processing without consent',
    'Housing',
    'Total',
    '',
    '2019',
    'Letter not sent securely',
    'Lost or stolen laptops and paper files',
  ])('forces nothing on: %s', (label) => {
    expect(incidentTypeOf(label)).toBeNull()
  })
})
