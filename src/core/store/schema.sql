-- SPDX-License-Identifier: GPL-3.0-or-later
-- The database of a workbook, version 1. Sheet by sheet what src/core/model/tl-layout.c describes, in that order;
-- a test keeps the two together. Days are ISO text, words are those of the fixed lists, ids are 16 bytes, and a text
-- that is missing is null, never empty. A document whose tables aren't exactly these isn't opened.

PRAGMA application_id = 1414024270; -- THLN
PRAGMA user_version = 1;

-- The workbook itself: its one row is the document's id, and its keys are settings.

CREATE TABLE workbook (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16)
) STRICT;

CREATE TABLE setting (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  key TEXT NOT NULL CHECK (key <> ''),
  value TEXT CHECK (value <> '')
) STRICT;

-- The sheets.

CREATE TABLE place (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('provider', 'location', 'team', 'shift', 'staff group')),
  parent BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  from_date TEXT CHECK (from_date IS date (from_date)),
  until_date TEXT CHECK (until_date IS date (until_date))
) STRICT;

CREATE TABLE person (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role <> ''),
  place BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  from_date TEXT CHECK (from_date IS date (from_date)),
  until_date TEXT CHECK (until_date IS date (until_date)),
  outside TEXT CHECK (outside IN ('no', 'yes'))
) STRICT;

CREATE TABLE forum (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  name TEXT NOT NULL CHECK (name <> ''),
  level TEXT CHECK (level IN ('service', 'provider')),
  every TEXT CHECK (every IN ('daily', 'weekly', 'fortnightly', 'monthly', 'quarterly', 'half-yearly', 'yearly')),
  pack_days INTEGER CHECK (pack_days BETWEEN 0 AND 366)
) STRICT;

CREATE TABLE risk (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  title TEXT NOT NULL CHECK (title <> ''),
  theme TEXT CHECK (theme IN ('medicines', 'safeguarding', 'care planning', 'records', 'staffing', 'complaints',
                              'incidents', 'governance', 'other')),
  origin TEXT CHECK (origin IN ('inspection', 'audit', 'complaint', 'incident', 'feedback', 'commissioner',
                                'internal')),
  origin_reference TEXT CHECK (origin_reference <> ''),
  framework TEXT CHECK (framework <> ''),
  regulations TEXT CHECK (regulations <> ''),
  baseline_issue TEXT CHECK (baseline_issue <> ''),
  root_cause TEXT CHECK (root_cause <> ''),
  immediate_control TEXT CHECK (immediate_control <> ''),
  corrective_action TEXT CHECK (corrective_action <> ''),
  intended_outcome TEXT CHECK (intended_outcome <> ''),
  likelihood INTEGER CHECK (likelihood BETWEEN 1 AND 5),
  impact INTEGER CHECK (impact BETWEEN 1 AND 5),
  review_every TEXT CHECK (review_every IN ('daily', 'weekly', 'fortnightly', 'monthly', 'quarterly',
                                            'half-yearly', 'yearly')),
  forum BLOB REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
  opened TEXT CHECK (opened IS date (opened)),
  why_no_voice TEXT CHECK (why_no_voice <> ''),
  regulated_activity TEXT CHECK (regulated_activity <> ''),
  resources TEXT CHECK (resources <> ''),
  resources_available TEXT CHECK (resources_available <> ''),
  effect_until_then TEXT CHECK (effect_until_then <> ''),
  checked_by_person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  checked_by_text TEXT CHECK (checked_by_text <> '')
) STRICT;

CREATE TABLE rating (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL CHECK (date IS date (date)),
  likelihood INTEGER NOT NULL CHECK (likelihood BETWEEN 1 AND 5),
  impact INTEGER NOT NULL CHECK (impact BETWEEN 1 AND 5),
  reason TEXT CHECK (reason <> ''),
  by_person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  by_text TEXT CHECK (by_text <> '')
) STRICT;

CREATE TABLE ownership (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  person BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  part TEXT NOT NULL CHECK (part IN ('accountable', 'supporting', 'claimed')),
  contribution TEXT CHECK (contribution <> ''),
  from_date TEXT NOT NULL CHECK (from_date IS date (from_date)),
  until_date TEXT CHECK (until_date IS date (until_date)),
  reason TEXT CHECK (reason <> '')
) STRICT;

