-- AlterTable
ALTER TABLE "audit_seal" ADD COLUMN     "leaves" BYTEA NOT NULL;

-- AlterTable
ALTER TABLE "mail_message" ADD COLUMN     "next_try_at" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "outbox_event" ADD COLUMN     "handled_at" TIMESTAMPTZ(6);

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_to_xid_key" ON "audit_seal"("to_xid");

-- The relay hands over in the order of ids, and marks each row.
DROP INDEX outbox_event_undelivered;
CREATE INDEX outbox_event_undelivered ON outbox_event (id) WHERE delivered_at IS NULL;
-- Events that went to the queue and whose handlers are not all done; the worker looks for those that a queue has lost.
CREATE INDEX outbox_event_unhandled ON outbox_event (delivered_at) WHERE delivered_at IS NOT NULL AND handled_at IS NULL;
DROP INDEX mail_message_queued;
CREATE INDEX mail_message_queued ON mail_message (next_try_at NULLS FIRST, created_at) WHERE state = 'QUEUED';
CREATE INDEX notification_unread ON notification (person_id) WHERE read_at IS NULL;
