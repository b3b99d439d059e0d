-- Schema 1.2: what the official tables of former years say, as they were printed. A blank village is the total's line.

CREATE TABLE former_table (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    year INTEGER NOT NULL,
    table_number INTEGER NOT NULL CHECK (table_number BETWEEN 1 AND 13),
    village_id TEXT REFERENCES village (id),
    counted TEXT NOT NULL CHECK (counted IN ('households', 'people')),
    label TEXT NOT NULL CHECK (label <> ''),
    value TEXT NOT NULL CHECK (value <> '')
) STRICT;
CREATE INDEX former_table_year ON former_table (year, table_number);
CREATE INDEX former_table_village ON former_table (village_id);
