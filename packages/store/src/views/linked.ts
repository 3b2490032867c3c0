/** SQL for the address of words: the document's, at the page or the words where its link can say so. */
export function linkSql(document: string, words: string): string {
  const isWeb = `(${document}.link LIKE 'http://%' OR ${document}.link LIKE 'https://%') AND instr(${document}.link, '#') = 0`
  return `CASE WHEN ${words}.anchor IS NULL OR (${words}.anchor LIKE ':~:%' AND NOT (${isWeb})) THEN ${document}.link
    ELSE ${document}.link || '#' || ${words}.anchor END`
}
