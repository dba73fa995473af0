-- Time is asked for by blocks of 2, 8, 32, 128 and 512 days in place of months and years: a search reads little beyond what it needs, by a handful of terms.
CREATE FUNCTION pg_temp.unit_of(at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT floor(extract(epoch FROM at) / 172800)::bigint';
CREATE FUNCTION pg_temp.blocks_of(at timestamptz) RETURNS text[] LANGUAGE sql IMMUTABLE AS
  'SELECT array_agg(format(''~t%s-%s'', level, pg_temp.unit_of(at) / (4 ^ level)::bigint) ORDER BY level) FROM generate_series(0, 4) AS level';

-- Every row's words would go into the index once more: it is made anew instead.
DROP INDEX search_entry_search;
SET LOCAL maintenance_work_mem = '256MB';

UPDATE search_entry SET
  marks = ARRAY(SELECT mark FROM unnest(marks) AS mark WHERE mark !~ '^~[ty]') || pg_temp.blocks_of(at),
  search = ts_delete(search, ARRAY(SELECT mark FROM unnest(marks) AS mark WHERE mark ~ '^~[ty]')) || array_to_tsvector(pg_temp.blocks_of(at))
 WHERE search IS NOT NULL;

CREATE INDEX search_entry_search ON search_entry USING gin (search) WITH (fastupdate = off) WHERE search IS NOT NULL;
