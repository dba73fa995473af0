-- CreateEnum
CREATE TYPE "SearchKind" AS ENUM ('RESULT', 'DEMAND', 'LISTING');

-- CreateTable
CREATE TABLE "search_entry" (
    "kind" "SearchKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "about_id" UUID,
    "alias" TEXT,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "text" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "owner_name" TEXT NOT NULL,
    "field" TEXT,
    "region" CHAR(2) NOT NULL,
    "division_code" CHAR(6) NOT NULL,
    "stage" TEXT,
    "modes" TEXT[],
    "price_fen" BIGINT,
    "price_band" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(6),
    "at" TIMESTAMPTZ(6) NOT NULL,
    "marks" TEXT[],
    "card" JSONB NOT NULL,
    "search" tsvector,

    CONSTRAINT "search_entry_pkey" PRIMARY KEY ("kind","subject_id")
);

-- CreateIndex
CREATE INDEX "search_entry_at_subject_id_idx" ON "search_entry"("at", "subject_id");

-- CreateIndex
CREATE INDEX "search_entry_price_fen_subject_id_idx" ON "search_entry"("price_fen", "subject_id");

-- CreateIndex
CREATE INDEX "search_entry_due_at_subject_id_idx" ON "search_entry"("due_at", "subject_id");

-- CreateIndex
CREATE INDEX "search_entry_about_id_idx" ON "search_entry"("about_id");

-- What is narrowed by stands in the index beside the words. Without a pending list, which every search would have to read through.
CREATE INDEX search_entry_search ON search_entry USING gin (search) WITH (fastupdate = off) WHERE search IS NOT NULL;
CREATE INDEX search_entry_dearest ON search_entry (price_fen DESC NULLS LAST, subject_id) WHERE search IS NOT NULL;

-- What is public now.
INSERT INTO search_entry (kind, subject_id, title, title_en, text, owner_id, owner_name, field, region, division_code, stage, modes, price_fen, price_band, at, marks, card, search)
SELECT 'RESULT', r.id, r.title, r.title_en, left(r.summary, 2000), r.owner_id, o.name, r.field, left(r.division_code, 2), r.division_code, r.stage::text, r.trade_modes, r.asked_price_fen, '', r.published_at, '{}',
  jsonb_build_object('readinessLevel', r.readiness_level, 'priceNegotiable', r.price_negotiable, 'rightsCount', (SELECT count(*) FROM result_right t WHERE t.result_id = r.id)), r.search
FROM result r JOIN organisation o ON o.id = r.owner_id WHERE r.state = 'PUBLISHED';

INSERT INTO search_entry (kind, subject_id, title, text, owner_id, owner_name, field, region, division_code, modes, price_fen, price_band, due_at, at, marks, card, search)
SELECT 'DEMAND', d.id, d.title, left(d.problem, 2000), d.owner_id, o.name, d.field, left(d.division_code, 2), d.division_code, '{}', d.budget_fen, '', (d.deadline_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai', d.published_at, '{}',
  jsonb_build_object('deadlineOn', d.deadline_on::text), d.search
FROM demand d JOIN organisation o ON o.id = d.owner_id WHERE d.state = 'PUBLISHED';

INSERT INTO search_entry (kind, subject_id, about_id, alias, title, title_en, text, owner_id, owner_name, field, region, division_code, stage, modes, price_fen, price_band, due_at, at, marks, card, search)
SELECT 'LISTING', l.id, l.result_id, l.no, r.title, r.title_en, left(r.summary, 2000), l.seller_id, s.name, r.field, left(l.division_code, 2), l.division_code, r.stage::text, ARRAY[l.trade_mode], l.price_fen, '', l.period_ends_at, l.published_at, '{}',
  jsonb_build_object('no', l.no, 'state', l.state::text, 'tradeMode', l.trade_mode, 'licenceKind', l.licence_kind, 'licenceYears', l.licence_years, 'periodEndsAt', l.period_ends_at,
    'sellerNameEn', s.name_en, 'venueName', v.name, 'venueNameEn', v.name_en), r.search || to_tsvector('simple', replace(l.no, '-', ' '))
FROM listing l JOIN result r ON r.id = l.result_id JOIN organisation s ON s.id = l.seller_id JOIN organisation v ON v.id = l.venue_id WHERE l.published_at IS NOT NULL;

UPDATE search_entry SET price_band = CASE
  WHEN price_fen IS NULL THEN 'NEGOTIABLE' WHEN price_fen < 10000000 THEN 'UNDER-10' WHEN price_fen < 50000000 THEN '10-50' WHEN price_fen < 100000000 THEN '50-100'
  WHEN price_fen < 500000000 THEN '100-500' ELSE 'OVER-500' END;
UPDATE search_entry SET marks = array_remove(ARRAY['~k' || kind::text, '~f' || field, '~r' || region, '~s' || stage, '~p' || price_band, '~o' || owner_id, '~t' || to_char(at AT TIME ZONE 'UTC', 'YYYY-MM')], NULL)
  || coalesce((SELECT array_agg('~m' || m) FROM unnest(modes) AS m), '{}');
UPDATE search_entry SET search = coalesce(search, ''::tsvector) || array_to_tsvector(marks);

-- AlterTable
ALTER TABLE "demand" DROP COLUMN "search";

-- AlterTable
ALTER TABLE "result" DROP COLUMN "search";
