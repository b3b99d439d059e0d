-- Schema 1.2: the unit a commune stands under in a receiving office's tables (former district, zone, cluster).

ALTER TABLE village ADD COLUMN unit_group TEXT CHECK (unit_group <> '');
