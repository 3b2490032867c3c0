/** SQL that tells whether a person's word that stands says this of the finding with that id. */
export function saidSql(id: string, how: 'checked' | 'rejected'): string {
  const kinds = how === 'checked' ? `('confirm', 'correct', 'add')` : `('reject')`
  return `EXISTS (SELECT 1 FROM judgement j JOIN correction c ON c.id = j.correction
    WHERE j.subject = ${id} AND j.state = 'stands' AND c.kind IN ${kinds})`
}
