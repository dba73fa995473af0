-- CreateTable
CREATE TABLE "actor_change" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "about" UUID NOT NULL,

    CONSTRAINT "actor_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "actor_change_xid_idx" ON "actor_change"("xid");

-- What a process remembers of a caller is named by the transaction that changes it, whoever makes the change.
CREATE FUNCTION actor_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO actor_change (about) VALUES (OLD.id);
  RETURN NULL;
END $$;

CREATE TRIGGER session_changed AFTER UPDATE ON session FOR EACH ROW
  WHEN ((OLD.token_hash, OLD.person_id, OLD.membership_id, OLD.second_factor_at, OLD.expires_at, OLD.revoked_at)
        IS DISTINCT FROM (NEW.token_hash, NEW.person_id, NEW.membership_id, NEW.second_factor_at, NEW.expires_at, NEW.revoked_at))
  EXECUTE FUNCTION actor_changed();
CREATE TRIGGER person_changed AFTER UPDATE ON person FOR EACH ROW
  WHEN ((OLD.name, OLD.language, OLD.state, OLD.unconfirmed_since) IS DISTINCT FROM (NEW.name, NEW.language, NEW.state, NEW.unconfirmed_since))
  EXECUTE FUNCTION actor_changed();
CREATE TRIGGER membership_changed AFTER UPDATE ON membership FOR EACH ROW
  WHEN ((OLD.roles, OLD.state, OLD.organisation_id, OLD.person_id) IS DISTINCT FROM (NEW.roles, NEW.state, NEW.organisation_id, NEW.person_id))
  EXECUTE FUNCTION actor_changed();
CREATE TRIGGER organisation_changed AFTER UPDATE ON organisation FOR EACH ROW
  WHEN ((OLD.name, OLD.kind, OLD.state, OLD.division_code, OLD.jurisdiction) IS DISTINCT FROM (NEW.name, NEW.kind, NEW.state, NEW.division_code, NEW.jurisdiction))
  EXECUTE FUNCTION actor_changed();
CREATE TRIGGER api_key_changed AFTER UPDATE ON api_key FOR EACH ROW
  WHEN ((OLD.prefix, OLD.key_hash, OLD.scopes, OLD.roles, OLD.organisation_id, OLD.expires_at, OLD.revoked_at)
        IS DISTINCT FROM (NEW.prefix, NEW.key_hash, NEW.scopes, NEW.roles, NEW.organisation_id, NEW.expires_at, NEW.revoked_at))
  EXECUTE FUNCTION actor_changed();

CREATE TRIGGER session_ended AFTER DELETE ON session FOR EACH ROW EXECUTE FUNCTION actor_changed();
CREATE TRIGGER person_ended AFTER DELETE ON person FOR EACH ROW EXECUTE FUNCTION actor_changed();
CREATE TRIGGER membership_ended AFTER DELETE ON membership FOR EACH ROW EXECUTE FUNCTION actor_changed();
CREATE TRIGGER organisation_ended AFTER DELETE ON organisation FOR EACH ROW EXECUTE FUNCTION actor_changed();
CREATE TRIGGER api_key_ended AFTER DELETE ON api_key FOR EACH ROW EXECUTE FUNCTION actor_changed();
