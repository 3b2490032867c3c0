import { aberdeen } from './aberdeen.ts'
import { bareList } from './bare-list.ts'
import { camden } from './camden.ts'
import { dataGovUk } from './data-gov-uk.ts'
import { devon } from './devon.ts'
import { drupal } from './drupal.ts'
import { eastLothian } from './east-lothian.ts'
import { eileanSiar } from './eilean-siar.ts'
import { electoralCommission } from './electoral-commission.ts'
import { goss } from './goss.ts'
import { govuk } from './govuk.ts'
import { hastings } from './hastings.ts'
import { ico } from './ico.ts'
import { jadu } from './jadu.ts'
import { moderngov } from './moderngov.ts'
import { moray } from './moray.ts'
import { nationalArchives } from './national-archives.ts'
import { northDevon } from './north-devon.ts'
import { pathPerRecord } from './path-per-record.ts'
import { police } from './police.ts'
import { scottishGovernment } from './scottish-government.ts'
import { tfl } from './tfl.ts'
import { thurrock } from './thurrock.ts'
import { whatdotheyknow } from './whatdotheyknow.ts'
import { wordpress } from './wordpress.ts'

/** A ready configuration: what a kind of site, or one site, is known to look like. */
export interface SourceTemplate {
  /** What `use:` says: `hastings`. */
  readonly name: string
  readonly about: string
  /** What nobody has seen yet and the first supervised run is to look at; each a sentence. */
  readonly unsure: readonly string[]
  /** As an entry of `sources.yaml`; an entry that uses it may say everything otherwise. */
  readonly entry: Readonly<Record<string, unknown>>
}

/** Every ready configuration, families first; a new site is a file beside this one and a line here. */
export const readyMade: readonly SourceTemplate[] = [
  jadu,
  pathPerRecord,
  wordpress,
  drupal,
  goss,
  bareList,
  moderngov,
  police,
  govuk,
  dataGovUk,
  whatdotheyknow,
  camden,
  hastings,
  devon,
  thurrock,
  moray,
  northDevon,
  eileanSiar,
  aberdeen,
  eastLothian,
  scottishGovernment,
  nationalArchives,
  electoralCommission,
  tfl,
  ico,
]
