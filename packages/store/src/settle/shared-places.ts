import { type Dataset, groupBy, type PlaceRow } from './dataset.ts'

/** Where letters stand beside other documents: on a web page, in an e-mail or archive, in a folder. */
export interface SharedPlaces {
  /** The letters of the same published item. */
  readonly ofItem: (document: string) => readonly (readonly string[])[]
  readonly byItem: ReadonlyMap<string, readonly string[]>
  /** The letters on the same web page. */
  readonly onPage: (document: string) => readonly (readonly string[])[]
  /** The letters in the same folder, as files of their own. */
  readonly inFolder: (document: string) => readonly (readonly string[])[]
  /**
   * The letters nearest to it in the e-mail or archive that it lies in: those of the message it is attached to, else
   * those of the folder around, else those of the whole archive.
   */
  readonly inContainer: (document: string) => readonly (readonly string[])[]
  /** Letters that travelled in one e-mail, its own words among them; a message passed on with it is another e-mail. */
  readonly byMail: ReadonlyMap<string, readonly string[]>
  readonly byPage: ReadonlyMap<string, readonly string[]>
  /** Does a document stand beside another, in any of these ways? */
  readonly isBeside: (one: string, other: string) => boolean
}

export function sharedPlaces(
  { places, documents }: Pick<Dataset, 'places' | 'documents'>,
  letters: ReadonlySet<string>,
): SharedPlaces {
  const types = new Map(documents.map(({ id, media_type: type }) => [id, type]))
  const placesOf = groupBy(places, ({ document }) => document)
  const containers = new Set(places.flatMap(({ path, part }) => (part === null || path === null ? [] : [path])))
  const mails = new Set(
    places
      .filter(({ document }) => types.get(document) === 'message/rfc822')
      .flatMap((place) => stepsTo(place)[0] ?? []),
  )
  const stepsIn = (place: PlaceRow) => (containers.has(place.path ?? '') ? stepsTo(place) : [])
  const ofLetters = places.filter(({ document }) => letters.has(document))
  const byStep = documentsBy(ofLetters, stepsIn)
  const byItem = documentsBy(ofLetters, itemsOf)
  const byPage = documentsBy(ofLetters, pagesOf)
  const byFolder = documentsBy(ofLetters, foldersOf)
  const around = (id: string, find: (place: PlaceRow) => readonly string[] | undefined) =>
    (placesOf.get(id) ?? []).flatMap((place) => {
      const found = find(place)
      return found ? [found] : []
    })
  const pagesAround = (id: string) =>
    (placesOf.get(id) ?? []).flatMap((place) =>
      pagesOf(place).flatMap((page) => [byPage.get(page) ?? []].filter(({ length }) => length > 0)),
    )
  const keysOf = (id: string) =>
    (placesOf.get(id) ?? []).flatMap((place) => [
      ...itemsOf(place),
      ...pagesOf(place),
      ...foldersOf(place),
      ...stepsIn(place).slice(-1),
    ])
  return {
    ofItem: (id) => around(id, ({ item }) => (item === null ? undefined : byItem.get(item))),
    byItem,
    onPage: (id) => pagesAround(id),
    inFolder: (id) => around(id, (place) => byFolder.get(foldersOf(place)[0] ?? '')),
    inContainer: (id) => around(id, (place) => byStep.get(stepsIn(place).find((step) => byStep.has(step)) ?? '')),
    byMail: documentsBy(ofLetters, (place) =>
      stepsIn(place)
        .filter((step) => mails.has(step))
        .slice(0, 1),
    ),
    byPage,
    isBeside: (one, other) => {
      const keys = new Set(keysOf(one))
      return keysOf(other).some((key) => keys.has(key))
    },
  }
}

function documentsBy(
  places: readonly PlaceRow[],
  keys: (place: PlaceRow) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const place of places) {
    for (const key of keys(place)) {
      const group = found.get(key)
      if (group) group.push(place.document)
      else found.set(key, [place.document])
    }
  }
  return found
}

/** The place and everything around it up to its file: "all.zip/2019/reply.eml/list.xlsx", "all.zip/2019/reply.eml" … */
function stepsTo({ path, part }: PlaceRow): readonly string[] {
  if (path === null) return []
  const steps = part === null ? [] : part.split('/')
  return [...steps.keys()].map((at) => [path, ...steps.slice(0, steps.length - at)].join('\0')).concat(path)
}

function itemsOf({ item }: PlaceRow): readonly string[] {
  return item === null ? [] : [item]
}

/** Its own address, and that of the page which leads to it. Where an item is told, that says more than a page which may hold many. */
function pagesOf({ url, page, item }: PlaceRow): readonly string[] {
  return item === null ? [...new Set([url, page].filter((address) => address !== null))] : []
}

function foldersOf({ path, part }: PlaceRow): readonly string[] {
  if (path === null || part !== null) return []
  const slash = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'))
  return [`${slash < 0 ? '.' : path.slice(0, slash)}/`]
}

/** The form under which two names are one file's: no folders, one case, one kind of space. */
export function plainFileName(path: string): string {
  return path
    .slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim()
}
