-- An answer lies on the handler's desk again as OPEN: there is no state of its own for it.
ALTER TABLE "risk_alert" ALTER COLUMN "state" DROP DEFAULT;
ALTER TYPE "AlertState" RENAME TO "AlertState_old";
CREATE TYPE "AlertState" AS ENUM ('OPEN', 'EXPLAINING', 'CONCLUDED');
ALTER TABLE "risk_alert" ALTER COLUMN "state" TYPE "AlertState" USING ("state"::text::"AlertState");
ALTER TABLE "risk_alert" ALTER COLUMN "state" SET DEFAULT 'OPEN';
DROP TYPE "AlertState_old";

-- DropIndex
DROP INDEX "statistics_difference_contract_id_idx";

-- AlterTable
ALTER TABLE "risk_alert" ADD COLUMN     "asked_at" TIMESTAMPTZ(6),
ADD COLUMN     "party_id" UUID NOT NULL;

-- AlterTable
ALTER TABLE "statistics_difference" ADD COLUMN     "buyer_key" TEXT NOT NULL,
ADD COLUMN     "edition" INTEGER NOT NULL,
ADD COLUMN     "part" INTEGER NOT NULL,
ADD COLUMN     "seller_key" TEXT NOT NULL,
ADD COLUMN     "sign" SMALLINT NOT NULL;

-- CreateTable
CREATE TABLE "risk_alert_step" (
    "alert_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" "AlertState" NOT NULL,
    "to_state" "AlertState" NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "risk_alert_step_pkey" PRIMARY KEY ("alert_id","no")
);

-- CreateIndex
CREATE INDEX "risk_alert_party_id_asked_at_idx" ON "risk_alert"("party_id", "asked_at");

-- CreateIndex
CREATE INDEX "statistics_difference_year_month_idx" ON "statistics_difference"("year", "month");

-- CreateIndex
CREATE UNIQUE INDEX "statistics_difference_contract_id_edition_sign_part_key" ON "statistics_difference"("contract_id", "edition", "sign", "part");

-- AddForeignKey
ALTER TABLE "risk_alert_step" ADD CONSTRAINT "risk_alert_step_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "risk_alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Differences are counted once and stay; only the mark that they are merged may be set.
ALTER TABLE statistics_difference ADD CONSTRAINT statistics_difference_sign CHECK (sign IN (1, -1) AND contracts IN (0, sign) AND month BETWEEN 1 AND 12);
REVOKE UPDATE, DELETE, TRUNCATE ON statistics_difference FROM ttx_app;
GRANT UPDATE (merged_at) ON statistics_difference TO ttx_app;
REVOKE UPDATE, DELETE, TRUNCATE ON risk_alert_step FROM ttx_app;
CREATE TRIGGER risk_alert_step_append_only BEFORE UPDATE OR DELETE ON risk_alert_step FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER risk_alert_step_no_truncate BEFORE TRUNCATE ON risk_alert_step FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE risk_alert
  ADD CONSTRAINT risk_alert_strength CHECK (strength_bp BETWEEN 0 AND 10000),
  ADD CONSTRAINT risk_alert_concluded CHECK ((state = 'CONCLUDED') = (conclusion IS NOT NULL AND concluded_at IS NOT NULL AND concluded_by_id IS NOT NULL)),
  ADD CONSTRAINT risk_alert_asked CHECK (state <> 'EXPLAINING' OR (asked_at IS NOT NULL AND question IS NOT NULL));
