-- Schema 1.2: the unit a commune stands under in a receiving office's tables (former district, zone, cluster), and how
-- many ethnic-minority households the office above assigned among those to leave poverty.

ALTER TABLE village ADD COLUMN unit_group TEXT CHECK (unit_group <> '');
ALTER TABLE year_assignment ADD COLUMN ethnic_minority_reduction INTEGER CHECK (ethnic_minority_reduction >= 0);
