/**
 * What a group that begins with this word is: `aside` holds a story of its own, `skip` nothing that a reader sees, and
 * the others a table, a label or a link. Groups of other words go on where they stand.
 */
export type Group =
  | 'head'
  | 'foot'
  | 'note'
  | 'box'
  | 'comment'
  | 'picture'
  | 'label'
  | 'fonts'
  | 'styles'
  | 'colours'
  | 'link'
  | 'row'
  | 'field'
  | 'inside'
  | 'result'
  | 'skip'

export const groups: Readonly<Record<string, Group>> = {
  header: 'head',
  headerl: 'head',
  headerr: 'head',
  headerf: 'head',
  footer: 'foot',
  footerl: 'foot',
  footerr: 'foot',
  footerf: 'foot',
  footnote: 'note',
  shptxt: 'box',
  dptxbxtext: 'box',
  annotation: 'comment',
  pict: 'picture',
  listtext: 'label',
  pntext: 'label',
  fonttbl: 'fonts',
  stylesheet: 'styles',
  colortbl: 'colours',
  fldinst: 'link',
  field: 'field',
  nesttableprops: 'row',
  // Marked as such that older programs pass over, and full of words that are shown.
  ud: 'inside',
  shppict: 'inside',
  shpinst: 'inside',
  fldrslt: 'result',
  do: 'inside',
  result: 'inside',
  cs: 'inside',
  ...skipped(
    'aftncn aftnsep aftnsepc atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart author background bkmkend bkmkstart blipuid buptim category colorschememapping comment company creatim datafield datastore defchp defpap doccomm docvar dptxbx factoidname falt ffdeftext ffname filetbl fldtype formfield ftncn ftnsep ftnsepc g generator gridtbl hlinkbase htmltag info keycode keywords latentstyles leveltext levelnumbers lfolevel list listlevel listname listoverride listoverridetable listpicture liststylename listtable lsdlockedexcept manager mhtmltag mmathPr nextfile nonesttables nonshppict objclass objdata objname oldcprops oldpprops oldsprops oldtprops operator panose password pgptbl picprop pn pnseclvl printim private propname protend protstart protusertbl revtbl revtim rsidtbl rxe shprslt sn sp staticval subject sv svb tc template themedata title txe upr_ansi userprops wgrffmtfilter windowcaption writereservation xe xform xmlattrname xmlattrvalue xmlclose xmlname xmlnstbl xmlopen',
  ),
}

function skipped(words: string): Readonly<Record<string, Group>> {
  return Object.fromEntries(words.split(' ').map((word) => [word, 'skip' as const]))
}
