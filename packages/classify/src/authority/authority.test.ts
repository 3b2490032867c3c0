import { register, registerWith } from '@disclosed/reference'
import { describe, expect, it } from 'vitest'
import { partition } from '../partition/index.ts'
import { letterFrom } from '../partition/letter-from.ts'
import { type Source, unknownSource } from '../source.ts'
import { readAuthority } from './index.ts'

function authorityOf(text: string, source: Source = unknownSource) {
  const letter = letterFrom(text)
  return readAuthority(letter, partition(letter), register(), source)
}

const nameOf = (text: string, source?: Source) => authorityOf(text, source).found?.name ?? null

describe('readAuthority', () => {
  it.for([
    [
      'Your request has been considered.\n\nYou asked:\nHow many?\n\nAnswer: Ten.\n\nIf you are unhappy please write to:\nLeicester City Council\nCity Hall',
      'Leicester City Council',
    ],
    [
      'You asked:\nHow many?\n\nAnswer: Ten.\n\nIf you are unhappy please write to info.requests@leicester.gov.uk',
      'Leicester City Council',
    ],
    [
      'Dear Sheffield City Council,\n\nPlease tell me how many.\n\nYours faithfully,\nA Requester\n\nDear A Requester,\n\nThank you for your request. Ten.',
      'Sheffield City Council',
    ],
    [
      'Thank you for your request.\n\nI can confirm that Eastleigh Borough Council does hold the information. Kent Police was told of it.',
      'Eastleigh Borough Council',
    ],
    [
      'Information requested\nHow many?\n\nResponse\n\nThe Scottish Government does not hold this.',
      'Scottish Government',
    ],
    [
      'You asked\nHow many?\n\nWe answered\n\nTen. More is on our website: https://tfl.gov.uk/corporate',
      'Transport for London',
    ],
    [
      'Dear Requester\n\nThank you for your request.\n\nTen.\n\nKind regards\n\nFreedom of Information (Mailbox), Swansea Council',
      'Swansea Council',
    ],
    [
      'Swans\n\nRequest\n\nHow many swans?\n\nResponse\n\nThank you for your request. Kent Police has rescued twelve.',
      'Kent Police',
    ],
    [
      'Thank you for your request about swans at the Greater Manchester Combined Authority ("GMCA"), including those of its parks.\n\nGMCA recorded twelve swans.',
      'Greater Manchester Combined Authority',
    ],
    [
      'Lewisham\nComplaints and Information\n\nThank you for your request. You asked:\n\nHow many swans?\n\nPlease find the Council’s reply below.\n\nTwelve.',
      'London Borough of Lewisham',
    ],
    [
      'Education Authority  |  Disclosure Log - June 2022\n\nSwans\n\nYou asked:\nHow many?\n\nAnswer: Ten.',
      'Education Authority',
    ],
    [
      'Thank you for your request. Please note that this response is specific to Nottinghamshire Police, and no other force may count swans alike. Twelve.',
      'Nottinghamshire Police',
    ],
    [
      'Thank you for your request, which the Belfast Health and Social Care Trust received in May.\n\nI confirm that the Belfast Trust holds some of the information. Twelve.',
      'Belfast Health and Social Care Trust',
    ],
    [
      'ABC\n\nTfL Ref: FOI-0633-1718\n\nThank you for your request. You asked how many. Twelve.',
      'Transport for London',
    ],
    [
      'Request\n\nI am contacting the Hastings Borough Council because I would like figures.\n\nResponse\n\nTwelve. Exempt under the Act.',
      'Hastings Borough Council',
    ],
    [
      'FOI response\n\nRequest:\n\nHow many swans?\n\nResponse:\n\nThe Council has applied section 21. You will find the information you requested at https://www.thurrock.gov.uk/swans',
      'Thurrock Council',
    ],
    [
      'Essex County Fire & Rescue Service\n\nThank you for your request. I confirm that Essex County Fire & Rescue Service does hold this.',
      'Essex County Fire & Rescue Service',
    ],
    [
      'Thank you for your request.\n\nTwelve.\n\nWhere Kent County Council owns the copyright, you must apply to us.',
      'Kent County Council',
    ],
    ['Thank you for your request. Ofcom has completed its search. Twelve.', 'Ofcom'],
    [
      'You asked:\nHow many?\n\nAnswer: Ten.\n\nIf you are unhappy please write to foi@salisbury.nhs.uk',
      'Salisbury NHS Foundation Trust',
    ],
    [
      'Request\n\nHow many swans?\n\nResponse\n\nThe Service does not hold this. Our website: https://www.southwales-fire.gov.uk/swans',
      'South Wales Fire and Rescue Service',
    ],
    [
      'Swans on the pond\n\nOn 5 May I wrote to the Head of Parks, Waverley Borough Council.\n\nHow many swans?\n\nI had this reply.\n\nWe hold twelve. The rest is exempt.',
      'Waverley Borough Council',
    ],
    [
      'Our request asked how long Lambeth Council kept swans.\n\nDoes Lambeth council know how many swans there are?\n\nHas Lambeth council counted them?\n\nTwelve. Information requested by others is held by the wardens.',
      'Lambeth Council',
    ],
    [
      'FI1\n\nRequest\n\nHow many swans?\n\nResponse\n\nLocal authority name\n\nDover District Council\n\nSwans\n\n4',
      'Dover District Council',
    ],
    [
      'Details of enquiry\n\nHow many swans did the hospital have?\n\nResponse sent\n\nPlease be aware that The Tavistock and Portman NHS Foundation Trust is a small Trust.\n\nNone',
      'The Tavistock and Portman NHS Foundation Trust',
    ],
    [
      'Request\n\nHow many swans?\n\nResponse\n\nThank you for your request for information, which has been received by Cleveland Fire Brigade (the Brigade) and considered. Twelve.',
      'Cleveland Fire Brigade',
    ],
    [
      'Staffordshire Fire & Rescue Service - Preventing\n\nReference No: 7\n\nRequest\n\n1. What have Staffordshire Fire and Rescue Service spent on swans? Have Staffordshire Fire and Rescue Service any?\n\nResponse\n\n1. Twelve',
      'Staffordshire Fire & Rescue Service',
    ],
    [
      'Immigration Enforcement\nFOI Team\n3 March 2014\nDear Requester\n\nThank you for your request, in which you ask:\n1. How many swans are there?\n\nUnder section 12 of the Act, the Home Office is not obliged to comply.',
      'Home Office',
    ],
    [
      'Thank you for your request, which I received by e-mail. You asked how many cameras are run by City and County of Swansea. I can confirm that the Authority holds this. There are twelve.',
      'City and County of Swansea',
    ],
    [
      'ICO Disclosure Log – Response IRQ1\n\nYou asked of complaints about Belfast City Council made to our office. Twelve.',
      "Information Commissioner's Office",
    ],
    [
      'Swans\n\nMy request.\n\nHow many swans?\n\nResponse\n\nSwan and Lake Constabularies have considered your request for information and our response is below. Twelve.',
      'Swan and Lake Constabularies',
    ],
    [
      `Scottish Environment Protection Agency BA ti ll Clarification received. How many swans? ${'We have looked at the ponds. '.repeat(60)}`,
      'Scottish Environment Protection Agency',
    ],
    [
      'Request\n\nHow many swans?\n\nResponse\n\nYour request is refused.\n\nYou may request an internal review by writing to:\nUniversity Secretary\nLondon Metropolitan University\nHolloway Road\nLondon',
      'London Metropolitan University',
    ],
    [
      'Thank you for your request. The Constabulary holds twelve.\n\nKind regards\n\nfreedomofinformation@durham.pnn.police.uk',
      'Durham Constabulary',
    ],
    [
      'Department for Infrastructure\n\nDear Requester\n\nThank you for your request. Ten.',
      'Department for Infrastructure',
    ],
    ['Swans\n\nHow many swans?\n\nResponse from Kent Police:\n\nTwelve. Information requested by post.', 'Kent Police'],
    [
      'Request for information\n\nI asked how many swans the hospital has.\n\nResponse\n\nThe Trust (Salisbury NHS Foundation Trust) has twelve.',
      'Salisbury NHS Foundation Trust',
    ],
    ['Thank you for your request. NWAS has rescued twelve swans.', 'North West Ambulance Service NHS Trust'],
    [
      'Request\n\nI ask for swans.\n\nAfter your request came in searches were made within Kent Police to find them.\n\nDecision\n\nTwelve.',
      'Kent Police',
    ],
    [
      'Request\n\nHow many swans?\n\nResponse\n\nWe routinely publish swans on the Scottish Government website.',
      'Scottish Government',
    ],
    [
      'Request\n\n1. Name of local authority\n2. Swans\n\nResponse\n\n1. Dover District Council\n\n2. Twelve',
      'Dover District Council',
    ],
    [
      'How many swans are kept by the Devon County Council (DCC)?\n\nExemption – DCC believes this request is manifestly unreasonable.',
      'Devon County Council',
    ],
    ['Request\n\nHow many swans?\n\nResponse\n\nThere were no swans received by Moray Council.', 'Moray Council'],
    [
      'Request\n\nHow many swans?\n\nResponse\n\n1. Twelve.\n\n2. Kent County Council looks at each swan.',
      'Kent County Council',
    ],
    [
      'Request\n\nHow many swans?\n\nResponse\n\nDover District Council does not hold this. The county is Kent County Council, who may hold more and can be written to at this address: foi@kent.gov.uk.',
      'Dover District Council',
    ],
    [
      'Thank you for your request. Swans seen by HM Courts and Tribunals Service, by HM Prison and Probation Service and by others: twelve.\n\nKind regards\n\nDisclosure Team, Ministry of Justice, 10.38, 102 Petty France, London',
      'Ministry of Justice',
    ],
    [
      'Swan Homes Ltd - FOI 2021-64 swans\n\nQ. How many swans?\nA. Twelve. Kent Police has more.\n\nFOI request received 14 June',
      'Swan Homes Ltd',
    ],
    [
      'Swan Lake College\n\nRequest FOI/2017/66\n\nHow many swans?\n\nThe College considers that there are twelve.',
      'Swan Lake College',
    ],
    [
      'Swans of the school\n\nHow many swans?\n\nI can confirm that Sir Swithin’s does hold the information. Sir Swithin’s School has twelve.',
      'Sir Swithin’s School',
    ],
    [
      'To: Swan Lake Learning\n\nDear Swan Lake Learning,\n\nPlease can you tell me how many swans?\n\nYours faithfully,\nA Requester\n\nFrom: Swan Lake Learning\n\nFurther to your request: twelve.',
      'Swan Lake Learning',
    ],
  ] as const)('finds the sender of %s', ([text, name]) => {
    expect(nameOf(text)).toBe(name)
  })

  it.for([
    'Thank you for your request.\n\nWe do not hold this information; it is held by Kent County Council.',
    'Thank you for your request.\n\nThe Council told Scottish Water and Kent Police. An e-mail went to Hampshire County Council.',
    'Thank you for your request.\n\nYou may complain to the Information Commissioner’s Office, https://ico.org.uk.',
    'Oxfordshire County Council recorded 414 breaches in 2020/21.\n\nA spokesperson for Oxfordshire County Council said it was sorry.',
    'Thank you for your request.\n\nThe library in York closed. Wells stayed open.',
    'Swans of the force\n\nThank you for your request. The Council holds none. The Home Office has collected figures of swans.',
    'Thank you for your request. The Council counts badges. The Department for Transport’s badge system has the rest.',
    'FOI request (FOIR-1)\nBBC FOI Cyber Attacks\n\nThank you for your request. None.',
    'Swans referred by the National Crime Agency\n\nThank you for your request. Twelve.',
    'Thank you for your request. The Trust holds none. Advice on swans: https://www.nhs.uk/swans, foi.swans@nhs.net',
    'Thank you for your request. A statement from Kent Police is enclosed. Figures came from Leeds City Council.',
    'Thank you for your request. The Council holds twelve. Kent County Council and Leeds City Council have more.',
    'Thank you for your request. The Council holds twelve. Swans were moved to Kent County Council.',
    'The council has 52 swans.\n\nAn e-mail was sent to the wrong Kent County Council address.',
    'BBC FOI Swans\n\nThank you for your request. The Council holds none.',
    'Thank you for your request. Each Borough Council has considered your request for swans by itself.',
    'Thank you for your request. SFRS has rescued twelve swans.',
    'Thank you for your request.\n\nThe Home Office publishes figures; contact the Home Office.',
    'Swans and geese - FOI 2021-64\n\nThank you for your request. Twelve.',
    'Swan Lake College\n\nThank you for your request about swans. The Council holds twelve.',
    'Thank you for your request. I can confirm that Council does hold twelve.',
    'Thank you for your request. Kent County Council announced the count of swans.',
    'Lewisham\n\nThank you for your request. Twelve swans.',
    'Bedford\n\nThank you for your request. The Council holds twelve.',
    'Lewisham\n\nThank you for your request. The Council holds twelve. Swans were moved to Kent County Council.',
  ])('names nobody for %s', (text) => {
    expect(nameOf(text)).toBeNull()
  })

  it('names nobody where two have an equal claim, and gives both as candidates', () => {
    const { found, candidates } = authorityOf(
      'Thank you for your request.\n\nTen.\n\nKind regards\n\nfoi@adur-worthing.gov.uk',
    )
    expect(found).toBeNull()
    expect(candidates.toSorted()).toEqual(['adur', 'worthing'])
  })

  it('gives a decision notice to the regulator and not to the body complained of', () => {
    const notice =
      'Decision notice\n\nPublic Authority: Leicester City Council\n\nThe complainant asked for swans. The Information Commissioner orders no steps.'
    expect(nameOf(notice)).toBe("Information Commissioner's Office")
    expect(
      nameOf(
        'Thank you for your request.\n\nA decision notice upheld the complainant. Ten.\n\nKind regards\nLeicester City Council',
      ),
    ).toBe('Leicester City Council')
  })

  it('knows a bilingual letterhead, and a body that prints its name above and is on no list', () => {
    const letter = (head: string) => `${head}\n\nDear Requester\n\nThank you for your request.\n\nTen.`
    expect(nameOf(letter('Cyngor Sir Ceredigion County Council'))).toBe('Ceredigion County Council')
    expect(nameOf(letter('Swan Lake Parish Council'))).toBe('Swan Lake Parish Council')
  })

  it('takes a body that is on no list at its own word', () => {
    expect(
      authorityOf(
        'Dear Requester\n\nThank you for your request.\n\nTen.\n\nYours sincerely\n\nCompany Secretary, Swan Lake Holdings Limited',
      ).found,
    ).toMatchObject({ id: null, name: 'Swan Lake Holdings Limited', rule: 'authority/self-named' })
  })

  it('believes a sidecar, by name or id, and says that it was told so', () => {
    expect(authorityOf('Ten.', { ...unknownSource, authority: 'leicester' }).found).toMatchObject({
      id: 'leicester',
      evidence: [{ from: 'sidecar', field: 'authority', quote: 'leicester' }],
    })
    expect(nameOf('Ten.', { ...unknownSource, authority: 'Leicester City Council' })).toBe('Leicester City Council')
  })

  it('believes a sidecar, and says so where the letter speaks for another', () => {
    const letter =
      'Leicester City Council\nCity Hall\n\nDear Requester\n\nThank you for your request.\n\nTen.\n\nYours sincerely\n\nLeicester City Council'
    const told = authorityOf(letter, { ...unknownSource, authority: 'Derby City Council' })
    expect(told).toMatchObject({ found: { id: 'derby' }, instead: { id: 'leicester' } })
    expect(authorityOf(letter, { ...unknownSource, authority: 'Leicester' }).instead).toBeNull()
    expect(authorityOf('Ten.', { ...unknownSource, authority: 'Leicester' }).instead).toBeNull()
  })

  it('hears a folder’s or file’s name where the letter is silent', () => {
    expect(
      authorityOf('Ten.', { ...unknownSource, path: 'replies/Leicester City Council/2019.pdf' }).found,
    ).toMatchObject({
      id: 'leicester',
      rule: 'authority/path',
      evidence: [{ from: 'path', field: 'authority', quote: 'Leicester City Council' }],
    })
    expect(nameOf('Ten.', { ...unknownSource, path: 'replies/leicester-city-council-foi-123.pdf' })).toBe(
      'Leicester City Council',
    )
    expect(nameOf('Ten.', { ...unknownSource, path: 'replies/data/final.pdf' })).toBeNull()
  })

  it('tells what speaks for and against whom it found', () => {
    const signs = (text: string, source?: Source) => authorityOf(text, source).found?.signs
    const body = 'Dear Requester\n\nThank you for your request.\n\nTen.'
    expect(signs(`Leicester City Council\nCity Hall\n\n${body}\n\nKind regards\n\nfoi@leicester.gov.uk`)).toEqual([
      'told:amply',
      'several-ways',
      'named-in-full',
      'rival:none',
    ])
    expect(signs(`${body}\n\nKind regards\n\nfoi@leicester.gov.uk`)).toEqual([
      'told:well',
      'one-way',
      'not-named-in-full',
      'rival:none',
    ])
    expect(signs('Thank you for your request.\n\nOfcom has completed its search. Twelve.')).toContain('told:little')
  })

  it('doubts a letter that is filed under the full name of another body, and none in the folder of its county', () => {
    const letter = 'Ashford Borough Council\nCivic Centre\n\nDear Requester\n\nThank you for your request.\n\nTen.'
    const filed = (path: string) => authorityOf(letter, { ...unknownSource, path }).found
    expect(filed('replies/Leicester City Council/1.txt')).toMatchObject({ id: 'ashford' })
    expect(filed('replies/Leicester City Council/1.txt')?.signs).toContain('filed-under-another')
    for (const path of ['replies/Kent/1.txt', 'Leicester City Council/2019/1.txt', 'Ashford Borough Council/1.txt'])
      expect(filed(path)?.signs).not.toContain('filed-under-another')
  })

  it('takes an address of the ministry’s for the ministry’s, and not for that of its police', () => {
    const letter = 'Dear Requester\n\nThank you for your request.\n\nTen.\n\nKind regards\n\nfoi@mod.gov.uk'
    expect(nameOf(letter)).toBe('Ministry of Defence')
  })

  it('knows the authorities of one’s own list', () => {
    const own = registerWith('id,official_name\nnether-wallop,Nether Wallop Council (invented)\n')
    const letter = letterFrom(
      'Dear Requester\n\nThank you for your request.\n\nTen.\n\nYours sincerely\n\nNether Wallop Council (invented)',
    )
    expect(readAuthority(letter, partition(letter), own, unknownSource).found).toMatchObject({ id: 'nether-wallop' })
  })

  it('proves what it found with the letter’s own words', () => {
    const text = 'Thank you for your request.\n\nTen.\n\nKind regards\n\nLeicester City Council\nfoi@leicester.gov.uk'
    const quotes = authorityOf(text).found?.evidence.map((each) =>
      'from' in each ? each.quote : text.slice(each.start, each.end),
    )
    expect(quotes).toEqual(['Leicester City Council', 'foi@leicester.gov.uk'])
  })

  it.for([
    ['Leicester City ', 70_000],
    ['foi@a.b.c.', 100_000],
    ['London Borough of ', 60_000],
    ['and the Council does not hold ', 35_000],
  ] as const)('reads a megabyte of "%s" in time that grows with its length only', ([piece, times]) => {
    const letter = letterFrom(piece.repeat(times))
    const parts = partition(letter)
    const began = process.threadCpuUsage().user
    readAuthority(letter, parts, register(), unknownSource)
    expect((process.threadCpuUsage().user - began) / 1000).toBeLessThan(5000)
  })
})
