-- AlterTable
ALTER TABLE "audit_seal" ADD COLUMN     "leaves" BYTEA NOT NULL;

-- AlterTable
ALTER TABLE "mail_message" ADD COLUMN     "next_try_at" TIMESTAMPTZ(6);

-- AlterTable
ALTER TABLE "outbox_event" ADD COLUMN     "handled_at" TIMESTAMPTZ(6);

-- CreateIndex
CREATE UNIQUE INDEX "audit_seal_to_xid_key" ON "audit_seal"("to_xid");
