-- CreateEnum
CREATE TYPE "AuctionState" AS ENUM ('SCHEDULED', 'OPEN_FREE', 'PAUSE', 'OPEN_LIMITED', 'FROZEN', 'CLOSED', 'PRIORITY_WAIT', 'RESULT', 'AWARDED', 'FAILED', 'ANNULLED');

-- CreateEnum
CREATE TYPE "RegistrationState" AS ENUM ('DRAFT', 'SUBMITTED', 'ACCEPTED', 'CORRECTION', 'SECOND_REVIEW', 'REGISTERED', 'REFUSED', 'RE_REVIEW', 'CHANGE_PENDING', 'CANCELLED', 'REVOKED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "PartySide" AS ENUM ('SELLER', 'BUYER');

-- CreateEnum
CREATE TYPE "ProvincialReviewState" AS ENUM ('PENDING', 'CONFIRMED', 'RETURNED', 'REVOCATION_NOTICE', 'REVOKED');

-- CreateEnum
CREATE TYPE "NoticeState" AS ENUM ('PREPARED', 'RUNNING', 'OBJECTED', 'CLEARED', 'USED', 'CANCELLED', 'EXPIRED');

-- CreateEnum
CREATE TYPE "ObjectionState" AS ENUM ('FILED', 'UNFOUNDED', 'SETTLED', 'UPHELD');

-- CreateEnum
CREATE TYPE "DealState" AS ENUM ('AWARDED', 'CONTRACTING', 'SIGNED', 'SETTLING', 'SETTLED', 'DEFAULTED', 'ANNULLED');

-- CreateEnum
CREATE TYPE "SettlementState" AS ENUM ('DUE', 'PART', 'FULL', 'BREACH', 'CERTIFY', 'PAYABLE_TO_SELLER', 'RELEASED', 'DEFAULT', 'UNWIND');

-- CreateEnum
CREATE TYPE "DealOrigin" AS ENUM ('AUCTION', 'SOLE_BUYER', 'AGREED_PRICE');

-- CreateEnum
CREATE TYPE "DemandState" AS ENUM ('DRAFT', 'PUBLISHED', 'CLOSED');

-- CreateEnum
CREATE TYPE "DocumentAudience" AS ENUM ('PUBLIC', 'PARTIES', 'OWNER');

-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('UNIVERSITY', 'INSTITUTE', 'ENTERPRISE', 'STATE_ENTERPRISE', 'INDIVIDUAL', 'SERVICE_AGENCY', 'VENUE', 'REGISTRATION_OFFICE', 'GOVERNMENT', 'AUDIT');

-- CreateEnum
CREATE TYPE "OrganisationState" AS ENUM ('PENDING', 'VERIFIED', 'REJECTED', 'SUSPENDED');

-- CreateEnum
CREATE TYPE "PersonState" AS ENUM ('ACTIVE', 'DISABLED');

-- CreateEnum
CREATE TYPE "MembershipState" AS ENUM ('ACTIVE', 'ENDED');

-- CreateEnum
CREATE TYPE "AlertLevel" AS ENUM ('INFO', 'YELLOW', 'AMBER', 'RED');

-- CreateEnum
CREATE TYPE "AlertState" AS ENUM ('OPEN', 'EXPLAINING', 'EXPLAINED', 'CONCLUDED');

-- CreateEnum
CREATE TYPE "ListingState" AS ENUM ('DRAFT', 'REVIEW', 'REJECTED', 'ACCEPTED', 'LISTED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN', 'LAPSED', 'AGREE_PRICE', 'BIDDING', 'AWARDED', 'CONTRACTING', 'SETTLING', 'CERTIFIED', 'CLOSED', 'DEFAULT');

-- CreateEnum
CREATE TYPE "IntentState" AS ENUM ('REGISTERED', 'CHECKING', 'QUALIFIED', 'REFUSED', 'ADMITTED', 'DROPPED', 'RECONFIRM', 'RELEASED', 'LOST', 'WON');

-- CreateEnum
CREATE TYPE "LedgerAccountKind" AS ENUM ('DEPOSIT_HELD', 'BANK_SETTLEMENT', 'BIDDER_DEPOSIT', 'FORFEIT', 'PRICE_HELD', 'SELLER_PAYABLE', 'COMPLETER_PAYABLE', 'VENUE_FEE');

-- CreateEnum
CREATE TYPE "DepositState" AS ENUM ('REQUESTED', 'CANCELLED', 'HELD', 'LOCKED', 'STANDBY', 'APPLIED', 'FORFEITED', 'DISTRIBUTED', 'REFUNDING', 'REFUNDED');

-- CreateEnum
CREATE TYPE "MailState" AS ENUM ('QUEUED', 'SENT', 'KEPT', 'FAILED');

-- CreateEnum
CREATE TYPE "ResultState" AS ENUM ('DRAFT', 'PUBLISHED', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "ResultStage" AS ENUM ('RESEARCH', 'PILOT', 'INDUSTRIAL');

-- CreateTable
CREATE TABLE "auction" (
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "listing_id" UUID NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "state" "AuctionState" NOT NULL DEFAULT 'SCHEDULED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "format" TEXT NOT NULL,
    "announcement" JSONB NOT NULL,
    "announcement_hash" TEXT NOT NULL,
    "start_price_fen" BIGINT NOT NULL,
    "reserve_sealed" TEXT,
    "reserve_hash" TEXT,
    "free_starts_at" TIMESTAMPTZ(6) NOT NULL,
    "free_ends_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6) NOT NULL,
    "current_fen" BIGINT,
    "leader_no" TEXT,
    "accepted_count" INTEGER NOT NULL DEFAULT 0,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "chain_head" TEXT NOT NULL,
    "hard_stops_at" TIMESTAMPTZ(6),
    "frozen_at" TIMESTAMPTZ(6),
    "frozen_reason" TEXT,
    "state_before_freeze" "AuctionState",
    "closed_at" TIMESTAMPTZ(6),
    "reserve_met" BOOLEAN,
    "result" JSONB,
    "division_code" CHAR(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "auction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "auction_bidder" (
    "auction_id" UUID NOT NULL,
    "bidder_no" TEXT NOT NULL,
    "intent_id" UUID NOT NULL,
    "buyer_id" UUID NOT NULL,
    "priority_rank" INTEGER,

    CONSTRAINT "auction_bidder_pkey" PRIMARY KEY ("auction_id","bidder_no")
);

-- CreateTable
CREATE TABLE "bid_log_entry" (
    "auction_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "bidder_no" TEXT,
    "amount_fen" BIGINT,
    "verdict" TEXT,
    "reason" TEXT,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at_after" TIMESTAMPTZ(6) NOT NULL,
    "request_id" TEXT,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "bid_log_entry_pkey" PRIMARY KEY ("auction_id","sequence")
);

-- CreateTable
CREATE TABLE "contract" (
    "id" UUID NOT NULL,
    "deal_id" UUID,
    "applicant_id" UUID NOT NULL,
    "office_id" UUID,
    "state" "RegistrationState" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 0,
    "rule_set" TEXT,
    "registration_no" TEXT,
    "project_name" TEXT NOT NULL DEFAULT '',
    "contract_type" TEXT,
    "licence_mode" TEXT,
    "licence_region" TEXT,
    "signed_on" DATE,
    "valid_from" DATE,
    "valid_to" DATE,
    "turnover_fen" BIGINT,
    "technical_fen" BIGINT,
    "field" TEXT,
    "ip_kinds" TEXT[],
    "programme" TEXT,
    "project_no" TEXT,
    "objective" TEXT,
    "industry" TEXT,
    "payment" TEXT,
    "royalty_base" TEXT,
    "royalty_rate_mode" TEXT,
    "expected_investment_fen" BIGINT,
    "expected_output_fen" BIGINT,
    "secret" TEXT NOT NULL DEFAULT 'none',
    "tax_claims" TEXT[],
    "text" TEXT NOT NULL DEFAULT '',
    "text_fingerprint" TEXT,
    "responsible" TEXT,
    "prepared_by" TEXT,
    "prepared_on" DATE,
    "division_code" CHAR(6) NOT NULL,
    "submitted_at" TIMESTAMPTZ(6),
    "accepted_at" TIMESTAMPTZ(6),
    "due_at" TIMESTAMPTZ(6),
    "correction_due_at" TIMESTAMPTZ(6),
    "calendar_version" TEXT,
    "registrar_id" UUID,
    "claimed_by_id" UUID,
    "claimed_until" TIMESTAMPTZ(6),
    "registered_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "contract_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contract_party" (
    "contract_id" UUID NOT NULL,
    "side" "PartySide" NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 1,
    "organisation_id" UUID,
    "name" TEXT NOT NULL,
    "credit_code" TEXT,
    "country" TEXT NOT NULL DEFAULT 'CHN',
    "division_code" CHAR(6),
    "party_type" TEXT,
    "contact_name" TEXT,
    "contact_phone" TEXT,
    "share_bp" INTEGER NOT NULL DEFAULT 10000,

    CONSTRAINT "contract_party_pkey" PRIMARY KEY ("contract_id","side","position")
);

-- CreateTable
CREATE TABLE "contract_deduction" (
    "contract_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "carrier_fen" BIGINT NOT NULL DEFAULT 0,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "contract_deduction_pkey" PRIMARY KEY ("contract_id","no")
);

-- CreateTable
CREATE TABLE "contract_instalment" (
    "contract_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "contract_instalment_pkey" PRIMARY KEY ("contract_id","no")
);

-- CreateTable
CREATE TABLE "contract_patent" (
    "contract_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "owner" TEXT NOT NULL,
    "filed_on" DATE,
    "granted_on" DATE,
    "expires_on" DATE,

    CONSTRAINT "contract_patent_pkey" PRIMARY KEY ("contract_id","no")
);

-- CreateTable
CREATE TABLE "contract_attachment" (
    "contract_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "document_id" UUID NOT NULL,

    CONSTRAINT "contract_attachment_pkey" PRIMARY KEY ("contract_id","code","document_id")
);

-- CreateTable
CREATE TABLE "recognition_decision" (
    "contract_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "event" TEXT NOT NULL,
    "from_state" "RegistrationState" NOT NULL,
    "to_state" "RegistrationState" NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "grounds" JSONB NOT NULL,

    CONSTRAINT "recognition_decision_pkey" PRIMARY KEY ("contract_id","no")
);

-- CreateTable
CREATE TABLE "registration_serial" (
    "office_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "last" INTEGER NOT NULL,

    CONSTRAINT "registration_serial_pkey" PRIMARY KEY ("office_id","year")
);

-- CreateTable
CREATE TABLE "registration_certificate" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "edition" INTEGER NOT NULL,
    "facts" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "verify_code" TEXT NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),
    "revoked_reason" TEXT,

    CONSTRAINT "registration_certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provincial_review" (
    "id" UUID NOT NULL,
    "contract_id" UUID NOT NULL,
    "state" "ProvincialReviewState" NOT NULL DEFAULT 'PENDING',
    "version" INTEGER NOT NULL DEFAULT 0,
    "division_code" CHAR(6) NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "sampled" BOOLEAN NOT NULL DEFAULT false,
    "reviewer_id" UUID,
    "opinion" TEXT,
    "tax_opinion" TEXT,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "provincial_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_notice" (
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "result_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "buyer_id" UUID NOT NULL,
    "state" "NoticeState" NOT NULL DEFAULT 'PREPARED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "round" INTEGER NOT NULL DEFAULT 1,
    "trade_mode" TEXT NOT NULL,
    "licence_kind" TEXT,
    "licence_years" INTEGER,
    "price_fen" BIGINT NOT NULL,
    "payment_form" TEXT NOT NULL,
    "price_basis" TEXT NOT NULL,
    "related_party" BOOLEAN NOT NULL DEFAULT false,
    "related_nature" TEXT,
    "decision_body" TEXT NOT NULL,
    "decision_on" DATE NOT NULL,
    "objection_channel" TEXT NOT NULL,
    "days" INTEGER NOT NULL DEFAULT 15,
    "buyer_confirmed_at" TIMESTAMPTZ(6),
    "published_at" TIMESTAMPTZ(6),
    "ends_at" TIMESTAMPTZ(6),
    "remaining_days" INTEGER,
    "cleared_at" TIMESTAMPTZ(6),
    "valid_until" TIMESTAMPTZ(6),
    "state_reason" TEXT,
    "calendar_version" TEXT,
    "division_code" CHAR(6) NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "public_notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "objection" (
    "id" UUID NOT NULL,
    "notice_id" UUID NOT NULL,
    "state" "ObjectionState" NOT NULL DEFAULT 'FILED',
    "filed_by" TEXT,
    "contact" TEXT,
    "facts" TEXT NOT NULL,
    "filed_at" TIMESTAMPTZ(6) NOT NULL,
    "ruling" TEXT,
    "ruled_at" TIMESTAMPTZ(6),
    "ruled_by_id" UUID,

    CONSTRAINT "objection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal" (
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "origin" "DealOrigin" NOT NULL,
    "listing_id" UUID,
    "auction_id" UUID,
    "notice_id" UUID,
    "result_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "buyer_id" UUID NOT NULL,
    "venue_id" UUID,
    "state" "DealState" NOT NULL DEFAULT 'AWARDED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "settlement" "SettlementState",
    "price_fen" BIGINT NOT NULL,
    "trade_mode" TEXT NOT NULL,
    "licence_kind" TEXT,
    "licence_years" INTEGER,
    "payment_terms" TEXT NOT NULL DEFAULT '',
    "contract_text" TEXT,
    "contract_hash" TEXT,
    "contract_name" TEXT,
    "valid_from" DATE,
    "valid_to" DATE,
    "sign_due_at" TIMESTAMPTZ(6) NOT NULL,
    "seller_signed_at" TIMESTAMPTZ(6),
    "seller_signed_by_id" UUID,
    "buyer_signed_at" TIMESTAMPTZ(6),
    "buyer_signed_by_id" UUID,
    "signed_at" TIMESTAMPTZ(6),
    "awarded_at" TIMESTAMPTZ(6) NOT NULL,
    "closed_at" TIMESTAMPTZ(6),
    "division_code" CHAR(6) NOT NULL,

    CONSTRAINT "deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "deal_payment" (
    "deal_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "paid_at" TIMESTAMPTZ(6),
    "reference" TEXT NOT NULL,

    CONSTRAINT "deal_payment_pkey" PRIMARY KEY ("deal_id","no")
);

-- CreateTable
CREATE TABLE "transaction_certificate" (
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "deal_id" UUID NOT NULL,
    "facts" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "verify_code" TEXT NOT NULL,
    "issued_by_id" UUID NOT NULL,
    "issued_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),
    "revoked_reason" TEXT,
    "replaces_id" UUID,

    CONSTRAINT "transaction_certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "demand" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "state" "DemandState" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL,
    "problem" TEXT NOT NULL DEFAULT '',
    "targets" TEXT NOT NULL DEFAULT '',
    "field" TEXT,
    "budget_fen" BIGINT,
    "deadline_on" DATE,
    "division_code" CHAR(6) NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "published_at" TIMESTAMPTZ(6),
    "search" tsvector,

    CONSTRAINT "demand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "sha256" CHAR(64) NOT NULL,
    "size_bytes" BIGINT NOT NULL,
    "media_type" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "document" (
    "id" UUID NOT NULL,
    "sha256" CHAR(64) NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "uploaded_by_id" UUID NOT NULL,
    "audience" "DocumentAudience" NOT NULL DEFAULT 'OWNER',
    "subject_type" TEXT,
    "subject_id" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "document_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT,
    "kind" "OrganisationKind" NOT NULL,
    "party_type" TEXT NOT NULL,
    "credit_code" TEXT NOT NULL,
    "division_code" CHAR(6) NOT NULL,
    "address" TEXT,
    "legal_person" TEXT,
    "jurisdiction" TEXT,
    "office_no" CHAR(2),
    "state" "OrganisationState" NOT NULL DEFAULT 'PENDING',
    "verified_at" TIMESTAMPTZ(6),
    "verified_by_id" UUID,
    "state_reason" TEXT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "password_hash" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'zh',
    "state" "PersonState" NOT NULL DEFAULT 'ACTIVE',
    "failed_sign_ins" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(6),
    "totp_secret" TEXT,
    "totp_confirmed_at" TIMESTAMPTZ(6),
    "totp_last_step" BIGINT,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "roles" TEXT[],
    "state" "MembershipState" NOT NULL DEFAULT 'ACTIVE',
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "person_id" UUID NOT NULL,
    "membership_id" UUID,
    "second_factor_at" TIMESTAMPTZ(6),
    "ip" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "code_hash" BYTEA NOT NULL,
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "roles" TEXT[],
    "token_hash" BYTEA NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "accepted_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "password_reset" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "used_at" TIMESTAMPTZ(6),

    CONSTRAINT "password_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "roles" TEXT[],
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "expires_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),
    "last_used_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statistics_difference" (
    "id" BIGSERIAL NOT NULL,
    "contract_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "seller_division" TEXT NOT NULL,
    "buyer_division" TEXT NOT NULL,
    "office_division" TEXT NOT NULL,
    "contract_type" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "seller_type" TEXT NOT NULL,
    "buyer_type" TEXT NOT NULL,
    "ip_kind" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "objective" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "payment" TEXT NOT NULL,
    "amount_band" TEXT NOT NULL,
    "contracts" INTEGER NOT NULL,
    "turnover_fen" BIGINT NOT NULL,
    "technical_fen" BIGINT NOT NULL,
    "merged_at" TIMESTAMPTZ(6),
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "statistics_difference_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statistics_cell" (
    "year" INTEGER NOT NULL,
    "month" INTEGER NOT NULL,
    "seller_division" TEXT NOT NULL,
    "buyer_division" TEXT NOT NULL,
    "office_division" TEXT NOT NULL,
    "contract_type" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "seller_type" TEXT NOT NULL,
    "buyer_type" TEXT NOT NULL,
    "ip_kind" TEXT NOT NULL,
    "programme" TEXT NOT NULL,
    "objective" TEXT NOT NULL,
    "industry" TEXT NOT NULL,
    "payment" TEXT NOT NULL,
    "amount_band" TEXT NOT NULL,
    "contracts" INTEGER NOT NULL,
    "turnover_fen" BIGINT NOT NULL,
    "technical_fen" BIGINT NOT NULL,

    CONSTRAINT "statistics_cell_pkey" PRIMARY KEY ("year","month","seller_division","buyer_division","office_division","contract_type","field","seller_type","buyer_type","ip_kind","programme","objective","industry","payment","amount_band")
);

-- CreateTable
CREATE TABLE "risk_alert" (
    "id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "rule_version" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "level" "AlertLevel" NOT NULL,
    "strength_bp" INTEGER NOT NULL,
    "state" "AlertState" NOT NULL DEFAULT 'OPEN',
    "version" INTEGER NOT NULL DEFAULT 0,
    "division_code" CHAR(6) NOT NULL,
    "evidence" JSONB NOT NULL,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "answer_due_at" TIMESTAMPTZ(6) NOT NULL,
    "handler_id" UUID,
    "question" TEXT,
    "explanation" TEXT,
    "explained_at" TIMESTAMPTZ(6),
    "conclusion" TEXT,
    "conclusion_note" TEXT,
    "concluded_by_id" UUID,
    "concluded_at" TIMESTAMPTZ(6),

    CONSTRAINT "risk_alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "risk_alert_subject" (
    "alert_id" UUID NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,

    CONSTRAINT "risk_alert_subject_pkey" PRIMARY KEY ("alert_id","subject_type","subject_id")
);

-- CreateTable
CREATE TABLE "listing" (
    "id" UUID NOT NULL,
    "no" TEXT NOT NULL,
    "result_id" UUID NOT NULL,
    "seller_id" UUID NOT NULL,
    "venue_id" UUID NOT NULL,
    "state" "ListingState" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 0,
    "terms_version" INTEGER NOT NULL DEFAULT 1,
    "trade_mode" TEXT NOT NULL,
    "licence_kind" TEXT,
    "licence_years" INTEGER,
    "price_fen" BIGINT NOT NULL,
    "working_days" INTEGER NOT NULL,
    "extension_cycles" INTEGER NOT NULL DEFAULT 0,
    "extension_days" INTEGER NOT NULL DEFAULT 5,
    "cycles_used" INTEGER NOT NULL DEFAULT 0,
    "buyer_conditions" TEXT NOT NULL DEFAULT '',
    "payment_terms" TEXT NOT NULL DEFAULT '',
    "bidding" JSONB NOT NULL,
    "materials" JSONB NOT NULL,
    "related_parties" TEXT[],
    "submitted_by_id" UUID,
    "submitted_at" TIMESTAMPTZ(6),
    "reviewed_by_id" UUID,
    "review_reason" TEXT,
    "accepted_at" TIMESTAMPTZ(6),
    "published_at" TIMESTAMPTZ(6),
    "period_ends_at" TIMESTAMPTZ(6),
    "suspended_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),
    "state_reason" TEXT,
    "calendar_version" TEXT,
    "parameter_version" INTEGER,
    "previous_id" UUID,
    "division_code" CHAR(6) NOT NULL,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "listing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listing_terms" (
    "listing_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "terms" JSONB NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "listing_terms_pkey" PRIMARY KEY ("listing_id","no")
);

-- CreateTable
CREATE TABLE "intent" (
    "id" UUID NOT NULL,
    "listing_id" UUID NOT NULL,
    "buyer_id" UUID NOT NULL,
    "state" "IntentState" NOT NULL DEFAULT 'REGISTERED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "bidder_no" INTEGER,
    "offer_fen" BIGINT,
    "statement" TEXT NOT NULL DEFAULT '',
    "refusal_reason" TEXT,
    "registered_by_id" UUID NOT NULL,
    "registered_at" TIMESTAMPTZ(6) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(6),

    CONSTRAINT "intent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_account" (
    "id" UUID NOT NULL,
    "kind" "LedgerAccountKind" NOT NULL,
    "owner_key" TEXT NOT NULL DEFAULT '',
    "purpose" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ledger_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_transaction" (
    "id" UUID NOT NULL,
    "request_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "ledger_transaction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ledger_entry" (
    "transaction_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "amount_fen" BIGINT NOT NULL,

    CONSTRAINT "ledger_entry_pkey" PRIMARY KEY ("transaction_id","line")
);

-- CreateTable
CREATE TABLE "deposit" (
    "id" UUID NOT NULL,
    "intent_id" UUID NOT NULL,
    "payer_id" UUID NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "state" "DepositState" NOT NULL DEFAULT 'REQUESTED',
    "version" INTEGER NOT NULL DEFAULT 0,
    "reference" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "held_at" TIMESTAMPTZ(6),
    "locked_at" TIMESTAMPTZ(6),
    "refund_due_at" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "deposit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "payment_receipt" (
    "id" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "provider_ref" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "payer_name" TEXT NOT NULL,
    "amount_fen" BIGINT NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "payment_receipt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "link" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "read_at" TIMESTAMPTZ(6),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mail_message" (
    "id" UUID NOT NULL,
    "recipient" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "state" "MailState" NOT NULL DEFAULT 'QUEUED',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "error" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "sent_at" TIMESTAMPTZ(6),

    CONSTRAINT "mail_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "at" TIMESTAMPTZ(6) NOT NULL,
    "recorded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "act" TEXT NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "person_id" UUID,
    "organisation_id" UUID,
    "session_id" UUID,
    "api_key_id" UUID,
    "ip" TEXT,
    "user_agent" TEXT,
    "request_id" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "division_code" TEXT,
    "before" JSONB,
    "after" JSONB,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_seal" (
    "no" INTEGER NOT NULL,
    "from_xid" xid8 NOT NULL,
    "to_xid" xid8 NOT NULL,
    "entry_ids" BIGINT[],
    "digest" BYTEA NOT NULL,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "audit_seal_pkey" PRIMARY KEY ("no")
);

-- CreateTable
CREATE TABLE "outbox_event" (
    "id" BIGSERIAL NOT NULL,
    "xid" xid8 NOT NULL DEFAULT pg_current_xact_id(),
    "type" TEXT NOT NULL,
    "subject_type" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "request_id" TEXT NOT NULL,
    "occurred_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),
    "delivered_at" TIMESTAMPTZ(6),

    CONSTRAINT "outbox_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handled_event" (
    "handler" TEXT NOT NULL,
    "event_id" BIGINT NOT NULL,
    "handled_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "handled_event_pkey" PRIMARY KEY ("handler","event_id")
);

-- CreateTable
CREATE TABLE "due_act" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(6) NOT NULL,
    "done_at" TIMESTAMPTZ(6),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_try_at" TIMESTAMPTZ(6),
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "due_act_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency_record" (
    "scope" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" INTEGER,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "idempotency_record_pkey" PRIMARY KEY ("scope","key")
);

-- CreateTable
CREATE TABLE "clock_offset" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "offset_ms" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "clock_offset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "parameter" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "scope" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL,
    "effective_from" TIMESTAMPTZ(6) NOT NULL,
    "value" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "parameter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "worker_beat" (
    "id" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(6) NOT NULL,
    "beat_at" TIMESTAMPTZ(6) NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "worker_beat_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "state" "ResultState" NOT NULL DEFAULT 'DRAFT',
    "version" INTEGER NOT NULL DEFAULT 0,
    "title" TEXT NOT NULL,
    "title_en" TEXT,
    "summary" TEXT NOT NULL DEFAULT '',
    "field" TEXT,
    "stage" "ResultStage",
    "readiness_level" INTEGER,
    "programme" TEXT,
    "project_no" TEXT,
    "trade_modes" TEXT[],
    "asked_price_fen" BIGINT,
    "price_negotiable" BOOLEAN NOT NULL DEFAULT false,
    "division_code" CHAR(6) NOT NULL,
    "secrecy_cleared" BOOLEAN NOT NULL DEFAULT false,
    "contact_name" TEXT,
    "contact_phone" TEXT,
    "version_no" INTEGER NOT NULL DEFAULT 0,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(6) NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL,
    "published_at" TIMESTAMPTZ(6),
    "search" tsvector,

    CONSTRAINT "result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_completer" (
    "id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT,
    "person_id" UUID,
    "share_bp" INTEGER NOT NULL,

    CONSTRAINT "result_completer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_right" (
    "id" UUID NOT NULL,
    "result_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "filed_on" DATE,
    "granted_on" DATE,
    "expires_on" DATE,

    CONSTRAINT "result_right_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "result_version" (
    "result_id" UUID NOT NULL,
    "no" INTEGER NOT NULL,
    "snapshot" JSONB NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "by_id" UUID,

    CONSTRAINT "result_version_pkey" PRIMARY KEY ("result_id","no")
);

-- CreateIndex
CREATE UNIQUE INDEX "auction_no_key" ON "auction"("no");

-- CreateIndex
CREATE INDEX "auction_state_free_starts_at_idx" ON "auction"("state", "free_starts_at");

-- CreateIndex
CREATE UNIQUE INDEX "auction_listing_id_round_key" ON "auction"("listing_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "auction_bidder_auction_id_buyer_id_key" ON "auction_bidder"("auction_id", "buyer_id");

-- CreateIndex
CREATE INDEX "bid_log_entry_auction_id_bidder_no_idx" ON "bid_log_entry"("auction_id", "bidder_no");

-- CreateIndex
CREATE UNIQUE INDEX "bid_log_entry_auction_id_request_id_key" ON "bid_log_entry"("auction_id", "request_id");

-- CreateIndex
CREATE UNIQUE INDEX "contract_registration_no_key" ON "contract"("registration_no");

-- CreateIndex
CREATE INDEX "contract_applicant_id_updated_at_idx" ON "contract"("applicant_id", "updated_at");

-- CreateIndex
CREATE INDEX "contract_office_id_state_due_at_idx" ON "contract"("office_id", "state", "due_at");

-- CreateIndex
CREATE INDEX "contract_text_fingerprint_idx" ON "contract"("text_fingerprint");

-- CreateIndex
CREATE INDEX "contract_registered_at_idx" ON "contract"("registered_at");

-- CreateIndex
CREATE INDEX "contract_division_code_state_idx" ON "contract"("division_code", "state");

-- CreateIndex
CREATE INDEX "contract_party_credit_code_side_idx" ON "contract_party"("credit_code", "side");

-- CreateIndex
CREATE INDEX "contract_patent_number_idx" ON "contract_patent"("number");

-- CreateIndex
CREATE INDEX "recognition_decision_by_id_at_idx" ON "recognition_decision"("by_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "registration_certificate_verify_code_key" ON "registration_certificate"("verify_code");

-- CreateIndex
CREATE UNIQUE INDEX "registration_certificate_contract_id_edition_key" ON "registration_certificate"("contract_id", "edition");

-- CreateIndex
CREATE UNIQUE INDEX "provincial_review_contract_id_key" ON "provincial_review"("contract_id");

-- CreateIndex
CREATE INDEX "provincial_review_division_code_state_due_at_idx" ON "provincial_review"("division_code", "state", "due_at");

-- CreateIndex
CREATE UNIQUE INDEX "public_notice_no_key" ON "public_notice"("no");

-- CreateIndex
CREATE INDEX "public_notice_state_published_at_idx" ON "public_notice"("state", "published_at");

-- CreateIndex
CREATE INDEX "public_notice_seller_id_created_at_idx" ON "public_notice"("seller_id", "created_at");

-- CreateIndex
CREATE INDEX "public_notice_buyer_id_created_at_idx" ON "public_notice"("buyer_id", "created_at");

-- CreateIndex
CREATE INDEX "objection_notice_id_filed_at_idx" ON "objection"("notice_id", "filed_at");

-- CreateIndex
CREATE UNIQUE INDEX "deal_no_key" ON "deal"("no");

-- CreateIndex
CREATE INDEX "deal_seller_id_awarded_at_idx" ON "deal"("seller_id", "awarded_at");

-- CreateIndex
CREATE INDEX "deal_buyer_id_awarded_at_idx" ON "deal"("buyer_id", "awarded_at");

-- CreateIndex
CREATE INDEX "deal_venue_id_state_idx" ON "deal"("venue_id", "state");

-- CreateIndex
CREATE UNIQUE INDEX "deal_payment_reference_key" ON "deal_payment"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "transaction_certificate_no_key" ON "transaction_certificate"("no");

-- CreateIndex
CREATE UNIQUE INDEX "transaction_certificate_verify_code_key" ON "transaction_certificate"("verify_code");

-- CreateIndex
CREATE INDEX "transaction_certificate_deal_id_idx" ON "transaction_certificate"("deal_id");

-- CreateIndex
CREATE INDEX "demand_owner_id_updated_at_idx" ON "demand"("owner_id", "updated_at");

-- CreateIndex
CREATE INDEX "demand_state_published_at_idx" ON "demand"("state", "published_at");

-- CreateIndex
CREATE INDEX "document_owner_id_created_at_idx" ON "document"("owner_id", "created_at");

-- CreateIndex
CREATE INDEX "document_subject_type_subject_id_idx" ON "document"("subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "organisation_credit_code_key" ON "organisation"("credit_code");

-- CreateIndex
CREATE INDEX "organisation_state_created_at_idx" ON "organisation"("state", "created_at");

-- CreateIndex
CREATE INDEX "organisation_division_code_idx" ON "organisation"("division_code");

-- CreateIndex
CREATE INDEX "organisation_kind_idx" ON "organisation"("kind");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "person_phone_key" ON "person"("phone");

-- CreateIndex
CREATE INDEX "membership_organisation_id_idx" ON "membership"("organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "membership_person_id_organisation_id_key" ON "membership"("person_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_person_id_expires_at_idx" ON "session"("person_id", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "recovery_code_person_id_code_hash_key" ON "recovery_code"("person_id", "code_hash");

-- CreateIndex
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");

-- CreateIndex
CREATE INDEX "invitation_organisation_id_created_at_idx" ON "invitation"("organisation_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "password_reset_token_hash_key" ON "password_reset"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_prefix_key" ON "api_key"("prefix");

-- CreateIndex
CREATE INDEX "api_key_organisation_id_created_at_idx" ON "api_key"("organisation_id", "created_at");

-- CreateIndex
CREATE INDEX "statistics_difference_contract_id_idx" ON "statistics_difference"("contract_id");

-- CreateIndex
CREATE INDEX "risk_alert_division_code_state_level_idx" ON "risk_alert"("division_code", "state", "level");

-- CreateIndex
CREATE UNIQUE INDEX "risk_alert_rule_fingerprint_key" ON "risk_alert"("rule", "fingerprint");

-- CreateIndex
CREATE INDEX "risk_alert_subject_subject_type_subject_id_idx" ON "risk_alert_subject"("subject_type", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "listing_no_key" ON "listing"("no");

-- CreateIndex
CREATE INDEX "listing_state_published_at_idx" ON "listing"("state", "published_at");

-- CreateIndex
CREATE INDEX "listing_seller_id_updated_at_idx" ON "listing"("seller_id", "updated_at");

-- CreateIndex
CREATE INDEX "listing_venue_id_state_updated_at_idx" ON "listing"("venue_id", "state", "updated_at");

-- CreateIndex
CREATE INDEX "listing_result_id_idx" ON "listing"("result_id");

-- CreateIndex
CREATE INDEX "intent_buyer_id_registered_at_idx" ON "intent"("buyer_id", "registered_at");

-- CreateIndex
CREATE UNIQUE INDEX "intent_listing_id_buyer_id_key" ON "intent"("listing_id", "buyer_id");

-- CreateIndex
CREATE UNIQUE INDEX "intent_listing_id_bidder_no_key" ON "intent"("listing_id", "bidder_no");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_account_kind_owner_key_purpose_key" ON "ledger_account"("kind", "owner_key", "purpose");

-- CreateIndex
CREATE UNIQUE INDEX "ledger_transaction_request_id_key" ON "ledger_transaction"("request_id");

-- CreateIndex
CREATE INDEX "ledger_transaction_subject_type_subject_id_idx" ON "ledger_transaction"("subject_type", "subject_id");

-- CreateIndex
CREATE INDEX "ledger_entry_account_id_idx" ON "ledger_entry"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "deposit_intent_id_key" ON "deposit"("intent_id");

-- CreateIndex
CREATE UNIQUE INDEX "deposit_reference_key" ON "deposit"("reference");

-- CreateIndex
CREATE INDEX "deposit_payer_id_idx" ON "deposit"("payer_id");

-- CreateIndex
CREATE INDEX "deposit_state_idx" ON "deposit"("state");

-- CreateIndex
CREATE INDEX "payment_receipt_reference_idx" ON "payment_receipt"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "payment_receipt_provider_provider_ref_key" ON "payment_receipt"("provider", "provider_ref");

-- CreateIndex
CREATE INDEX "notification_person_id_created_at_idx" ON "notification"("person_id", "created_at");

-- CreateIndex
CREATE INDEX "mail_message_state_created_at_idx" ON "mail_message"("state", "created_at");

-- CreateIndex
CREATE INDEX "audit_entry_subject_type_subject_id_id_idx" ON "audit_entry"("subject_type", "subject_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_act_id_idx" ON "audit_entry"("act", "id");

-- CreateIndex
CREATE INDEX "audit_entry_person_id_id_idx" ON "audit_entry"("person_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_organisation_id_id_idx" ON "audit_entry"("organisation_id", "id");

-- CreateIndex
CREATE INDEX "audit_entry_division_code_id_idx" ON "audit_entry"("division_code", "id");

-- CreateIndex
CREATE INDEX "audit_entry_recorded_at_idx" ON "audit_entry"("recorded_at");

-- CreateIndex
CREATE INDEX "audit_seal_sealed_at_idx" ON "audit_seal"("sealed_at");

-- CreateIndex
CREATE INDEX "outbox_event_type_id_idx" ON "outbox_event"("type", "id");

-- CreateIndex
CREATE INDEX "outbox_event_subject_type_subject_id_id_idx" ON "outbox_event"("subject_type", "subject_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "due_act_kind_subject_id_key" ON "due_act"("kind", "subject_id");

-- CreateIndex
CREATE INDEX "idempotency_record_created_at_idx" ON "idempotency_record"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "parameter_key_scope_version_key" ON "parameter"("key", "scope", "version");

-- CreateIndex
CREATE INDEX "result_owner_id_updated_at_idx" ON "result"("owner_id", "updated_at");

-- CreateIndex
CREATE INDEX "result_state_published_at_idx" ON "result"("state", "published_at");

-- CreateIndex
CREATE INDEX "result_field_published_at_idx" ON "result"("field", "published_at");

-- CreateIndex
CREATE UNIQUE INDEX "result_completer_result_id_position_key" ON "result_completer"("result_id", "position");

-- CreateIndex
CREATE INDEX "result_right_number_idx" ON "result_right"("number");

-- CreateIndex
CREATE UNIQUE INDEX "result_right_result_id_position_key" ON "result_right"("result_id", "position");

-- AddForeignKey
ALTER TABLE "auction" ADD CONSTRAINT "auction_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "auction_bidder" ADD CONSTRAINT "auction_bidder_auction_id_fkey" FOREIGN KEY ("auction_id") REFERENCES "auction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bid_log_entry" ADD CONSTRAINT "bid_log_entry_auction_id_fkey" FOREIGN KEY ("auction_id") REFERENCES "auction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_applicant_id_fkey" FOREIGN KEY ("applicant_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract" ADD CONSTRAINT "contract_office_id_fkey" FOREIGN KEY ("office_id") REFERENCES "organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_party" ADD CONSTRAINT "contract_party_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_deduction" ADD CONSTRAINT "contract_deduction_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_instalment" ADD CONSTRAINT "contract_instalment_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_patent" ADD CONSTRAINT "contract_patent_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contract_attachment" ADD CONSTRAINT "contract_attachment_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recognition_decision" ADD CONSTRAINT "recognition_decision_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registration_certificate" ADD CONSTRAINT "registration_certificate_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provincial_review" ADD CONSTRAINT "provincial_review_contract_id_fkey" FOREIGN KEY ("contract_id") REFERENCES "contract"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_notice" ADD CONSTRAINT "public_notice_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_notice" ADD CONSTRAINT "public_notice_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_notice" ADD CONSTRAINT "public_notice_buyer_id_fkey" FOREIGN KEY ("buyer_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "objection" ADD CONSTRAINT "objection_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "public_notice"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_auction_id_fkey" FOREIGN KEY ("auction_id") REFERENCES "auction"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_notice_id_fkey" FOREIGN KEY ("notice_id") REFERENCES "public_notice"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal" ADD CONSTRAINT "deal_buyer_id_fkey" FOREIGN KEY ("buyer_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deal_payment" ADD CONSTRAINT "deal_payment_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "transaction_certificate" ADD CONSTRAINT "transaction_certificate_deal_id_fkey" FOREIGN KEY ("deal_id") REFERENCES "deal"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "demand" ADD CONSTRAINT "demand_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_sha256_fkey" FOREIGN KEY ("sha256") REFERENCES "stored_file"("sha256") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document" ADD CONSTRAINT "document_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership" ADD CONSTRAINT "membership_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "password_reset" ADD CONSTRAINT "password_reset_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_organisation_id_fkey" FOREIGN KEY ("organisation_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "risk_alert_subject" ADD CONSTRAINT "risk_alert_subject_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "risk_alert"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_seller_id_fkey" FOREIGN KEY ("seller_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing" ADD CONSTRAINT "listing_venue_id_fkey" FOREIGN KEY ("venue_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listing_terms" ADD CONSTRAINT "listing_terms_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intent" ADD CONSTRAINT "intent_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "intent" ADD CONSTRAINT "intent_buyer_id_fkey" FOREIGN KEY ("buyer_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_transaction_id_fkey" FOREIGN KEY ("transaction_id") REFERENCES "ledger_transaction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "ledger_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deposit" ADD CONSTRAINT "deposit_intent_id_fkey" FOREIGN KEY ("intent_id") REFERENCES "intent"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "deposit" ADD CONSTRAINT "deposit_payer_id_fkey" FOREIGN KEY ("payer_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_completer" ADD CONSTRAINT "result_completer_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_right" ADD CONSTRAINT "result_right_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result_version" ADD CONSTRAINT "result_version_result_id_fkey" FOREIGN KEY ("result_id") REFERENCES "result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- What Prisma has no words for: invariants that the database itself holds.

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- Append-only tables. Grants stop the application, triggers stop everybody else who is not determined to drop them.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

DO $$
DECLARE append_only text;
BEGIN
  FOREACH append_only IN ARRAY ARRAY['audit_entry', 'audit_seal', 'bid_log_entry', 'ledger_transaction', 'ledger_entry', 'listing_terms',
                                     'result_version', 'recognition_decision', 'payment_receipt'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', append_only || '_append_only', append_only);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', append_only || '_no_truncate', append_only);
  END LOOP;
END $$;

-- The ledger balances at every commit.
CREATE FUNCTION ledger_balances() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT coalesce(sum(amount_fen), 0) <> 0 OR count(*) < 2 FROM ledger_entry WHERE transaction_id = NEW.transaction_id) THEN
    RAISE EXCEPTION 'ledger transaction % does not balance', NEW.transaction_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER ledger_entry_balances AFTER INSERT ON ledger_entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION ledger_balances();
ALTER TABLE ledger_entry ADD CONSTRAINT ledger_entry_not_zero CHECK (amount_fen <> 0);
ALTER TABLE deposit ADD CONSTRAINT deposit_positive CHECK (amount_fen > 0);
ALTER TABLE payment_receipt ADD CONSTRAINT payment_receipt_positive CHECK (amount_fen > 0);
ALTER TABLE deal_payment ADD CONSTRAINT deal_payment_positive CHECK (amount_fen > 0);

-- The end of a lot never moves back, its log never shrinks, its price never falls (descending lots keep their price in the log).
CREATE FUNCTION auction_only_forward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.ends_at < OLD.ends_at OR NEW.sequence < OLD.sequence OR NEW.accepted_count < OLD.accepted_count
     OR (OLD.current_fen IS NOT NULL AND (NEW.current_fen IS NULL OR NEW.current_fen < OLD.current_fen))
     OR NEW.announcement IS DISTINCT FROM OLD.announcement THEN
    RAISE EXCEPTION 'auction % may only move forward', OLD.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER auction_only_forward BEFORE UPDATE ON auction FOR EACH ROW EXECUTE FUNCTION auction_only_forward();
ALTER TABLE auction
  ADD CONSTRAINT auction_start_positive CHECK (start_price_fen > 0),
  ADD CONSTRAINT auction_times CHECK (free_starts_at < free_ends_at AND free_ends_at <= ends_at),
  ADD CONSTRAINT auction_price_at_least_start CHECK (current_fen IS NULL OR current_fen >= start_price_fen),
  ADD CONSTRAINT auction_one_at_a_time EXCLUDE USING gist (listing_id WITH =, tstzrange(free_starts_at, ends_at) WITH &&)
    WHERE (state NOT IN ('FAILED', 'ANNULLED'));
ALTER TABLE bid_log_entry
  ADD CONSTRAINT bid_log_entry_shape CHECK (
    (kind = 'BID' AND bidder_no IS NOT NULL AND amount_fen IS NOT NULL AND request_id IS NOT NULL
       AND verdict IN ('ACCEPTED', 'MATCHED', 'REFUSED') AND (verdict = 'REFUSED') = (reason IS NOT NULL))
    OR (kind IN ('HALTED', 'REOPENED') AND verdict IS NULL AND bidder_no IS NULL AND amount_fen IS NULL)),
  ADD CONSTRAINT bid_log_entry_accepted CHECK (verdict IS NULL OR verdict = 'REFUSED' OR (amount_fen > 0 AND received_at < ends_at_after));

-- Results, listings, deals.
ALTER TABLE result
  ADD CONSTRAINT result_readiness CHECK (readiness_level BETWEEN 1 AND 9),
  ADD CONSTRAINT result_price CHECK (asked_price_fen > 0),
  ADD CONSTRAINT result_never_secret CHECK (state <> 'PUBLISHED' OR secrecy_cleared);
ALTER TABLE result_completer ADD CONSTRAINT result_completer_share CHECK (share_bp BETWEEN 0 AND 10000);
ALTER TABLE listing
  ADD CONSTRAINT listing_price CHECK (price_fen > 0),
  ADD CONSTRAINT listing_days CHECK (working_days > 0),
  ADD CONSTRAINT listing_four_eyes CHECK (accepted_at IS NULL OR reviewed_by_id IS DISTINCT FROM submitted_by_id),
  ADD CONSTRAINT listing_public_was_accepted CHECK (published_at IS NULL OR accepted_at IS NOT NULL);
CREATE UNIQUE INDEX listing_exclusive_once ON listing (result_id)
  WHERE state IN ('LISTED', 'SUSPENDED', 'AGREE_PRICE', 'BIDDING', 'AWARDED', 'CONTRACTING', 'SETTLING') AND licence_kind IS DISTINCT FROM 'ordinary';
ALTER TABLE public_notice
  ADD CONSTRAINT public_notice_price CHECK (price_fen > 0),
  ADD CONSTRAINT public_notice_days CHECK (days >= 15),
  ADD CONSTRAINT public_notice_two_sides CHECK (seller_id <> buyer_id);
ALTER TABLE deal
  ADD CONSTRAINT deal_price CHECK (price_fen > 0),
  ADD CONSTRAINT deal_two_sides CHECK (seller_id <> buyer_id),
  ADD CONSTRAINT deal_signed_by_both CHECK (signed_at IS NULL OR (seller_signed_at IS NOT NULL AND buyer_signed_at IS NOT NULL AND contract_hash IS NOT NULL));
CREATE UNIQUE INDEX deal_once_per_auction ON deal (auction_id) WHERE auction_id IS NOT NULL AND state <> 'ANNULLED';
CREATE UNIQUE INDEX deal_once_per_notice ON deal (notice_id) WHERE notice_id IS NOT NULL AND state <> 'ANNULLED';
CREATE UNIQUE INDEX transaction_certificate_one_active ON transaction_certificate (deal_id) WHERE revoked_at IS NULL;

-- Contract registration.
ALTER TABLE contract
  ADD CONSTRAINT contract_amounts CHECK (technical_fen >= 0 AND turnover_fen >= 0 AND technical_fen <= turnover_fen),
  ADD CONSTRAINT contract_term CHECK (valid_from <= valid_to),
  ADD CONSTRAINT contract_no_state_secret CHECK (secret IN ('none', 'commercial')),
  ADD CONSTRAINT contract_number_and_state CHECK ((registration_no IS NOT NULL) = (registered_at IS NOT NULL)
    AND (state NOT IN ('REGISTERED', 'RE_REVIEW', 'CHANGE_PENDING', 'CANCELLED', 'REVOKED') OR registration_no IS NOT NULL)),
  ADD CONSTRAINT contract_registered_facts CHECK (registration_no IS NULL OR (turnover_fen IS NOT NULL AND technical_fen > 0 AND contract_type IS NOT NULL AND office_id IS NOT NULL));
CREATE UNIQUE INDEX contract_one_per_deal ON contract (deal_id) WHERE deal_id IS NOT NULL AND state NOT IN ('REFUSED', 'WITHDRAWN', 'CANCELLED', 'REVOKED');
CREATE UNIQUE INDEX registration_certificate_one_active ON registration_certificate (contract_id) WHERE revoked_at IS NULL;
ALTER TABLE contract_party ADD CONSTRAINT contract_party_share CHECK (share_bp BETWEEN 0 AND 10000);
ALTER TABLE contract_deduction ADD CONSTRAINT contract_deduction_amounts CHECK (amount_fen > 0 AND carrier_fen BETWEEN 0 AND amount_fen);

-- Organisations.
CREATE UNIQUE INDEX organisation_office_no ON organisation (substr(division_code, 1, 4), office_no) WHERE office_no IS NOT NULL;
ALTER TABLE organisation ADD CONSTRAINT organisation_division CHECK (division_code ~ '^[0-9]{6}$'),
  ADD CONSTRAINT organisation_jurisdiction CHECK (jurisdiction IS NULL OR jurisdiction ~ '^([1-9][0-9]([0-9]{2}){0,2})?$');
ALTER TABLE person ADD CONSTRAINT person_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL);
ALTER TABLE clock_offset ADD CONSTRAINT clock_offset_one_row CHECK (id = 1 AND offset_ms >= 0);

-- What the worker looks for every second.
CREATE INDEX due_act_undone ON due_act (due_at) WHERE done_at IS NULL;
CREATE INDEX outbox_event_undelivered ON outbox_event (xid, id) WHERE delivered_at IS NULL;
CREATE INDEX audit_entry_commit_order ON audit_entry (xid, id);
CREATE INDEX statistics_difference_unmerged ON statistics_difference (id) WHERE merged_at IS NULL;
CREATE INDEX mail_message_queued ON mail_message (created_at) WHERE state = 'QUEUED';

-- Chinese search: bigrams made by the application.
CREATE INDEX result_search ON result USING gin (search);
CREATE INDEX demand_search ON demand USING gin (search);

-- The application's role.
GRANT USAGE ON SCHEMA public TO ttx_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ttx_app;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ttx_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ttx_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ttx_app;
REVOKE UPDATE, DELETE, TRUNCATE ON audit_entry, audit_seal, bid_log_entry, ledger_transaction, ledger_entry, listing_terms, result_version,
  recognition_decision, payment_receipt FROM ttx_app;
CREATE SCHEMA IF NOT EXISTS bullmq AUTHORIZATION ttx_app;
