import { day, flag, integer, oneOf, orNull, refersTo, table, text } from '../table.ts'

export const authority = table({
  name: 'authority',
  about: 'One row for each public authority that a document names, and for those it came from, went into or lies in.',
  columns: {
    id: text('Its short name in links and files: leicester; "named-…" where the register does not know it.'),
    name: text('Its full name.'),
    short_name: text('The name people use.'),
    type: text('What it is: unitary, district, county, police_force, nhs_trust …'),
    nation: orNull(text('England, Wales, Scotland or Northern Ireland; null where unknown.')),
    region: orNull(text('The region it lies in; null where unknown.')),
    county: orNull(refersTo('authority', text('The county council above a district.'))),
    gss_code: orNull(text('Its code in official statistics.')),
    start_date: orNull(day('Its first day; null where it is older than the FOI Act.')),
    end_date: orNull(day('Its last day; null where it still exists.')),
    invented: flag('1 where it was made up for an example.'),
    known: flag('1 where it stands in the register of authorities.'),
    source: text('Where these facts come from.'),
  },
  indexes: [{ by: ['name'] }, { by: ['region'] }, { by: ['nation'] }, { by: ['type'] }],
})

export const authoritySuccession = table({
  name: 'authority_succession',
  about: 'One row for each authority that took over from another when councils were reorganised.',
  columns: {
    predecessor: refersTo('authority', text('The one that ended.')),
    successor: refersTo('authority', text('The one that took over.')),
  },
  key: ['predecessor', 'successor'],
})

export const population = table({
  name: 'population',
  about: 'One row for each authority and year: how many people live in its area, at the middle of the year.',
  columns: {
    authority: refersTo('authority', text('The authority.')),
    year: integer('The year.'),
    population: integer('Residents of all ages on 30 June.'),
    basis: oneOf(['existing', 'backcast'], 'existing; or backcast: the same area before the authority existed.'),
    source: text('Who published the figure.'),
  },
  key: ['authority', 'year'],
})
