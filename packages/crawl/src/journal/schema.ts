/** Raise it when the tables change: an older journal is then refused with a sentence. */
export const journalVersion = 1

/** "disc" and a "j": so that no other SQLite file is taken for a journal. */
export const journalId = 0x6469736a

/** Times are milliseconds since 1970, days are never stored as text. */
export const journalSql = `
CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  started INTEGER NOT NULL,
  ended INTEGER,
  -- done · stopped
  reason TEXT,
  version TEXT NOT NULL,
  sources TEXT NOT NULL
);
CREATE TABLE host (
  -- scheme, host and port, for robots.txt is theirs alone: https://www.amblethorpe.example
  origin TEXT PRIMARY KEY,
  robots BLOB,
  robots_status INTEGER,
  robots_at INTEGER,
  -- since when it could not be had
  unreachable_since INTEGER
) WITHOUT ROWID;
CREATE TABLE pace (
  host TEXT PRIMARY KEY,
  next_at INTEGER NOT NULL,
  backoff_until INTEGER NOT NULL,
  -- errors in a row
  failures INTEGER NOT NULL DEFAULT 0,
  -- the run for which nothing more is asked of it, and why
  stopped_in INTEGER,
  stopped_as TEXT,
  why TEXT
) WITHOUT ROWID;
CREATE TABLE source (
  id TEXT PRIMARY KEY,
  -- counted from 1: each walk through its lists
  visit INTEGER NOT NULL DEFAULT 0,
  -- walking · complete · cut
  visit_state TEXT,
  visit_began INTEGER,
  visit_ended INTEGER,
  -- why the lists could not be walked to their end
  trouble TEXT,
  -- items that the last complete walk found, and that the list said there are
  found INTEGER,
  total INTEGER,
  interval INTEGER,
  next_visit INTEGER,
  last_run INTEGER
) WITHOUT ROWID;
CREATE TABLE url (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  url TEXT NOT NULL,
  host TEXT NOT NULL,
  role TEXT NOT NULL,
  accept TEXT NOT NULL,
  -- what is fetched first: lists, then what belongs to an item that was begun, then the next item
  rank INTEGER NOT NULL,
  depth INTEGER NOT NULL DEFAULT 0,
  -- list pages in a row, up to this one, that named no new item
  barren INTEGER NOT NULL DEFAULT 0,
  -- the page that named it; null where the source itself did
  found_on TEXT,
  -- pending · leased · done · missing · gone · skipped_robots · skipped_scope · blocked · failed · quarantined
  state TEXT NOT NULL,
  why TEXT,
  attempts INTEGER NOT NULL DEFAULT 0,
  not_before INTEGER NOT NULL DEFAULT 0,
  -- of a list: the walk that it was last asked for in
  visit INTEGER,
  -- until then it is not asked for again
  fresh_until INTEGER,
  missing_since INTEGER,
  quarantines INTEGER NOT NULL DEFAULT 0,
  etag TEXT,
  last_modified TEXT,
  sha256 TEXT,
  final_url TEXT,
  status INTEGER,
  media_type TEXT,
  kind TEXT,
  extension TEXT,
  headers TEXT,
  retrieved INTEGER,
  UNIQUE (source, key)
);
CREATE INDEX url_due ON url (host, rank, id) WHERE state = 'pending';
CREATE INDEX url_open ON url (source, role) WHERE state IN ('pending', 'leased');
CREATE INDEX url_revived ON url (source, not_before) WHERE state IN ('failed', 'quarantined', 'missing', 'blocked', 'skipped_robots', 'skipped_scope');
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  url INTEGER NOT NULL,
  source TEXT NOT NULL,
  host TEXT NOT NULL,
  at INTEGER NOT NULL,
  ms INTEGER NOT NULL,
  -- requests that it took, redirects counted
  requests INTEGER NOT NULL,
  status INTEGER,
  address TEXT,
  chain TEXT NOT NULL,
  headers TEXT,
  wire_bytes INTEGER NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT,
  kind TEXT,
  declared TEXT,
  outcome TEXT NOT NULL,
  why TEXT,
  -- the rule of robots.txt that touched it
  robots TEXT,
  delay INTEGER NOT NULL
);
CREATE INDEX attempt_run ON attempt (run);
CREATE TABLE item (
  source TEXT NOT NULL,
  key TEXT NOT NULL,
  -- page · parts · files · settled
  phase TEXT NOT NULL,
  -- as its list shows it
  listed TEXT NOT NULL,
  listed_digest TEXT NOT NULL,
  page INTEGER,
  record TEXT,
  words TEXT,
  adapter INTEGER,
  version INTEGER NOT NULL DEFAULT 0,
  fingerprint TEXT,
  -- live · gone
  status TEXT NOT NULL DEFAULT 'live',
  first_seen INTEGER NOT NULL,
  last_seen INTEGER NOT NULL,
  changed INTEGER,
  gone_since INTEGER,
  visit INTEGER NOT NULL,
  -- 1: what it holds is to be laid out for reading · 2: it is, and no dataset has it yet · 0
  unread INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (source, key)
) WITHOUT ROWID;
CREATE INDEX item_open ON item (source, key) WHERE phase <> 'settled';
CREATE INDEX item_unread ON item (unread, source, key) WHERE unread > 0;
CREATE INDEX item_visit ON item (source, visit);
CREATE TABLE item_url (
  source TEXT NOT NULL,
  item TEXT NOT NULL,
  url INTEGER NOT NULL,
  name TEXT,
  position INTEGER NOT NULL,
  -- 0 where the item names it no more
  is_named INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (source, item, url)
) WITHOUT ROWID;
CREATE INDEX item_of_url ON item_url (url);
CREATE TABLE item_version (
  source TEXT NOT NULL,
  item TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  files TEXT NOT NULL,
  record TEXT NOT NULL,
  PRIMARY KEY (source, item, version)
) WITHOUT ROWID;
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  run INTEGER NOT NULL,
  at INTEGER NOT NULL,
  source TEXT NOT NULL,
  item TEXT,
  -- new · changed · gone · back · alarm · blocked · quarantined · failed · skipped · deferred
  kind TEXT NOT NULL,
  title TEXT,
  url TEXT,
  words TEXT NOT NULL
);
CREATE INDEX event_run ON event (run, kind, source, item);
`
