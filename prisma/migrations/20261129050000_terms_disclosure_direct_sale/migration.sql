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

-- Exclusive in effect for the whole country: once a result. Licences of single provinces are judged by where they hold, under the lock of the right.
DROP INDEX listing_exclusive_once;
CREATE UNIQUE INDEX listing_exclusive_once ON listing (result_id)
  WHERE state IN ('LISTED', 'SUSPENDED', 'AGREE_PRICE', 'BIDDING', 'AWARDED', 'CONTRACTING', 'SETTLING') AND licence_kind IS DISTINCT FROM 'ordinary'
    AND (trade_mode <> 'LICENCE' OR licence_territory IS NULL OR licence_territory = '中华人民共和国境内');
DROP INDEX public_notice_exclusive_once;
CREATE UNIQUE INDEX public_notice_exclusive_once ON public_notice (result_id)
  WHERE state IN ('RUNNING', 'OBJECTED', 'CLEARED')
    AND (trade_mode IN ('ASSIGNMENT', 'EQUITY') OR (licence_kind IN ('exclusive', 'sole') AND coalesce(terms -> 'licence' ->> 'territory', '中华人民共和国境内') = '中华人民共和国境内'));
