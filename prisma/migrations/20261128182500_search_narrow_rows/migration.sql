-- What a search counts stands in a few short columns; texts, cards and words are kept beside the rows, so that thousands of hits lie on a few pages.
ALTER TABLE search_entry SET (toast_tuple_target = 128);

-- Years are asked for whole.
UPDATE search_entry SET marks = marks || ('~y' || to_char(at AT TIME ZONE 'UTC', 'YYYY')), search = search || array_to_tsvector(ARRAY['~y' || to_char(at AT TIME ZONE 'UTC', 'YYYY')])
 WHERE search IS NOT NULL;
