/** Words that offices, bodies, forms and greetings are called by, and that no person is. */
const officeWords: ReadonlySet<string> = new Set(
  `access account accounts acknowledgement act address administration administrator adviser advisor affairs agency all annex answer answers
  answered any appeal appendix applicant application april are area assembly assistant assurance attached audit august authority below board
  body borough breach breaches business care case cases centre chief children city civic clerk client code college colleague colleagues
  commission commissioner commissioning committee communications community company complaints compliance constabulary contact coordinator
  corporate correspondence council councillors county customer customers data date dear decision december democratic department dept deputy
  details digital direct director directorate disclosure district division doc document education eir email emergency enquirer enquiries
  enquiry environment environmental estates every executive external faithfully fax february feedback file finance fire foi for foia forces
  foundation freedom friday from full further general gdpr good governance government group hall head health help highways hospital house
  housing human incident incidents info information integrity intelligence internal january july june kingdom law lead legal legislation
  letter library limited line local lord ltd madam maker manager management march mayor media member message metropolitan ministry monday
  monitoring morning mr mrs ms msp national network nhs none not november number october of office officer official online only operations
  order organisation our owner parish parking parliament part partnership people personal place planning plc please police policy post press
  principal privacy procurement programme project property protection public publication quality question questions records redacted
  reference regulation regulatory reply report request requester requestor requests resident residents resources response responses review
  revenues rights risk road roads royal safety saturday schedule school scottish secretary section security senior september service
  services sheet sir social society solicitor staff standards statistics strategy street subject sunday supervisor support surgery system
  systems table team technology tel telephone textphone mobile phone thank thanks the this thursday to title town trading transparency transport treasury tribunal trust tuesday
  type unit university unknown user waste website wednesday welfare with works year you your yours`.split(/\s+/),
)

/** Could these words be the name of a person? "Jane Roe" could, "Information Governance" could not. */
export function isPersonName(words: string): boolean {
  const parts = words.split(/[\s,.]+/).filter((part) => part !== '')
  const telling = parts.filter((part) => part.length > 1)
  if (telling.length === 0 || parts.length > 6) return false
  return telling.every((part) => !officeWords.has(part.toLowerCase().replace(/['’]s$/, '')))
}
