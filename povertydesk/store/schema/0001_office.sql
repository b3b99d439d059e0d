-- Schema 1.0: the office, its villages and figures, targets, plans, rounds, households, and the history of every change.
-- No custom collation or function: sort keys and folded text are plain columns, so any SQLite program reads the file.

CREATE TABLE file_identity (
    id TEXT PRIMARY KEY CHECK (id = 'file'),
    file_id TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    program_version TEXT NOT NULL
) STRICT;

CREATE TABLE operation (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo', 'final')),
    name TEXT NOT NULL,
    named_values TEXT NOT NULL,
    at TEXT NOT NULL,
    officer TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;

CREATE TABLE operation_undone (
    operation INTEGER NOT NULL REFERENCES operation (number),
    undone INTEGER NOT NULL REFERENCES operation (number),
    PRIMARY KEY (operation, undone)
) STRICT, WITHOUT ROWID;
CREATE INDEX operation_undone_by ON operation_undone (undone);

CREATE TABLE operation_change (
    operation INTEGER NOT NULL REFERENCES operation (number),
    sequence INTEGER NOT NULL,
    record_table TEXT NOT NULL,
    record_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('insert', 'update', 'delete')),
    before TEXT,
    digest TEXT,
    PRIMARY KEY (operation, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX operation_change_record ON operation_change (record_table, record_id, operation);

CREATE TABLE tombstone (
    record_table TEXT NOT NULL,
    record_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    deleted_at TEXT NOT NULL,
    deleted_by TEXT NOT NULL,
    PRIMARY KEY (record_table, record_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    code TEXT CHECK (code GLOB '[0-9][0-9][0-9][0-9][0-9]'),
    province_code TEXT CHECK (province_code GLOB '[0-9][0-9]'),
    level TEXT NOT NULL CHECK (level IN ('commune', 'receiving')),
    area TEXT NOT NULL CHECK (area IN ('rural', 'urban')),
    region TEXT CHECK (region IN ('NT1', 'NT2', 'NT3', 'NT4', 'NT5', 'NT6')),
    receiving_office TEXT NOT NULL,
    superior_name TEXT NOT NULL
) STRICT;

CREATE TABLE village (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    name_folded TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    position INTEGER NOT NULL,
    code TEXT,
    area TEXT CHECK (area IN ('rural', 'urban'))
) STRICT;

CREATE TABLE village_year (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    village_id TEXT NOT NULL REFERENCES village (id),
    year INTEGER NOT NULL,
    households INTEGER CHECK (households >= 0),
    people INTEGER CHECK (people >= 0),
    kinh_households INTEGER CHECK (kinh_households >= 0),
    kinh_people INTEGER CHECK (kinh_people >= 0),
    ethnic_minority_households INTEGER CHECK (ethnic_minority_households >= 0),
    ethnic_minority_people INTEGER CHECK (ethnic_minority_people >= 0),
    local_minority_households INTEGER CHECK (local_minority_households >= 0),
    local_minority_people INTEGER CHECK (local_minority_people >= 0),
    poor INTEGER CHECK (poor >= 0),
    poor_people INTEGER CHECK (poor_people >= 0),
    near_poor INTEGER CHECK (near_poor >= 0),
    near_poor_people INTEGER CHECK (near_poor_people >= 0),
    ethnic_minority_poor INTEGER CHECK (ethnic_minority_poor >= 0),
    UNIQUE (village_id, year)
) STRICT;
CREATE INDEX village_year_year ON village_year (year);

CREATE TABLE commune_profile (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    year INTEGER NOT NULL UNIQUE,
    people INTEGER CHECK (people >= 0),
    poor_people INTEGER CHECK (poor_people >= 0),
    near_poor INTEGER CHECK (near_poor >= 0),
    near_poor_people INTEGER CHECK (near_poor_people >= 0),
    natural_area_ha TEXT,
    forest_share TEXT NOT NULL,
    distance_to_centre_km TEXT,
    centre_name TEXT NOT NULL,
    border_north TEXT NOT NULL,
    border_east TEXT NOT NULL,
    border_south TEXT NOT NULL,
    border_west TEXT NOT NULL,
    religion_name TEXT NOT NULL,
    religion_people INTEGER CHECK (religion_people >= 0),
    religion_villages TEXT NOT NULL,
    difficulties TEXT NOT NULL,
    ethnic_shares TEXT NOT NULL
) STRICT;

CREATE TABLE officer (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    name TEXT NOT NULL CHECK (name <> ''),
    name_folded TEXT NOT NULL,
    name_sort TEXT NOT NULL,
    position TEXT NOT NULL,
    signing_form TEXT CHECK (signing_form IN ('TM', 'KT', 'TL', 'TUQ', 'Q')),
    since_on TEXT,
    until_on TEXT
) STRICT;

CREATE TABLE review_round (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    year INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('annual', 'in_year', 'transition')),
    standard TEXT NOT NULL,
    opened_on TEXT NOT NULL,
    closed_on TEXT,
    UNIQUE (year, kind, opened_on)
) STRICT;

CREATE TABLE year_assignment (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    year INTEGER NOT NULL UNIQUE,
    reduction INTEGER CHECK (reduction >= 0)
) STRICT;

CREATE TABLE village_target (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    village_id TEXT NOT NULL REFERENCES village (id),
    year INTEGER NOT NULL,
    reduction INTEGER CHECK (reduction >= 0),
    ethnic_minority_reduction INTEGER CHECK (ethnic_minority_reduction >= 0),
    near_poor_reduction INTEGER CHECK (near_poor_reduction >= 0),
    registered INTEGER CHECK (registered >= 0),
    UNIQUE (village_id, year)
) STRICT;
CREATE INDEX village_target_year ON village_target (year);

CREATE TABLE plan (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    year INTEGER NOT NULL UNIQUE,
    number TEXT NOT NULL,
    issued_on TEXT,
    subject TEXT NOT NULL,
    income_target_vnd INTEGER CHECK (income_target_vnd >= 0),
    archive TEXT NOT NULL,
    signer_id TEXT REFERENCES officer (id) ON DELETE RESTRICT
) STRICT;

CREATE TABLE plan_line (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    plan_id TEXT NOT NULL REFERENCES plan (id),
    section TEXT NOT NULL,
    position INTEGER NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (plan_id, section, position)
) STRICT;

CREATE TABLE service_target (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    year INTEGER NOT NULL,
    indicator TEXT NOT NULL,
    percent TEXT NOT NULL,
    UNIQUE (year, indicator)
) STRICT;

CREATE TABLE household (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    village_id TEXT NOT NULL REFERENCES village (id),
    code TEXT NOT NULL CHECK (code <> ''),
    head_name TEXT NOT NULL CHECK (head_name <> ''),
    head_folded TEXT NOT NULL,
    head_sort TEXT NOT NULL,
    people_count INTEGER CHECK (people_count >= 0),
    address TEXT NOT NULL,
    UNIQUE (village_id, code)
) STRICT;
CREATE INDEX household_head_folded ON household (head_folded);
CREATE INDEX household_head_sort ON household (head_sort);
