-- Schema 1.2: what the office above assigned to each village; the day a year's plan was marked as signed.

ALTER TABLE village_target ADD COLUMN assigned INTEGER CHECK (assigned >= 0);
ALTER TABLE plan ADD COLUMN signed_on TEXT;
