-- Modes are counted for every hit: they stay in the row, the rest is fetched for the page alone.
ALTER TABLE search_entry ALTER COLUMN modes SET STORAGE MAIN;
UPDATE search_entry SET modes = modes || '{}'::text[];
