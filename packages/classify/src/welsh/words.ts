/**
 * Words that run through any page of Welsh and through no page of English: its grammar, and what such letters speak of.
 * "i", "o", "a", "am", "at", "dan", "un", "as" are words of both, and tell nothing. "ar", "an", "na" are Irish and Gaelic too.
 */
const welsh = new Set(
  `y yr yn ac ag oes nid nad neu os bod fod sydd mae maent wedi gan gyda ydych ydw ydyw ydy yw chi eich ein hwn hon hyn hynny eu ei fe
  byddwn byddai bydd rydym rydych ydym ni nhw ond gael rhwng cyfer pan sut faint beth pa mewn drwy trwy dros heb wrth gyfer felly hefyd
  cafodd cawsom roedd oedd oeddent gall gallwch allwch gallwn ydynt dyma cael gwneud wneud fel ynghylch ynglŷn unrhyw pob holl nifer
  annwyl gywir dyddiad cyfeirnod cyf ymateb cwestiwn cwestiynau ateb atebion cais gais ceisiadau deddf ddeddf rhyddid ryddid gwybodaeth
  wybodaeth rheoliadau reoliadau adran eithriad esemptiad diolch ddiolch llythyr cymraeg gymraeg saesneg croesawu croesawn gohebiaeth
  isod uchod amgaeedig mlynedd flwyddyn blwyddyn calendr ariannol cyfanswm digwyddiadau ddigwyddiadau data diogelu gofnodwyd cofnodwyd
  dim ddim diwrnod gwaith oedi cysylltu cysylltwch ffôn ebost gwefan neges e-bost cyfrinachol bwriadwyd swyddog pennaeth llywodraethu
  achosion cŵyn cwyn adolygiad mewnol comisiynydd swyddfa trwy'r i'r o'r a'r gyda'r yw'r mae'r sy'n a'i i'ch o'ch a'ch`.split(
    /\s+/,
  ),
)

const english = new Set(
  `the of and to in for is that you your we our this with are be by on have has had not was were how many much please under it or from
  which any if as at but do does did can will would should may been their its an no yes date dear ref request question answer response
  information council act freedom section regards sincerely faithfully thank each year years total number none there held hold all`.split(
    /\s+/,
  ),
)

export interface Tally {
  readonly welsh: number
  readonly english: number
  /** How many unlike Welsh words: one that stands often may be a name. */
  readonly kinds: number
  readonly words: number
}

/** How many words of a stretch are of each language. */
export function tally(text: string): Tally {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-zâêîôûŵŷáéíóúàèìòùäëïöüẃýÿẁỳẅ'-]{1,30}/g) ?? []
  const ofWelsh = words.filter((word) => welsh.has(word))
  return {
    welsh: ofWelsh.length,
    english: words.filter((word) => english.has(word)).length,
    kinds: new Set(ofWelsh).size,
    words: words.length,
  }
}
