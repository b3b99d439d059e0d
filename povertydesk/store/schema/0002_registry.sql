-- Schema 1.1: people and who lives with whom on any day, life events, rounds with their forms and decisions.
-- A day "until" is the first day on which something no longer holds; a blank "from" is "since before the records".

ALTER TABLE household ADD COLUMN address_folded TEXT;
ALTER TABLE household ADD COLUMN phone TEXT;
ALTER TABLE household ADD COLUMN ethnic_group INTEGER;
ALTER TABLE household ADD COLUMN area TEXT CHECK (area IN ('rural', 'urban'));
ALTER TABLE household ADD COLUMN no_labour_capacity INTEGER CHECK (no_labour_capacity IN (0, 1));
ALTER TABLE household ADD COLUMN merit INTEGER CHECK (merit IN (0, 1));
ALTER TABLE household ADD COLUMN local_minority INTEGER CHECK (local_minority IN (0, 1));
ALTER TABLE household ADD COLUMN social_protection INTEGER CHECK (social_protection IN (0, 1));
ALTER TABLE household ADD COLUMN entered_on TEXT;
ALTER TABLE household ADD COLUMN ended_on TEXT;
CREATE INDEX household_code ON household (code);
CREATE INDEX household_present ON household (head_sort, code, village_id, head_folded, ended_on) WHERE ended_on IS NULL;

CREATE TABLE person (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    name_folded TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    birth_on TEXT,
    birth_year INTEGER,
    sex TEXT CHECK (sex IN ('male', 'female')),
    ethnic_group INTEGER,
    citizen_number TEXT,
    education TEXT,
    work TEXT,
    insurance INTEGER CHECK (insurance IN (0, 1)),
    disability INTEGER CHECK (disability IN (0, 1)),
    benefits TEXT,
    died_on TEXT
) STRICT;
CREATE INDEX person_name_folded ON person (name_folded, birth_year);
CREATE INDEX person_name_sort ON person (name_sort);
CREATE INDEX person_citizen_number ON person (citizen_number);

CREATE TABLE membership (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES person (id),
    household_id TEXT NOT NULL REFERENCES household (id),
    relation TEXT,
    from_on TEXT,
    until_on TEXT CHECK (until_on >= from_on)
) STRICT;
CREATE INDEX membership_person ON membership (person_id, until_on);
CREATE INDEX membership_household ON membership (household_id, until_on);

CREATE TABLE household_event (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    household_id TEXT NOT NULL REFERENCES household (id),
    kind TEXT NOT NULL CHECK (kind IN (
        'birth', 'death', 'move_in', 'move_out', 'move_back', 'marriage', 'split', 'merge', 'move_village',
        'change_of_head'
    )),
    happened_on TEXT NOT NULL,
    ended_on TEXT CHECK (ended_on <= happened_on),
    person_id TEXT REFERENCES person (id),
    other_household_id TEXT REFERENCES household (id),
    from_village_id TEXT REFERENCES village (id),
    to_village_id TEXT REFERENCES village (id),
    note TEXT
) STRICT;
CREATE INDEX household_event_household ON household_event (household_id, happened_on);
CREATE INDEX household_event_person ON household_event (person_id);
CREATE INDEX household_event_other_household ON household_event (other_household_id);
CREATE INDEX household_event_from_village ON household_event (from_village_id);
CREATE INDEX household_event_to_village ON household_event (to_village_id);
CREATE INDEX household_event_happened_on ON household_event (happened_on);

CREATE TABLE not_the_same (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    one_id TEXT NOT NULL REFERENCES person (id),
    other_id TEXT NOT NULL REFERENCES person (id),
    CHECK (one_id < other_id),
    UNIQUE (one_id, other_id)
) STRICT;
CREATE INDEX not_the_same_other ON not_the_same (other_id);

ALTER TABLE review_round ADD COLUMN area TEXT CHECK (area IN ('rural', 'urban'));
ALTER TABLE review_round ADD COLUMN questionnaire TEXT;

CREATE TABLE review (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    round_id TEXT NOT NULL REFERENCES review_round (id),
    household_id TEXT NOT NULL REFERENCES household (id),
    opening_status TEXT CHECK (opening_status IN ('poor', 'near_poor', 'average_living_standard', 'not_poor')),
    stage TEXT NOT NULL CHECK (stage IN ('draft', 'complete')),
    quick_result TEXT,
    b1 INTEGER,
    b2 INTEGER,
    income_per_person_vnd INTEGER CHECK (income_per_person_vnd >= 0),
    status TEXT CHECK (status IN ('poor', 'near_poor', 'average_living_standard', 'not_poor', 'unclassified')),
    declared_status TEXT CHECK (declared_status IN ('poor', 'near_poor', 'average_living_standard', 'not_poor')),
    entry_kind TEXT CHECK (entry_kind IN ('new', 'relapsed', 'old')),
    people_count INTEGER CHECK (people_count >= 0),
    reviewed_on TEXT,
    reviewer TEXT,
    note TEXT,
    UNIQUE (round_id, household_id)
) STRICT;
CREATE INDEX review_household ON review (household_id);

CREATE TABLE review_part (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    review_id TEXT NOT NULL REFERENCES review (id),
    part TEXT NOT NULL,
    answers TEXT NOT NULL,
    UNIQUE (review_id, part)
) STRICT;

CREATE TABLE household_decision (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    household_id TEXT NOT NULL REFERENCES household (id),
    round_id TEXT REFERENCES review_round (id),
    standard TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('poor', 'near_poor', 'average_living_standard', 'not_poor')),
    from_on TEXT NOT NULL,
    until_on TEXT CHECK (until_on >= from_on),
    decided_on TEXT,
    number TEXT
) STRICT;
CREATE INDEX household_decision_household ON household_decision (household_id, standard, from_on);
CREATE INDEX household_decision_round ON household_decision (round_id);

CREATE TABLE round_amendment (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    round_id TEXT NOT NULL REFERENCES review_round (id),
    household_id TEXT REFERENCES household (id),
    amended_on TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason <> '')
) STRICT;
CREATE INDEX round_amendment_round ON round_amendment (round_id);
CREATE INDEX round_amendment_household ON round_amendment (household_id);

CREATE TABLE score_table (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    questionnaire TEXT NOT NULL CHECK (questionnaire <> ''),
    title TEXT NOT NULL CHECK (title <> ''),
    standard TEXT NOT NULL,
    score_column TEXT NOT NULL CHECK (score_column IN ('NT1', 'NT2', 'NT3', 'NT4', 'NT5', 'NT6', 'TT')),
    items TEXT NOT NULL,
    points TEXT NOT NULL,
    entered_by TEXT NOT NULL CHECK (entered_by <> ''),
    entered_on TEXT NOT NULL,
    checked_by TEXT NOT NULL,
    checked_on TEXT,
    verified INTEGER NOT NULL CHECK (verified IN (0, 1)),
    UNIQUE (questionnaire, score_column)
) STRICT;

CREATE TABLE column_mapping (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    signature TEXT NOT NULL UNIQUE,
    layout TEXT NOT NULL CHECK (layout IN ('household', 'person')),
    fields TEXT NOT NULL
) STRICT;
