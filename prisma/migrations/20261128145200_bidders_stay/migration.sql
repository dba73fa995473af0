-- Who stands behind a bidder number stays: no account that ends, and nobody's hand, makes the second bidder the winner.
CREATE TRIGGER auction_bidder_append_only BEFORE UPDATE OR DELETE ON auction_bidder FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER auction_bidder_no_truncate BEFORE TRUNCATE ON auction_bidder FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
