import { remembered } from '../remembered.ts'
import { hide } from './hide.ts'
import { year } from './written.ts'

/**
 * Numbers that count nothing and date nothing: the year in the name of an Act, references, addresses, phones, standards, products.
 * They are blotted out before any rule for periods or quantities looks.
 */
export const withoutFalseFriends: (text: string) => string = remembered((text) => {
  const linked = mayLink.test(text) ? hide(text, links) : text
  const plain = text.includes('@') ? hide(linked, addresses) : linked
  return holdsDigit.test(plain)
    ? hide(hide(hide(plain, numbers), [behindReference], isYearLike), [tokens], (words) => !isReference(words))
    : plain
})

const holdsDigit = /\d/
const mayLink = /:\/\/|www\./i

const lawName = String.raw`(?:Acts?|Regulations?|Regs|Orders?|Rules|Directives?|Bill|Measure|Convention|Charter|GDPR|DPA|FOIA|FOISA|EIRs?|EISRs?|FOI\(S\)A|RIPA|PACE|PECR|COPPA|LGA)`

/** They hide words as well as numbers: "https://council.example/march". */
const links: readonly RegExp[] = [/\b(?:https?:\/\/|www\.)[^\s<>"]{1,300}/gi]
const addresses: readonly RegExp[] = [/(?<![\w.+-])[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}/g]

const numbers: readonly RegExp[] = [
  // "Freedom of Information Act 2000", "Regulations (Northern Ireland) 2004", "the 1998 Act", "DPA (2018)", "Act 1998 and 2018"
  new RegExp(
    String.raw`\b${lawName}['’)]{0,2}(?:[ \n](?:\([A-Za-z ,&/]{1,40}\)|of|Act|\(?UK|Scotland|\n)){0,3}\s{1,3}\(?(?<it>${year})(?!\d)(?!\s?[/–-]\s?\d\d)`,
    'g',
  ),
  new RegExp(String.raw`\b(?<it>${year})\s(?:Act|Regulations|Order|Directive|Convention)\b`, 'g'),
  /\b(?:EU|EC|EEC|SI|S\.I\.|SSI|WSI|Directive|Regulation)\)?[ :]{1,3}(?:\(EU\)\s?)?(?:No\.?\s?)?(?:EU)?\d{2,4}\/\d{1,4}(?:\/E[CU])?/g,
  // "ISO 27001:2013", "ISO/IEC 27001", "BS EN 1176", "PAS 555"
  /\b(?:ISO|IEC|BS|EN|PAS|NIST|CVE|RFC|PD)(?:\/IEC|\sEN|\sISO|\/ISO|\sIEC){0,3}[ -]?(?<it>\d[\d:.-]{0,20})/g,
  // "Cyber Essentials 2022" stays; "Windows Server 2016", "Office 365", "SQL 2019", "Covid-19" do not.
  /\b(?:Windows|Microsoft|Office|Server|Exchange|SQL|SharePoint|Dynamics|Covid|COVID|iOS|iPhone|iPad|Android|Acrobat|AutoCAD|Agenda|Vision|Version|version|Licence v|v)[ -]?(?<it>\d{1,4}(?:\.\d{1,3}){0,3})(?![\d,]|\.\d)/g,
  // Post codes and PO boxes.
  /\b[A-Z]{1,2}\d[A-Z\d]?[ \n]{1,2}\d[A-Z]{2}\b/g,
  /\b(?:PO|P\.O\.)\s?Box\s?\d{1,6}/gi,
  // Phones: with an area code, with +44, or behind the word; a day may follow: "0300 047 3000 26 May 2015".
  /(?<![\w.,£/-])(?:\+44[ -]?(?:\(0\)[ -]?)?|\(?0)\d{2,4}\)?[ -]?\d{2,4}[ \n-]?\d{3,6}(?:[ -]?\d{1,4}(?! (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)))?(?!\d)/g,
  /\b(?:tel|telephone|phone|fax|mobile|ext|extension|helpline|call|text|dial)(?:\s?(?:no|number))?[.:]{0,2}\s{0,3}(?<it>\+?\(?\d[\d ()-]{2,20}\d)/gi,
  // "24/7", emergency numbers, times of day
  /(?<![\d/])24\s?[/x-]\s?7(?![\d/])/g,
  /(?<![\d.,])(?:999|101|111)(?:\s?(?:\/|or|and)\s?(?:999|101|111))(?![\d.,])/g,
  /\b(?:call(?:ing|ed|s)?|dial(?:ling)?|ring(?:ing)?|via|through|emergency)\s(?<it>999|101|111)(?![\d,])/gi,
  /(?<![\d:.])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m\b)?(?![:\d])/gi,
  /(?<![\d:.])(?:1[0-2]|0?[1-9])(?:\.[0-5]\d)?\s?[ap]\.?m\b/gi,
  // Footnote marks.
  /\[\d{1,3}\]/g,
]

/** What stands behind "our ref:", "FOI", "request number": a reference, unless it is a year ("FOI 2019/20"). */
const behindReference =
  /\b(?:ref(?:erence)?(?:\s?(?:no|number|id))?|FOIA?|ICO|EIR|RFI|SAR|(?:request|case|complaint|invoice|order|incident|crime|ticket|contract|account)\s?(?:no|number|id|ref(?:erence)?)|request(?=\s#?\d{4}))\.?\s?[:#/–-]{0,2}\s{0,3}(?<it>[A-Za-z]{0,8}[ /-]{0,2}\d[\w/.-]{2,30}(?:[ ]\d{3,8}(?!\d)){0,3})/gi

function isYearLike(words: string): boolean {
  return /^(?:19|20)\d\d(?:\s?[/–-]\s?(?:\d\d|20\d\d))?\.?$/.test(words)
}

/** Capitals, figures and signs grown together, at least three figures: "FOI-0707-1819", "905A/20", "1748_15", "IC-159669-K9T5". */
const tokens = /(?<![\w£/.-])[A-Z0-9][A-Z0-9_]{0,30}(?:[-/.][A-Z0-9_]{1,30}){0,8}(?![\w£])/g

function isReference(words: string): boolean {
  return (
    /[A-Z_]/.test(words) &&
    (words.match(/\d/g) ?? []).length >= 3 &&
    !/(?:^|[^A-Z])(?:JAN|FEB|MAR|APR|MAY|JUNE?|JULY?|AUG|SEPT?|OCT|NOV|DEC|FYE?|Q|ISO)(?:[^A-Z]|$)/.test(words) &&
    !/^\d[\d.,]{0,12}(?:M|K|BN)$/.test(words) &&
    // "18 May 2023I would like": the next sentence has grown on
    !/^(?:19|20)\d\dI$/.test(words)
  )
}
