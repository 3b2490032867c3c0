import type { PartRole } from './index.ts'

/** Where the reader is while going down the lines. */
export interface State {
  role: PartRole
  /** In a letter of the asker's own, which only a sign-off, an answer or another message ends. */
  asking: boolean
  /** Has the authority spoken yet? Mail below that is quoted. */
  answered: boolean
  /** Does the sentence of the opening run on into the next line? */
  courtesy: boolean
  /** Has a request been met, or looked for in vain? */
  requestSeen: boolean
  /** Did words announce a request, or an answer? */
  announced: boolean
  /** Has somebody been greeted? Titles stand above that. */
  greeted: boolean
  /** Has an asker's own letter just ended? */
  afterAsker: boolean
  /** Is this the first line below a request's heading? An answer it is not. */
  fresh: boolean
  /** Was the question asked in full on the heading's own line? */
  whole: boolean
  /** Is a request read here that nothing announced, known only by its voice? */
  unannounced: boolean
  /** Does the list of such a request stand in one piece? Null until its first point. */
  stacked: boolean | null
  /** Does nothing say yet that what is read for the reply is the authority's? */
  doubtful: boolean
  /** The line that closes the quotation of the request; null where it is not quoted. */
  quotedTo: number | null
  /** Numbers at the head of the request's items so far. */
  numbers: string[]
}

/** Before the first line nothing is known. */
export function atTheTop(): State {
  return {
    role: 'opening',
    asking: false,
    answered: false,
    courtesy: false,
    requestSeen: false,
    announced: false,
    greeted: false,
    afterAsker: false,
    fresh: false,
    whole: false,
    unannounced: false,
    stacked: null,
    doubtful: false,
    quotedTo: null,
    numbers: [],
  }
}

/** Goes over into another part, or begins one of the same role anew. */
export function enter(state: State, role: PartRole): PartRole {
  if (role === 'reply' || role === 'rights' || role === 'closing') state.answered = true
  if (role === 'request') state.requestSeen = true
  state.fresh = role === 'request'
  state.whole = false
  state.unannounced = false
  state.doubtful = false
  state.quotedTo = null
  state.role = role
  state.courtesy = false
  return role
}
