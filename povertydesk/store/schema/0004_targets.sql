-- Schema 1.2: targets that are names, targets by indicator, limits of sharing out, the steering committee with its terms.
-- A day "until" is the first day on which something no longer holds; a blank "from" is "since before the records".

CREATE TABLE registered_household (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    household_id TEXT NOT NULL REFERENCES household (id),
    year INTEGER NOT NULL,
    target TEXT NOT NULL CHECK (target IN ('poor', 'near_poor')),
    chosen TEXT NOT NULL CHECK (chosen IN ('hand', 'ranking')),
    helper_id TEXT REFERENCES officer (id),
    helper TEXT,
    needs TEXT NOT NULL,
    note TEXT,
    result TEXT CHECK (result IN ('left', 'not_left', 'gone')),
    result_on TEXT,
    UNIQUE (household_id, year)
) STRICT;
CREATE INDEX registered_household_year ON registered_household (year);
CREATE INDEX registered_household_helper ON registered_household (helper_id);

CREATE TABLE follow_up (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    registered_household_id TEXT NOT NULL REFERENCES registered_household (id),
    month INTEGER NOT NULL CHECK (month >= 1 AND month <= 12),
    done TEXT NOT NULL CHECK (done <> ''),
    done_by TEXT NOT NULL,
    UNIQUE (registered_household_id, month)
) STRICT;

CREATE TABLE indicator_target (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    year INTEGER NOT NULL,
    indicator TEXT NOT NULL CHECK (indicator <> ''),
    unit TEXT NOT NULL CHECK (unit IN ('percent', 'count', 'vnd')),
    base TEXT,
    target TEXT,
    actual TEXT,
    UNIQUE (year, indicator)
) STRICT;

CREATE TABLE village_limit (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    village_id TEXT NOT NULL REFERENCES village (id),
    year INTEGER NOT NULL,
    least INTEGER CHECK (least >= 0),
    most INTEGER CHECK (most >= 0),
    fixed INTEGER CHECK (fixed >= 0),
    UNIQUE (village_id, year)
) STRICT;
CREATE INDEX village_limit_year ON village_limit (year);

CREATE TABLE officer_term (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    officer_id TEXT NOT NULL REFERENCES officer (id),
    role TEXT NOT NULL CHECK (role IN ('head', 'standing_deputy', 'deputy', 'secretary', 'member')),
    organisation TEXT,
    phone TEXT,
    from_on TEXT,
    until_on TEXT CHECK (until_on >= from_on)
) STRICT;
CREATE INDEX officer_term_officer ON officer_term (officer_id);

CREATE TABLE officer_village (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    officer_term_id TEXT NOT NULL REFERENCES officer_term (id),
    village_id TEXT NOT NULL REFERENCES village (id),
    UNIQUE (officer_term_id, village_id)
) STRICT;
CREATE INDEX officer_village_village ON officer_village (village_id);
