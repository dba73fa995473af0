-- AlterTable
ALTER TABLE "result" ADD COLUMN     "draft" JSONB;

-- AlterTable
ALTER TABLE "demand" ADD COLUMN     "contact_name" TEXT,
ADD COLUMN     "contact_phone" TEXT;

-- Only what is published is searched, so only that is indexed.
DROP INDEX result_search, demand_search;
CREATE INDEX result_search ON result USING gin (search) WHERE state = 'PUBLISHED';
CREATE INDEX result_newest ON result (published_at DESC, id DESC) WHERE state = 'PUBLISHED';
CREATE INDEX result_cheapest ON result (asked_price_fen, id) WHERE state = 'PUBLISHED';
CREATE INDEX result_dearest ON result (asked_price_fen DESC NULLS LAST, id) WHERE state = 'PUBLISHED';
CREATE INDEX demand_search ON demand USING gin (search) WHERE state = 'PUBLISHED';
CREATE INDEX demand_newest ON demand (published_at DESC, id DESC) WHERE state = 'PUBLISHED';