CREATE TABLE measure (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL CHECK (title <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('proportion', 'count', 'value')),
  unit TEXT CHECK (unit <> ''),
  direction TEXT NOT NULL CHECK (direction IN ('at least', 'at most', 'reduce by')),
  target REAL CHECK (abs (target) < 1e300),
  target_date TEXT CHECK (target_date IS date (target_date)),
  baseline REAL CHECK (abs (baseline) < 1e300),
  baseline_numerator REAL CHECK (abs (baseline_numerator) < 1e300),
  baseline_denominator REAL CHECK (abs (baseline_denominator) < 1e300),
  baseline_date TEXT CHECK (baseline_date IS date (baseline_date)),
  period TEXT NOT NULL CHECK (period IN ('weekly', 'fortnightly', 'monthly', 'quarterly')),
  hold_for INTEGER CHECK (hold_for BETWEEN 1 AND 520),
  role TEXT CHECK (role IN ('primary', 'recurrence', 'supporting')),
  source TEXT CHECK (source IN ('care record', 'medicines record', 'rota', 'observation',
                                'observation of people''s experience', 'competency check', 'supervision',
                                'scenario check', 'incident', 'concern log', 'complaint', 'compliment',
                                'feedback from people', 'feedback from relatives', 'feedback from staff', 'audit',
                                'minutes', 'action tracker', 'report', 'policy', 'training record',
                                'partner feedback')),
  largest_gap REAL CHECK (abs (largest_gap) < 1e300),
  defined TEXT CHECK (defined IS date (defined))
) STRICT;

