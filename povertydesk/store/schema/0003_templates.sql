-- Schema 1.2: which cells of the office above's own templates hold which figures.

CREATE TABLE template_binding (
    id TEXT PRIMARY KEY,
    revision INTEGER NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    paper TEXT NOT NULL CHECK (paper <> ''),
    file_name TEXT NOT NULL CHECK (file_name <> ''),
    sheet TEXT NOT NULL,
    signature TEXT NOT NULL,
    binding TEXT NOT NULL,
    UNIQUE (paper, file_name)
) STRICT;
