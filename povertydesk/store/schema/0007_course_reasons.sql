-- Schema 1.2: why the course of a year does not balance, in the office's words. The place of the whole year is 'year':
-- a blank village would not keep a second reason of the same year out.

CREATE TABLE course_reason (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    year INTEGER NOT NULL,
    place TEXT NOT NULL,
    village_id TEXT REFERENCES village (id),
    reason TEXT NOT NULL CHECK (reason <> ''),
    UNIQUE (year, place),
    CHECK (village_id IS NULL OR place = village_id),
    CHECK (village_id IS NOT NULL OR place = 'year')
) STRICT;
CREATE INDEX course_reason_village ON course_reason (village_id);
