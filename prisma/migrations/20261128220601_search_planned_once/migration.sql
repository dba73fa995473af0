-- How common words are is asked of the index itself (slices), and never of the planner: without statistics over words a search is planned once a
-- connection instead of at every call, and a sample of the longest column is not read at every analysis.
ALTER TABLE search_entry ALTER COLUMN search SET STATISTICS 0, ALTER COLUMN marks SET STATISTICS 0;
SELECT pg_clear_attribute_stats('public', 'search_entry', 'search', false), pg_clear_attribute_stats('public', 'search_entry', 'marks', false);
