-- DropIndex
DROP INDEX "audit_entry_commit_order";

-- DropIndex
DROP INDEX "demand_search";

-- DropIndex
DROP INDEX "result_search";

-- AlterTable
ALTER TABLE "result" ADD COLUMN     "draft" JSONB;
