import { createHash, randomBytes, randomUUID } from "node:crypto";
import { announcementHash, announcementJson, initialEnd, type Announcement } from "@ttx/domain/auction";
import type { PersonActor } from "@ttx/domain/shared/actor";
import { fen } from "@ttx/domain/shared/money";
import type pg from "pg";

/** An admitted buyer with a session of its own: who it is to a use case, and what it shows at the door. */
export type Bidder = { readonly actor: PersonActor; readonly token: string };
export type BenchLot = { readonly auctionId: string };

const DIVISION = "330106";

/** Verified buyers, each with a person, a membership and a session, written as signing in leaves them. */
export async function makeBidders(pool: pg.Pool, count: number): Promise<Bidder[]> {
  const made = Array.from({ length: count }, () => ({ organisationId: randomUUID(), personId: randomUUID(), membershipId: randomUUID(), sessionId: randomUUID(), token: randomBytes(32).toString("base64url") }));
  const column = <Key extends keyof (typeof made)[number]>(key: Key) => made.map((one) => one[key]);
  await pool.query(
    `insert into organisation (id, name, kind, party_type, credit_code, division_code, state, created_at)
     select t.id, 'Buyer ' || t.id, 'ENTERPRISE', '150', left('91330106' || translate(t.id::text, '-', ''), 18), $2, 'VERIFIED', clock_timestamp() from unnest($1::uuid[]) t(id)`,
    [column("organisationId"), DIVISION],
  );
  await pool.query(
    `with people as (
       insert into person (id, name, email, password_hash, created_at)
       select t.id, 'Bidder', t.id || '@bench.example', '-', clock_timestamp() from unnest($1::uuid[]) t(id) returning id
     ), members as (
       insert into membership (id, person_id, organisation_id, roles, created_at)
       select t.id, t.person, t.organisation, array['BUYER'], clock_timestamp() from unnest($2::uuid[], $1::uuid[], $3::uuid[]) t(id, person, organisation) returning id
     )
     insert into session (id, token_hash, person_id, membership_id, created_at, last_seen_at, expires_at)
     select t.id, t.hash, t.person, t.membership, clock_timestamp(), clock_timestamp() + interval '1 day', clock_timestamp() + interval '1 day'
     from unnest($4::uuid[], $5::bytea[], $1::uuid[], $2::uuid[]) t(id, hash, person, membership)`,
    [column("personId"), column("membershipId"), column("organisationId"), column("sessionId"), made.map(({ token }) => createHash("sha256").update(token).digest())],
  );
  return made.map(({ organisationId, personId, membershipId, sessionId, token }) => ({
    token,
    actor: {
      kind: "person",
      personId,
      name: "Bidder",
      language: "zh",
      sessionId,
      membershipId,
      organisation: { id: organisationId, name: "Buyer", kind: "ENTERPRISE", state: "VERIFIED", divisionCode: DIVISION, jurisdiction: null },
      roles: ["BUYER"],
      secondFactor: false,
    },
  }));
}

export type Times = { readonly freeMs: number; readonly windowSeconds: number };
/** So long that nothing closes while it is measured. */
const LONG: Times = { freeMs: 12 * 3_600_000, windowSeconds: 300 };

