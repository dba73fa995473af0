-- What lists show of an entry names its owner in English too, and it is found by that name.
UPDATE search_entry e
SET card = (e.card - 'sellerNameEn') || jsonb_build_object('ownerNameEn', o.name_en),
    search = e.search || setweight(to_tsvector('simple', coalesce(o.name_en, '')), 'C')
FROM organisation o WHERE o.id = e.owner_id;
