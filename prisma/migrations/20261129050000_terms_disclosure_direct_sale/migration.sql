-- AlterTable
ALTER TABLE "listing" ADD COLUMN     "disclosure" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "licence_territory" TEXT;

-- AlterTable
ALTER TABLE "deal" ADD COLUMN     "licence_territory" TEXT;

-- AlterTable
ALTER TABLE "public_notice" ADD COLUMN     "direct_approval" TEXT NOT NULL DEFAULT '';

-- What was offered and concluded before meant the whole country; deals on structured terms say where.
UPDATE "listing" SET "licence_territory" = '中华人民共和国境内' WHERE "trade_mode" = 'LICENCE';
UPDATE "deal" SET "licence_territory" = coalesce("terms" -> 'licence' ->> 'territory', '中华人民共和国境内') WHERE "trade_mode" = 'LICENCE';