CREATE TABLE reading (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  measure BLOB NOT NULL REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL CHECK (date IS date (date)),
  place BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  shift BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  staff_group BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  numerator REAL CHECK (abs (numerator) < 1e300),
  denominator REAL CHECK (abs (denominator) < 1e300),
  value REAL CHECK (abs (value) < 1e300),
  evidence BLOB REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE step_change (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  measure BLOB NOT NULL REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL CHECK (date IS date (date)),
  reason TEXT NOT NULL CHECK (reason <> ''),
  by_person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  by_text TEXT CHECK (by_text <> '')
) STRICT;

CREATE TABLE action (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  title TEXT NOT NULL CHECK (title <> ''),
  person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  place BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  expected_result TEXT CHECK (expected_result <> ''),
  recorded_in TEXT CHECK (recorded_in <> ''),
  agreed_at TEXT CHECK (agreed_at <> ''),
  agreed TEXT CHECK (agreed IS date (agreed)),
  due TEXT CHECK (due IS date (due)),
  done TEXT CHECK (done IS date (done)),
  purpose TEXT CHECK (purpose IN ('corrective', 'support', 'control'))
) STRICT;

CREATE TABLE action_event (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  action BLOB NOT NULL REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL CHECK (date IS date (date)),
  what TEXT NOT NULL CHECK (what IN ('moved', 'done', 'reopened', 'ended', 'merged')),
  from_date TEXT CHECK (from_date IS date (from_date)),
  to_date TEXT CHECK (to_date IS date (to_date)),
  reason TEXT CHECK (reason <> ''),
  other_action BLOB REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE evidence (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  date TEXT NOT NULL CHECK (date IS date (date)),
  source TEXT NOT NULL CHECK (source IN ('care record', 'medicines record', 'rota', 'observation',
                                         'observation of people''s experience', 'competency check', 'supervision',
                                         'scenario check', 'incident', 'concern log', 'complaint', 'compliment',
                                         'feedback from people', 'feedback from relatives', 'feedback from staff',
                                         'audit', 'minutes', 'action tracker', 'report', 'policy',
                                         'training record', 'partner feedback')),
  finding TEXT NOT NULL CHECK (finding <> ''),
  extract TEXT CHECK (extract <> ''),
  kind TEXT CHECK (kind IN ('activity', 'outcome')),
  why_this_kind TEXT CHECK (why_this_kind <> ''),
  verdict TEXT CHECK (verdict IN ('supports', 'mixed', 'contradicts')),
  place BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  shift BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  staff_group BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  recorded_in TEXT CHECK (recorded_in <> ''),
  by_person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  by_text TEXT CHECK (by_text <> ''),
  entered TEXT CHECK (entered IS date (entered))
) STRICT;

CREATE TABLE expected_evidence (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL CHECK (source IN ('care record', 'medicines record', 'rota', 'observation',
                                         'observation of people''s experience', 'competency check', 'supervision',
                                         'scenario check', 'incident', 'concern log', 'complaint', 'compliment',
                                         'feedback from people', 'feedback from relatives', 'feedback from staff',
                                         'audit', 'minutes', 'action tracker', 'report', 'policy',
                                         'training record', 'partner feedback')),
  every TEXT NOT NULL CHECK (every IN ('daily', 'weekly', 'fortnightly', 'monthly', 'quarterly', 'half-yearly',
                                       'yearly')),
  person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  recorded_in TEXT CHECK (recorded_in <> ''),
  from_date TEXT CHECK (from_date IS date (from_date)),
  until_date TEXT CHECK (until_date IS date (until_date)),
  continues_after_closing TEXT CHECK (continues_after_closing IN ('no', 'yes'))
) STRICT;

CREATE TABLE review (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  date TEXT NOT NULL CHECK (date IS date (date)),
  forum BLOB NOT NULL REFERENCES forum (id) DEFERRABLE INITIALLY DEFERRED,
  level TEXT CHECK (level IN ('service', 'provider')),
  chair_person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  chair_text TEXT CHECK (chair_text <> ''),
  notes TEXT CHECK (notes <> ''),
  finished TEXT CHECK (finished IS date (finished))
) STRICT;

CREATE TABLE agenda_item (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  review BLOB NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER CHECK (position BETWEEN 1 AND 1000)
) STRICT;

CREATE TABLE pack_item (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  review BLOB NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
  source TEXT NOT NULL CHECK (source IN ('care record', 'medicines record', 'rota', 'observation',
                                         'observation of people''s experience', 'competency check', 'supervision',
                                         'scenario check', 'incident', 'concern log', 'complaint', 'compliment',
                                         'feedback from people', 'feedback from relatives', 'feedback from staff',
                                         'audit', 'minutes', 'action tracker', 'report', 'policy',
                                         'training record', 'partner feedback')),
  person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  arrived TEXT CHECK (arrived IS date (arrived))
) STRICT;

CREATE TABLE looked_at (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  review BLOB NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  progress TEXT CHECK (progress <> ''),
  barrier TEXT CHECK (barrier <> ''),
  revised_control TEXT CHECK (revised_control <> ''),
  evidence_seen TEXT CHECK (evidence_seen <> '')
) STRICT;

CREATE TABLE challenge (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  review BLOB NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  question TEXT NOT NULL CHECK (question <> ''),
  by_person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  by_text TEXT CHECK (by_text <> ''),
  due TEXT CHECK (due IS date (due)),
  answer TEXT CHECK (answer <> ''),
  answered TEXT CHECK (answered IS date (answered)),
  satisfied TEXT CHECK (satisfied IN ('no', 'yes')),
  satisfied_on TEXT CHECK (satisfied_on IS date (satisfied_on))
) STRICT;

CREATE TABLE decision (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  review BLOB NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  decision TEXT NOT NULL CHECK (decision IN ('continue', 'change', 'escalate', 'reduce oversight', 'close',
                                             'reopen', 'merge', 'supersede', 'no longer applies', 'accept risk')),
  reason TEXT CHECK (reason <> ''),
  by_person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  by_text TEXT CHECK (by_text <> ''),
  place BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  other_risk BLOB REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  review_every TEXT CHECK (review_every IN ('daily', 'weekly', 'fortnightly', 'monthly', 'quarterly',
                                            'half-yearly', 'yearly')),
  until_date TEXT CHECK (until_date IS date (until_date))
) STRICT;

CREATE TABLE warning_sign (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  sign TEXT NOT NULL CHECK (sign <> ''),
  times INTEGER CHECK (times BETWEEN 1 AND 1000),
  within_days INTEGER CHECK (within_days BETWEEN 1 AND 3660),
  response TEXT CHECK (response <> '')
) STRICT;

CREATE TABLE observed_sign (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  sign BLOB NOT NULL REFERENCES warning_sign (id) DEFERRABLE INITIALLY DEFERRED,
  date TEXT NOT NULL CHECK (date IS date (date)),
  place BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  note TEXT CHECK (note <> ''),
  by_person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  by_text TEXT CHECK (by_text <> '')
) STRICT;

CREATE TABLE cause (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  place BLOB NOT NULL REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  cause TEXT NOT NULL CHECK (cause IN ('leadership', 'staffing mix', 'agency use', 'handover', 'supervision',
                                       'local interpretation', 'systems', 'confidence', 'other')),
  detail TEXT CHECK (detail <> ''),
  date TEXT CHECK (date IS date (date)),
  by_person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  by_text TEXT CHECK (by_text <> '')
) STRICT;

CREATE TABLE learning (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  date TEXT NOT NULL CHECK (date IS date (date)),
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  from_place BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;

CREATE TABLE learning_reach (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  learning BLOB NOT NULL REFERENCES learning (id) DEFERRABLE INITIALLY DEFERRED,
  place BLOB NOT NULL REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  taken_up TEXT CHECK (taken_up IS date (taken_up))
) STRICT;

CREATE TABLE link (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  linked_risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT CHECK (reason <> '')
) STRICT;

CREATE TABLE answered_finding (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  check_id TEXT NOT NULL CHECK (check_id <> ''),
  risk BLOB REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  subject TEXT CHECK (subject <> ''),
  other_subject TEXT CHECK (other_subject <> ''),
  place BLOB REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED,
  until_date TEXT NOT NULL CHECK (until_date IS date (until_date)),
  reason TEXT NOT NULL CHECK (reason <> ''),
  by_person BLOB REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED,
  by_text TEXT CHECK (by_text <> ''),
  date TEXT CHECK (date IS date (date))
) STRICT;

CREATE TABLE answer (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  subject TEXT CHECK (subject <> ''),
  link TEXT CHECK (link IN ('Found', 'Owned', 'Defined', 'Acted', 'Evidenced', 'Improved', 'Even', 'Sustained')),
  state TEXT NOT NULL CHECK (state IN ('sound', 'weak', 'missing', 'contradictory')),
  why TEXT NOT NULL CHECK (why <> ''),
  evidence TEXT CHECK (evidence <> ''),
  check_id TEXT CHECK (check_id <> '')
) STRICT;

CREATE TABLE risk_place (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED,
  place BLOB NOT NULL REFERENCES place (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_risk (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  evidence BLOB NOT NULL REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,
  risk BLOB NOT NULL REFERENCES risk (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_action (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  evidence BLOB NOT NULL REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,
  action BLOB NOT NULL REFERENCES action (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence_measure (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  evidence BLOB NOT NULL REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,
  measure BLOB NOT NULL REFERENCES measure (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

CREATE TABLE review_person (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  review BLOB NOT NULL REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
  person BLOB NOT NULL REFERENCES person (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;

-- Files that belong to evidence, and the minutes of a review as they were frozen, by the SHA-256 of their content.

CREATE TABLE blob (
  hash BLOB NOT NULL PRIMARY KEY CHECK (length (hash) = 32),
  content BLOB NOT NULL
) STRICT;

CREATE TABLE attachment (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  ref TEXT CHECK (ref <> ''),
  occurrence INTEGER CHECK (occurrence >= 0),
  evidence BLOB REFERENCES evidence (id) DEFERRABLE INITIALLY DEFERRED,
  review BLOB REFERENCES review (id) DEFERRABLE INITIALLY DEFERRED,
  name TEXT NOT NULL CHECK (name <> ''),
  media_type TEXT CHECK (media_type <> ''),
  content BLOB NOT NULL REFERENCES blob (hash) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- The history. A change's id is made from its other columns and its parents; body is compressed, digest is of the salt
-- and the body as they were when the change was made, also where something was erased since. The head is the change with the latest time: each is later than
-- its parents, and one without a child is alone.

CREATE TABLE actor (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 16),
  name TEXT CHECK (name <> '')
) STRICT;

CREATE TABLE change (
  id BLOB NOT NULL PRIMARY KEY CHECK (length (id) = 32),
  time INTEGER NOT NULL,
  actor BLOB REFERENCES actor (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind <> ''),
  version INTEGER NOT NULL CHECK (version > 0),
  salt BLOB CHECK (length (salt) IN (16, 32)),
  digest BLOB NOT NULL CHECK (length (digest) = 32),
  body BLOB NOT NULL
) STRICT;

CREATE TABLE change_parent (
  change BLOB NOT NULL REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED,
  parent BLOB NOT NULL REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (change, parent)
) STRICT, WITHOUT ROWID;

-- Which risks a change touches, so that a risk's history needs no reading of bodies.

CREATE TABLE change_risk (
  risk BLOB NOT NULL CHECK (length (risk) = 16),
  change BLOB NOT NULL REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (risk, change)
) STRICT, WITHOUT ROWID;

-- Rows that have left their table, and the change that took them out, so that bringing one back is known as such.

CREATE TABLE removed_row (
  table_name TEXT NOT NULL,
  row BLOB NOT NULL CHECK (length (row) = 16),
  change BLOB NOT NULL REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (table_name, row)
) STRICT, WITHOUT ROWID;

-- Changes from which something was erased for good, the erasure that did it last, and the digest of the salt and the
-- body as they are since. The erasure's own body says the same.

CREATE TABLE erased_change (
  change BLOB NOT NULL PRIMARY KEY REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED,
  erasure BLOB NOT NULL REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED,
  digest BLOB NOT NULL CHECK (length (digest) = 32)
) STRICT, WITHOUT ROWID;

-- Fields that two sides set differently before a merge, neither knowing of the other, and by which changes.

CREATE TABLE conflict (
  merge BLOB NOT NULL REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT NOT NULL,
  row BLOB NOT NULL CHECK (length (row) = 16),
  column_name TEXT NOT NULL,
  first BLOB NOT NULL REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED,
  second BLOB NOT NULL REFERENCES change (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (merge, table_name, row, column_name)
) STRICT, WITHOUT ROWID;

-- Refs are looked up, and so are the rows that point to a row, or removing it would read every table.

CREATE INDEX place_ref ON place (ref) WHERE ref IS NOT NULL;
CREATE INDEX person_ref ON person (ref) WHERE ref IS NOT NULL;
CREATE INDEX forum_ref ON forum (ref) WHERE ref IS NOT NULL;
CREATE INDEX risk_ref ON risk (ref) WHERE ref IS NOT NULL;
CREATE INDEX rating_ref ON rating (ref) WHERE ref IS NOT NULL;
CREATE INDEX rating_risk ON rating (risk);
CREATE INDEX ownership_ref ON ownership (ref) WHERE ref IS NOT NULL;
CREATE INDEX ownership_risk ON ownership (risk);
CREATE INDEX ownership_person ON ownership (person);
CREATE INDEX measure_ref ON measure (ref) WHERE ref IS NOT NULL;
CREATE INDEX measure_risk ON measure (risk);
CREATE INDEX reading_ref ON reading (ref) WHERE ref IS NOT NULL;
CREATE INDEX reading_evidence ON reading (evidence) WHERE evidence IS NOT NULL;
CREATE INDEX reading_measure ON reading (measure, date);
CREATE INDEX step_change_ref ON step_change (ref) WHERE ref IS NOT NULL;
CREATE INDEX step_change_measure ON step_change (measure);
CREATE INDEX action_ref ON action (ref) WHERE ref IS NOT NULL;
CREATE INDEX action_risk ON action (risk);
CREATE INDEX action_person ON action (person) WHERE person IS NOT NULL;
CREATE INDEX action_event_ref ON action_event (ref) WHERE ref IS NOT NULL;
CREATE INDEX action_event_action ON action_event (action);
CREATE INDEX action_event_other_action ON action_event (other_action) WHERE other_action IS NOT NULL;
CREATE INDEX evidence_ref ON evidence (ref) WHERE ref IS NOT NULL;
CREATE INDEX evidence_date ON evidence (date);
CREATE INDEX expected_evidence_ref ON expected_evidence (ref) WHERE ref IS NOT NULL;
CREATE INDEX expected_evidence_risk ON expected_evidence (risk);
CREATE INDEX review_ref ON review (ref) WHERE ref IS NOT NULL;
CREATE INDEX review_forum ON review (forum);
CREATE INDEX agenda_item_ref ON agenda_item (ref) WHERE ref IS NOT NULL;
CREATE INDEX agenda_item_review ON agenda_item (review);
CREATE INDEX agenda_item_risk ON agenda_item (risk);
CREATE INDEX pack_item_ref ON pack_item (ref) WHERE ref IS NOT NULL;
CREATE INDEX pack_item_review ON pack_item (review);
CREATE INDEX looked_at_ref ON looked_at (ref) WHERE ref IS NOT NULL;
CREATE INDEX looked_at_review ON looked_at (review);
CREATE INDEX looked_at_risk ON looked_at (risk);
CREATE INDEX challenge_ref ON challenge (ref) WHERE ref IS NOT NULL;
CREATE INDEX challenge_review ON challenge (review);
CREATE INDEX challenge_risk ON challenge (risk);
CREATE INDEX decision_ref ON decision (ref) WHERE ref IS NOT NULL;
CREATE INDEX decision_review ON decision (review);
CREATE INDEX decision_risk ON decision (risk);
CREATE INDEX decision_other_risk ON decision (other_risk) WHERE other_risk IS NOT NULL;
CREATE INDEX warning_sign_ref ON warning_sign (ref) WHERE ref IS NOT NULL;
CREATE INDEX warning_sign_risk ON warning_sign (risk);
CREATE INDEX observed_sign_ref ON observed_sign (ref) WHERE ref IS NOT NULL;
CREATE INDEX observed_sign_sign ON observed_sign (sign);
CREATE INDEX cause_ref ON cause (ref) WHERE ref IS NOT NULL;
CREATE INDEX cause_risk ON cause (risk);
CREATE INDEX learning_ref ON learning (ref) WHERE ref IS NOT NULL;
CREATE INDEX learning_risk ON learning (risk);
CREATE INDEX learning_reach_ref ON learning_reach (ref) WHERE ref IS NOT NULL;
CREATE INDEX learning_reach_learning ON learning_reach (learning);
CREATE INDEX link_ref ON link (ref) WHERE ref IS NOT NULL;
CREATE INDEX link_risk ON link (risk);
CREATE INDEX link_linked_risk ON link (linked_risk);
CREATE INDEX answered_finding_ref ON answered_finding (ref) WHERE ref IS NOT NULL;
CREATE INDEX answered_finding_risk ON answered_finding (risk) WHERE risk IS NOT NULL;
CREATE INDEX answer_ref ON answer (ref) WHERE ref IS NOT NULL;
CREATE INDEX answer_risk ON answer (risk);
CREATE INDEX attachment_ref ON attachment (ref) WHERE ref IS NOT NULL;
CREATE INDEX attachment_evidence ON attachment (evidence) WHERE evidence IS NOT NULL;
CREATE INDEX attachment_review ON attachment (review) WHERE review IS NOT NULL;
CREATE INDEX attachment_content ON attachment (content);
CREATE INDEX evidence_action_evidence ON evidence_action (evidence, action);
CREATE INDEX evidence_action_action ON evidence_action (action, evidence);
CREATE INDEX evidence_measure_evidence ON evidence_measure (evidence, measure);
CREATE INDEX evidence_measure_measure ON evidence_measure (measure, evidence);
CREATE INDEX evidence_risk_evidence ON evidence_risk (evidence, risk);
CREATE INDEX evidence_risk_risk ON evidence_risk (risk, evidence);
CREATE INDEX review_person_review ON review_person (review, person);
CREATE INDEX review_person_person ON review_person (person, review);
CREATE INDEX risk_place_risk ON risk_place (risk, place);
CREATE INDEX risk_place_place ON risk_place (place, risk);
CREATE INDEX change_time ON change (time);
CREATE INDEX change_parent_parent ON change_parent (parent);
