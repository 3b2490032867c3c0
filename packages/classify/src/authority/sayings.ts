/** What letters say around a name that tells whether it is the sender's: each with the words it was written for. */

/** Somebody answers here, and does not only report about bodies. */
export const speaksForItself =
  /\b(?:your (?:\S{1,20} ){0,3}(?:request|enquiry)|you (?:asked|requested)|i can confirm|we (?:hold|do not hold|can confirm|neither)|our (?:response|ref)|information requested|internal review|freedom of information request|foi (?:request|release|ref)|request (?:foi|eir)|this information is held|duty to confirm|exempt(?:ions?)?|date (?:responded|requested)|our (?:answer|reply))\b|^[^\S\n]{0,4}(?:(?:response|reply|answer)\s?:?$|(?:date (?:of |for )?(?:(?:the|this|your|foi) )?(?:request|response|reply|received)|(?:response|answer) (?:sent|given|to question)|details of (?:enquiry|request))\b)/im

/** "… to be found on our website: https://…" */
export const ourSite =
  /\b(?:our|the (?:council|trust|force|constabulary|university|department)['’]s) (?:own )?(?:web ?site|web ?pages?|internet site|disclosure log|publication scheme|e-?mail)\b[^.?!]{0,50}$/i

/** "You may wish to contact Sussex Police, foi@…" */
export const theirAddress =
  /\b(?:contact|write to|direct(?:ed)?|redirect(?:ed)?|try|refer(?:red)?|approach|who (?:should|may|might|will) (?:be able|hold|have)|(?:be )?(?:reached|contacted|written to) (?:at|on|via|by))\b(?! (?:us|me|the (?:council|trust|force|department))\b)[^.?!]{0,100}$/i

/** "I am contacting Hastings Borough Council because", "I write to ask the midwives of Anytown NHS Trust for". */
export const asksIt =
  /(?<![a-z])(?:i am|i['’]m) (?:contacting|writing to|e[- ]?mailing|asking) (?:the )?$|(?<![a-z])i (?:am writing|write|wish|would like) to ask (?:the )?(?:(?:[A-Z]\S{0,20} ){1,6}(?:of|at) (?:the )?)?$/i

/** "the Trust became the Anytown Hospitals NHS Trust". */
export const became =
  /\b(?:the (?:trust|council|force|board|service|department|university) (?:then |has )?(?:became|is now|was renamed)|we (?:became|are now)|now known as) (?:the )?$/i

/** "Search the Anytown NHS Trust website", "Anytown NHS Trust logo", "Welcome to Anytown Council": what only its own page says. */
export const searchesSite =
  /\bsearch (?:the )?\|[^|]{0,3}web ?site\b|\|\s(?:logo|home ?page)\b|\bwelcome to (?:the )?\|/i

/** "Local authority name" over a name, "Name of trust: …": a form that the body itself has filled in. */
export const nameField =
  /^[\s*•–-]{0,4}(?:(?:local authority|council|authority|trust|organisation|force|university)(?:['’]s)? name|name of (?:the |your )?(?:local authority|council|public authority|authority|trust|nhs trust|organisation|force|university|board))\s?[:?]?\s{0,3}$/i

/** "Anytown Fire Service (the Service)", "Anytown Trust ('the Trust')": what it will call itself from here on. */
export const calledFromHere =
  /^ ?\(\s?["“'‘]?(?:the|our|hereafter|hereinafter)(?: (?:called|known as|the)){0,2} ["“'‘]?(?:service|trust|council|force|constabulary|university|board|department|agency|authority|commission|college|office|company|ministry)["”'’]?\s?\)/i

/** "Response from Anytown Council", "the Trust (Anytown NHS Trust)": who answers, and who "the Trust" is. */
export const answersAs =
  /\b(?:response|reply|answer|answered|responded to) (?:received |sent |given )?(?:from|by) (?:the )?$|\b(?:the|our) (?:service|trust|council|force|constabulary|university|board|department|agency|authority) \((?:the )?$|\b(?:response|reply|information) is (?:unique|specific)(?: and (?:unique|specific))? to (?:the )?$/i

/** "information requested from Anytown Council": whom the page says was asked. */
export const requestedFrom =
  /\b(?:request(?:ed)?|requesting|information sought|foi|questions? put) (?:from|of|to) (?:the )?$/i

/** "foi@", "freedom.information@": a mailbox that a body keeps for requests alone. */
export const requestsMailbox =
  /^(?:foia?|freedom|info(?:rmation)?[._-]?(?:request|right|gov|access|compliance)|access[._-]?to[._-]?information|data[._-]?protection|dpo)[\w.+-]{0,40}@/i

/** "I wrote to the Head of Parks, Anytown Borough Council": whom a page that prints a thread says was asked. */
export const wroteTo =
  /\b(?:i|we) (?:then )?(?:wrote|e-?mailed|sent (?:a|an|this|my|the) (?:foi )?(?:request|letter|e-?mail)) to (?:the )?(?:(?:[A-Z][A-Za-z&-]{1,20}|of|for|and|at) ){0,8}(?:[A-Z][A-Za-z&-]{1,20}(?:,| at| of) (?:the )?)?$/

/** "please write to:" over an address. */
export const writeTo =
  /\b(?:writ(?:e|ing) to|contact(?:ing)?|addressed to|sen[dt] to|review|complain\w{0,5})\b[^.?!]{0,120}:?\s[^.?!]{0,60}$/i

/** "has the Scottish Government spent", "does Lambeth Council know": the asker asks the body of itself. */
export const askedOf =
  /\b(?:(?:does|do|did|has|have|had|will|would|is|are|can|could)|ask(?:ed|s|ing)? (?:how (?:long|much|many \S{1,20}|often)|whether|if|why|when|what)) (?:the )?$/i

/** "Gateshead Council, Civic Centre, Regent Street, Gateshead NE8 1HH": a line that ends with a postcode. */
export const isAddress = /,[^.]{0,50}\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/

/** "Gateshead Council: disclosure log 2021", "Gateshead Council, FOI 118": whose table or report it is. */
export const headsTitle =
  /^\)? ?(?:[:,–]|- )|^ {1,3}\| {1,3}(?:disclosure log|freedom of information|foi|information requests?)\b/i

/** "Your request and the University of Exeter's response": whoever else is named before it. */
export const itsAnswer =
  /^['’]s? (?:response|reply|answers?)\b(?! to (?:the )?(?:consultation|report|review|committee))/i

/** "your request received by Thames Valley Police on 3 May". */
export const receivedBy =
  /\b(?:your (?:\S{1,20} ){0,4}(?:request|enquiry|e-?mail|letter)|which was|request for information),? (?:\S{1,20} ){0,6}?(?:received|logged) by (?:the )?\|/i

/** A courtesy of the first lines, in which anybody may be named: "Thank you for your request about Kent Police". */
export const isSentence =
  /^(?:thank|i |i['’]|we |further|with|in (?:response|reply|relation)|your|regarding|following|please|as |under)/i

/** "contact the Home Office", "reported to Kent Police", "guidance from …": somebody else. */
export const pointsElsewhere =
  /\b(?:contact(?:ing|ed)?|re-?direct(?:ed)?|refer(?:red)? (?:you )?(?:to)?|transfer(?:red)? to|asking|approach(?:ing)?|write to|responsib\w{3,8} (?:of|with)|passed to|report(?:ed|s)? (?:it |them |this )?to|published by|publication of|guidance (?:by|from|of|issued by)|provided (?:by|to)|commissioned by|advice (?:from|of)|inform(?:ed)?|notified|told|with|between|such as|including|e\.?g\.?|and|or|from|visit) (?:the )?$/i

/** Only who answers holds, confirms, withholds. */
export const decides =
  /^(?:['’]s)? ?(?:\([^)]{1,30}\) ?)?(?:(?:does|did|do|has|have|can|is|was|are|will|would) (?:not |also |now |therefore |neither )?(?:hold|held|confirm|consider|unable|conclud|withhold|withheld|decid|releas|disclos|relying|applying|refus|search|estimat)|(?:neither|holds?|considers?|confirms?|withholds|refuses|relies on|believes|estimates|requires you|cannot confirm|received your)\b|['’]s (?:response|reply|answer|decision|duty|handling))/i

/** Others do so too, or are said to. */
export const acts =
  /^(?:['’]s)? ?(?:\([^)]{1,30}\) ?)?(?:(?:does|did|do|has|have|can|is|was|are|will|would|takes?) (?:not |also |now |therefore )?(?:record|keep|provide|able|complete|process|receiv|accept|publish|committed|carr|the information|been|cannot|own|employ)|(?:publishes|recognises|takes|records?|does not|cannot|employs)\b|['’]s (?:records|systems|area|policy|information|staff|network))/i

/** "prosecutions referred by Kent Police", "(to which Kent Police referred": not whose letter it is. */
export const isObject = /\b(?:by|from|with|at|to|about|for|against|between|and|in|which|given|of) (?:the )?$/i

/** Whatever else a body does or has in an answer: "has responsibility for one cemetery", "rescued", "was called to". */
export const actsAnyhow =
  /^ ?(?:\([^)]{1,30}\) ?)?(?:has|have|had|is|was|were|are|does|did|do|will|would|estimates|considers|received|recommends|operates|uses|issues|issued|owns|runs|employs|spent|paid|holds)\b/i

/** "publishes figures", "has published": another's figures, as often as its own. */
export const turnsAway =
  /^ ?(?:\([^)]{1,30}\) ?)?(?:(?:has|have|is|was|will|would) (?:also |now )?(?:publish|responsib\w{1,6} (?:for (?:setting|national|the collection))|introduc|announc|ask|requir|advis|recommend|set |issu|ran |be |the lead|conduct|agreed|confirmed to)|publishes|runs? our)/i

export const actsBefore =
  /\b(?:held by|holds? by|on behalf of|held \w{3,12}ly by|response (?:of|from|by)|decision of|behalf of|employed by|work(?:ed|s|ing)? (?:for|at)|request to|writing to|asked|staff (?:of|at|for|in)|employees (?:of|at)|information that|your request to|confirm that|confirms that|recorded by|owned by|issued to|service of) (?:the )?$/i

/** «complaints received by Anytown Council»: often its own, in its own answer. */
export const receivedFrom = /\b(?:received|issued|logged) by (?:the )?$/i

export const sendsBefore =
  /\b(?:not (?:held|recorded|collected|responsible) by (?:us|the|this)|(?:we|i|council|trust|force) (?:do|does|did) not (?:hold|record|have|collect)|(?:should|can|could|please) (?:be )?(?:direct|redirect|address|contact)\w{0,3}|instead|another (?:public )?authority|neighbouring)\b[\s\S]{0,200}\b(?:by|from|to|with|that|is|and) (?:the )?$/i

export const sendsAfter =
  /^ ?(?:may|might|would|should|could) (?:be able|hold|have|also|be contacted|wish|keep)|\bwho (?:may|would|might|hold)\b|\binstead\b/i

/** "TfL Ref: …", "DWP Central Freedom of Information Team", "ABCD FOI": what stands at its own head. */
export const headsItself =
  /^(?:['’]s)? (?:(?:our )?ref(?:erence)?\b|(?:[A-Z][a-z]+ ){0,3}(?:freedom of information|FOI|information rights|disclosure) (?:team|office|unit|officer|ref|department|manager|section)\b|(?:[A-Z][a-z]+ ){0,3}freedom of$)/i

/** «searches were conducted within Anytown Police», «the following information held by the Commission, which we are able to disclose». */
export const searchedWithin =
  /\bsearch(?:es)? (?:was|were|has been|have been) (?:also )?(?:made|conducted|carried out|undertaken|completed) (?:within|at|in|by|across) (?:the )?\||\binformation held by (?:the )?\| ?,?(?:(?:that|which) )?we\b/i

/** «you asked for the following information from the Ministry». */
export const askedFrom = /\b(?:following information|information|details) from (?:the )?$/i

/** «Anytown Council Environmental Health Section has …»: it speaks of a part of itself. */
export const ownSection =
  /^ (?:[A-Z][a-z]{2,15},? (?:and |& )?){1,4}(?:Section|Team|Department|Unit|Directorate|Division)\b(?! (?:of|at))/

/** «Anytown Council looks at requests», «Anytown Trust run a scheme»: at the head of a sentence, and what it does. */
export const doesSomething =
  /^ (?:(?:also|now|currently|only|does|did|do) (?:not )?)?(?:not aware|[a-z]{2,14}(?:s|ed)|run|use|have|do|hold|work|own|employ|pay|offer|operate|provide|receive)\b(?! (?:and|or|by)\b)/

/** «The Commissioner published …»: others do so. */
export const doesElsewhere =
  /^ (?:(?:also|now) )?(?:publish\w{0,3}|collect\w{0,3}|announc\w{0,3}|ask\w{0,3}|requir\w{1,3}|advis\w{1,3}|recommend\w{0,3}|introduc\w{1,3}|process|clos\w{1,3}|stay\w{0,3}|told|said|says|his|its|this|as|us|is|was|has)\b/

/** «We routinely publish details on the Scottish Government website»: its own. */
export const publishOn = /\bwe (?:\S{1,12} ){0,2}publish\b[^.?!]{0,70} on the $/i

/** «Anytown considers that section 21 applies to this request»: nobody else decides that. */
export const decidesRequest =
  /^ (?:\([^)]{1,30}\) ?)?(?:(?:neither confirms?|(?:does|do|can) (?:not|neither) confirm)|(?:considers?|believes?|has decided|takes the view)\b[^.?!]{0,40}\b(?:s(?:ection)?\.? ?\d|exempt|request\b|regulation \d))/i

/** «recorded by one service, another service and a third»: whose figures are told, and not who tells them. */
export const isListed = /^, [A-Z][^.;\n]{3,90}\band [A-Z]/

/** «1. Name of local authority», among what was asked. */
export const asksName =
  /^[^\S\n]{0,4}(?:\d{1,2}[.)]\s{0,3})?(?:name of (?:the |your )?(?:local authority|council|authority|trust|organisation|force|university|board)|(?:council|authority|trust|organisation|force) name)\s?[?:.]?\s{0,4}$/im

/** What it does at the head of a sentence, what a part of it does, what came to it, what something cost it. */
export function tellsOfItself(before: string, after: string): boolean {
  if (receivedFrom.test(before) || ownSection.test(after)) return true
  return (
    beginsSentence.test(before) && doesSomething.test(after) && !doesElsewhere.test(after) && !turnsAway.test(after)
  )
}

const beginsSentence = /(?:^|[.:?!)\n] ?)(?:The )?$/
