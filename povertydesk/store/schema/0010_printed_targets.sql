-- Schema 1.2: target grids as they were printed, line by line; rates are kept as written.

CREATE TABLE printed_target (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    year INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    place TEXT NOT NULL CHECK (place <> ''),
    is_total INTEGER NOT NULL CHECK (is_total IN (0, 1)),
    households INTEGER CHECK (households >= 0),
    poor_opening INTEGER CHECK (poor_opening >= 0),
    reduction INTEGER CHECK (reduction >= 0),
    ethnic_minority_reduction INTEGER CHECK (ethnic_minority_reduction >= 0),
    registered INTEGER CHECK (registered >= 0),
    households_closing INTEGER CHECK (households_closing >= 0),
    poor_closing INTEGER CHECK (poor_closing >= 0),
    poor_rate_opening TEXT CHECK (poor_rate_opening <> ''),
    reduction_rate TEXT CHECK (reduction_rate <> ''),
    poor_rate_closing TEXT CHECK (poor_rate_closing <> ''),
    UNIQUE (year, position)
) STRICT;
