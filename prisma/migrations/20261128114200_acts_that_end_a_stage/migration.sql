-- Accepting a falling price and placing the best bid end their stage in the very instant in which they come.
ALTER TABLE bid_log_entry
  DROP CONSTRAINT bid_log_entry_accepted,
  ADD CONSTRAINT bid_log_entry_accepted CHECK (verdict IS NULL OR verdict = 'REFUSED'
    OR (coalesce(amount_fen, 1) > 0 AND (received_at < ends_at_after OR (kind IN ('TAKEN', 'BEST') AND received_at = ends_at_after))));
