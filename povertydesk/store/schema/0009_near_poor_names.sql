-- Schema 1.2: how many near-poor households of a village registered to leave the list of the near-poor.

ALTER TABLE village_target ADD COLUMN near_poor_registered INTEGER CHECK (near_poor_registered >= 0);
