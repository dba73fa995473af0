-- A lot whose winner defaulted is sold once more, to the reserve bidder (trading §4.4).
DROP INDEX deal_once_per_auction;
CREATE UNIQUE INDEX deal_once_per_auction ON deal (auction_id) WHERE auction_id IS NOT NULL AND state NOT IN ('ANNULLED', 'DEFAULTED');
