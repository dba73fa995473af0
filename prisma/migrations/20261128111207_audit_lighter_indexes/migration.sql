-- DropIndex
DROP INDEX "audit_entry_at_idx";

-- DropIndex
DROP INDEX "audit_entry_recorded_at_idx";

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry" USING BRIN ("at");
