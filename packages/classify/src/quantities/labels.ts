/**
 * Numbers that name a place in a text, a list or a series instead of counting: labels of list points, sections, pages, stages,
 * house numbers. Each pattern is blotted out before the rules look; where there is a group `it`, only that.
 */
const brackets = String.raw`(?:\s?\(\w{1,4}\)){1,4}`
const number = String.raw`(?:\d{1,4}(?:\.\d{1,3}){0,3}[A-Za-z]{0,2}(?:${brackets})?|\(\d{1,2}(?:\.\d{1,2})?\)(?:${brackets})?)`
const more = String.raw`(?:\s?(?:,|&|and|or|to|[-–/])\s?(?:and\s)?(?:${number}|${brackets})(?!\w)){0,8}`

export const labels: readonly RegExp[] = [
  // "1.", "1)", "(2)", "1.2)", "[1.2]", "3a)", "Q3:", at the head of a line; a table row that begins with a number has none of these signs.
  /(?<=^|\n)[^\S\n]{0,12}(?:[•*·–-][ ]?)?(?<it>\(?\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?(?:\)\.?|\.(?!\d)(?=\s|[A-Z]))|\[\d{1,2}(?:\.\d{1,2})?[a-z]?\]|\d{1,2}\.\d{1,2}(?:\.\d{1,2})?(?=[^\S\n]{1,12}(?!FTE|WTE)[A-Z(‘“])|[1-9]\.[1-9](?=[^\S\n]{1,12}\d[\d,]{0,9}[^\S\n]{0,8}(?:\n|$)))/g,
  // "1, Between 1st July …": a label with a comma, before a sentence.
  /(?<=^|\n)[ ]{0,4}(?<it>\d{1,2}),(?=[ ][A-Z][a-z])/g,
  // "3 How many …", "2 Please …": a question's number without a sign.
  /(?<=^|\n)[ ]{0,4}(?<it>\d{1,2})(?=[ ]{1,4}(?:What|How|Please|Do|Does|Did|Which|Who|When|Where|Why|Is|Are|Was|Were|Has|Have|Had|Can|Could|If|May|Of|For|In|Could)[ ])/g,
  /\bQ\d{1,2}[a-z]?\b/g,
  // "page 2 of 5"
  /\bpage\s\d{1,4}\sof\s\d{1,4}/gi,
  // The law and the letter's own parts.
  new RegExp(
    String.raw`\b(?:sections?|sub-?sections?|ss?\.|regulations?|regs?\.|articles?|arts?\.|paragraphs?|paras?\.?|schedules?|sch\.|chapters?|clauses?|recitals?|principles?|exemptions?|exceptions?|questions?|qs|repl(?:y|ies)|responses?|answers?|codes?|points?|pages?|pp?\.|appendix|appendices|annex(?:es)?|exhibits?|footnotes?|notes?|stages?|levels?|tiers?|grades?|bands?|scales?|phases?|steps?|key stages?|years?|classes|category|options?|priority|ages?|aged|forms?|volumes?|issue|sheet|worksheet|tab|table|figure|fig\.|part|item|row|column|line|number|no\.|nos\.|type|room|floor|unit|ward|zone|lot|batch|team|class|week|day|month|quarter|version|serial|registration|registered in england|company number|charity number|badge|collar)\s{1,2}(?:numbers?\s|nos?\.?\s)?(?<it>${number}${more})(?!\w|[.,]\d|\s?%)`,
    'gi',
  ),
  // "31(1)(a)", "40 (2)"
  /(?<![\w.,£])\d{1,3}[A-Z]{0,2}\s?(?:\((?:\d{1,2}[A-Z]{0,2}|[a-z]{1,4})\)){1,4}/g,
  /\b[sS]{1,2}\.?\s?\d{1,3}[A-Z]{0,2}(?![A-Za-z\d])(?:\s?\(\w{1,4}\)){0,4}/g,
  // "Request 1", "Breach 2:" as a heading; "legislation.(2) We …" as the mark of a note
  /(?<=^|\n|\s)(?:Request|Response|Answer|Query|Incident|Breach|Case|Attachment|Enclosure|Document|Part|Option|Item)[ ](?<it>\d{1,3})(?=[ ]{0,4}(?:\n|$|[:.)](?!\d)|[–-]\s))/g,
  /(?<=[.”"’;:\n][ ]?)\(\d{1,2}\)(?=\s[A-Z])/g,
  // "115 Charles Street", "Level 8 West Wing"
  /(?<![\w.,£-])\d{1,4}[A-Za-z]?(?:\s?[-–]\s?\d{1,4})?,?[ ](?:[A-Z][\w'’.-]{1,25}[ ]){1,3}(?:Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Gardens|Close|Drive|Way|Place|Square|Court|Terrace|Crescent|Hill|Park|Row|Walk|Wharf|Quay|Gate|House|Hall|Buildings?|Parade|Broadway|Green|Grove|Mews)\b/g,
  // "4 Attachments", "98K", what a web site prints around a letter
  /(?<=^|\n)[^\S\n]{0,40}\d{1,4}[ ](?:Attachments?|followers?)(?=[^\S\n]{0,40}(?:\n|$))/g,
  // Screens and servers, speeds and sizes: "15 inch", "256GB" has its letters grown on.
  /(?<![\w.,£-])\d{1,6}(?:\.\d{1,2})?\s(?:inch(?:es)?|mm|cm|km|kg|KB|GB|MB|TB|kW|kWh|mph|bit)\b/gi,
  // "Top 10", "#4", "No 10"
  /\b(?:top|the)\s(?<it>\d{1,3}|ten|five|three)(?=\s(?:reasons|most|highest|largest|biggest|causes))|\btop[ ](?<it>\d{1,3}|ten|five|three|twenty)(?![\w%]|[.,]\d)/gi,
  // "Ten times what they were"
  /(?<![\w.,£-])(?<it>\d{1,3}|two|three|four|five|six|ten|twenty)\stimes(?=\s(?:what|more|as|higher|larger|greater|bigger|the)\b)/gi,
  // "1 in 5" is a share of people, "50/50" of chances, "15 000" one number or two.
  /(?<![\w.,£-])(?:\d{1,2}|one|two|three|nine)\sin\s(?:every\s)?(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty)(?![\w,]|\.\d)/gi,
  /(?<![\w.,£-])50\/50(?![\d/])/g,
  /(?<![\w.,£-])\d{1,3}(?: \d{3}){0,3} 0\d{2}(?![\d,])/g,
  // Ages: "16 years old", "18 years of age", "over 65s"
  /(?<![\w.,£-])\d{1,3}(?:\s?(?:-|–|to)\s?\d{1,3})?\s(?:years?|months?)[ -](?:old|olds|of age)\b/gi,
  // "Sept 20 to Jan 21": months whose years are cut short.
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\s\d\d\s?(?:to|until|[-–])\s?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\s\d\d(?![\d,])/gi,
  // Amounts that are not in pounds.
  /[$€]\s?\d[\d,]{0,18}(?:\.\d{1,2})?(?:\s?(?:million|billion|bn|[mk])\b)?/gi,
  // What is never counted.
  /\b(?:twenty[- ]four|24)[ -]hours?[ ](?:a|per)[ ]day|\b(?:seven|7)[ ]days[ ](?:a|per)[ ]week/gi,
  /(?:\b(?:plus|at|including|excluding|of)\s)?\d{1,2}(?:\.\d)?%\s(?:VAT|value added tax)|\bVAT\s(?:at|of|@)\s\d{1,2}(?:\.\d)?%/gi,
]
