-- A deal may come of talks: it then has neither listing nor auction nor notice, and its terms are those of the room.
ALTER TABLE deal DROP CONSTRAINT deal_origin;
ALTER TABLE deal ADD CONSTRAINT deal_origin CHECK (
  (origin = 'AUCTION' AND auction_id IS NOT NULL AND listing_id IS NOT NULL AND intent_id IS NOT NULL AND venue_id IS NOT NULL)
  OR (origin = 'SOLE_BUYER' AND listing_id IS NOT NULL AND intent_id IS NOT NULL AND venue_id IS NOT NULL)
  OR (origin = 'AGREED_PRICE' AND notice_id IS NOT NULL)
  OR (origin = 'NEGOTIATED' AND terms IS NOT NULL AND listing_id IS NULL AND auction_id IS NULL AND notice_id IS NULL));
