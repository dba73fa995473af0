-- Callers are not the only ones who are remembered: bidders of a lot and their deposits are too.
ALTER TABLE "actor_change" RENAME TO "remembered_change";
ALTER TABLE "remembered_change" RENAME CONSTRAINT "actor_change_pkey" TO "remembered_change_pkey";
ALTER INDEX "actor_change_xid_idx" RENAME TO "remembered_change_xid_idx";
ALTER SEQUENCE "actor_change_id_seq" RENAME TO "remembered_change_id_seq";

CREATE OR REPLACE FUNCTION actor_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO remembered_change (about) VALUES (OLD.id);
  RETURN NULL;
END $$;

-- A deposit is named by the intent it secures: by that a bidder is tied to it, whichever of the two is there first.
CREATE FUNCTION deposit_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN INSERT INTO remembered_change (about) VALUES (OLD.intent_id); END IF;
  IF TG_OP = 'INSERT' OR (TG_OP = 'UPDATE' AND NEW.intent_id <> OLD.intent_id) THEN INSERT INTO remembered_change (about) VALUES (NEW.intent_id); END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER deposit_made AFTER INSERT OR DELETE ON deposit FOR EACH ROW EXECUTE FUNCTION deposit_changed();
CREATE TRIGGER deposit_moved AFTER UPDATE ON deposit FOR EACH ROW
  WHEN ((OLD.state, OLD.intent_id) IS DISTINCT FROM (NEW.state, NEW.intent_id)) EXECUTE FUNCTION deposit_changed();

-- Bidders stay as they are (see bidders_stay), and somebody who is not a bidder is not remembered, so that one who is made a bidder need not be told.

-- A bidder's own number of a request is his own: it counts among his bids, and one index serves it and the question for a bidder's bids.
DROP INDEX "bid_log_entry_auction_id_request_id_key";
DROP INDEX "bid_log_entry_auction_id_bidder_no_idx";
CREATE UNIQUE INDEX "bid_log_entry_auction_id_bidder_no_request_id_key" ON "bid_log_entry"("auction_id", "bidder_no", "request_id");

-- Ids of subjects are unique whatever their type.
DROP INDEX "audit_entry_subject_type_subject_id_id_idx";
CREATE INDEX "audit_entry_subject_id_id_idx" ON "audit_entry"("subject_id", "id");
