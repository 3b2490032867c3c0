/**
 * All white space but a single blank: in its place a blank makes of some words one line. Most words have none of it, and then there is
 * nothing to put together anew.
 */
export const widerThanBlank: RegExp = /\s{2,}|[^\S ]/g