/** Lots in their free period, each with these bidders admitted and their deposits locked. Start 1 yuan, step 1 fen, the leader may top up. */
export async function openLots(pool: pg.Pool, count: number, bidders: readonly Bidder[], { freeMs, windowSeconds }: Times = LONG): Promise<BenchLot[]> {
  const [{ seller, venue }] = (
    await pool.query<{ seller: string; venue: string }>(
      `insert into organisation (id, name, kind, party_type, credit_code, division_code, state, created_at)
       select t.id, t.name, t.kind::"OrganisationKind", '150', left('12330106' || translate(t.id::text, '-', ''), 18), $2, 'VERIFIED', clock_timestamp()
       from unnest($1::uuid[], array['Seller', 'Venue'], array['UNIVERSITY', 'VENUE']) t(id, name, kind) returning $1[1]::uuid as seller, $1[2]::uuid as venue`,
      [[randomUUID(), randomUUID()], DIVISION],
    )
  ).rows as [{ seller: string; venue: string }];
  const freeStart = new Date(Date.now() - 60_000);
  const freeEnd = new Date(Date.now() + freeMs);
  const lots = Array.from({ length: count }, () => {
    const auctionId = randomUUID();
    const announcement: Announcement = {
      procedureId: auctionId,
      startPriceFen: fen(100n),
      incrementTable: [{ fromFen: fen(0n), stepFen: fen(1n) }],
      incrementMode: "AT_LEAST",
      clockForm: "TWO_PHASE",
      freeStart,
      freeEnd,
      windowSeconds,
      priorityMode: "NONE",
      allowTopUpByLeader: true,
      priorityRanks: {},
    };
    return { auctionId, listingId: randomUUID(), announcement, hash: announcementHash(announcement) };
  });
  await pool.query(
    `with results as (
       insert into result (id, owner_id, title, state, division_code, secrecy_cleared, published_at, created_at, updated_at)
       select t.id, $3, 'Result', 'PUBLISHED', $2, true, clock_timestamp(), clock_timestamp(), clock_timestamp() from unnest($1::uuid[]) t(id) returning id
     )
     insert into listing (id, no, result_id, seller_id, venue_id, state, trade_mode, price_fen, working_days, bidding, materials, division_code, created_at, updated_at)
     select t.id, 'BENCH-' || t.id, t.id, $3, $4, 'BIDDING', 'TRANSFER', 100, 10, '{}', '{}', $2, clock_timestamp(), clock_timestamp() from unnest($1::uuid[]) t(id)`,
    [lots.map(({ listingId }) => listingId), DIVISION, seller, venue],
  );
  const endsAt = initialEnd(lots[0]!.announcement);
  await pool.query(
    `insert into auction (id, no, listing_id, state, format, announcement, announcement_hash, chain_head, start_price_fen, free_starts_at, free_ends_at, ends_at, division_code, created_at)
     select t.id, 'BENCH-' || t.id, t.listing, 'OPEN_FREE', 'F1', t.announcement, t.hash, t.hash, 100, $5, $6, $7, $8, clock_timestamp()
     from unnest($1::uuid[], $2::uuid[], $3::jsonb[], $4::text[]) t(id, listing, announcement, hash)`,
    [
      lots.map(({ auctionId }) => auctionId),
      lots.map(({ listingId }) => listingId),
      lots.map(({ announcement }) => JSON.stringify(announcementJson(announcement))),
      lots.map(({ hash }) => hash),
      freeStart,
      freeEnd,
      endsAt,
      DIVISION,
    ],
  );
  await admit(pool, lots, bidders, { freeEnd, endsAt });
  await pool.query("analyze");
  return lots.map(({ auctionId }) => ({ auctionId }));
}

async function admit(pool: pg.Pool, lots: readonly { readonly auctionId: string; readonly listingId: string }[], bidders: readonly Bidder[], due: { readonly freeEnd: Date; readonly endsAt: Date }): Promise<void> {
  await pool.query(
    `with pairs as materialized (
       select l.auction, l.listing, b.organisation, b.person, 100 + b.number as no, gen_random_uuid() as intent, gen_random_uuid() as receipt
       from unnest($1::uuid[], $2::uuid[]) l(auction, listing), unnest($3::uuid[], $4::uuid[]) with ordinality b(organisation, person, number)
     ), intents as (
       insert into intent (id, listing_id, buyer_id, state, bidder_no, admitted_at, registered_by_id, registered_at)
       select intent, listing, organisation, 'ADMITTED', no, clock_timestamp(), person, clock_timestamp() from pairs returning id
     ), receipts as (
       insert into payment_receipt (id, provider, provider_ref, reference, payer_name, amount_fen, received_at, outcome)
       select receipt, 'bench', receipt::text, receipt::text, 'Buyer', 100, clock_timestamp(), 'HELD' from pairs returning id
     ), deposits as (
       insert into deposit (id, intent_id, payer_id, amount_fen, state, reference, due_at, held_at, receipt_id)
       select gen_random_uuid(), intent, organisation, 100, 'LOCKED', receipt::text, clock_timestamp(), clock_timestamp(), receipt from pairs returning id
     ), dues as (
       insert into due_act (id, kind, subject_id, due_at) select gen_random_uuid(), d.kind, l.auction::text, d.at
       from unnest($1::uuid[]) l(auction), (values ('auction.end-free-period', $5::timestamptz), ('auction.close', $6::timestamptz)) d(kind, at) returning id
     )
     insert into auction_bidder (auction_id, bidder_no, intent_id, buyer_id) select auction, no::text, intent, organisation from pairs`,
    [lots.map(({ auctionId }) => auctionId), lots.map(({ listingId }) => listingId), bidders.map(({ actor }) => actor.organisation!.id), bidders.map(({ actor }) => actor.personId), due.freeEnd, due.endsAt],
  );
}
