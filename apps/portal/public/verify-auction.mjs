#!/usr/bin/env node
/*
 * Checks an auction of the national technology exchange without the exchange: node verify-auction.mjs LOG.json
 *
 * LOG.json is what "/api/v1/auctions/{id}/verification" answers when the lot is over. This file needs nothing but Node 18 or newer and asks
 * nobody. It recomputes the hash of the announcement, every link of the chain and every decision of the log by the announced rules, and says
 * winner, price and end, or names the first entry that does not fit. It was written apart from the exchange's own replay; both are tested
 * against each other. Amounts are in fen (0.01 yuan), instants in UTC.
 *
 * Open ascending formats (F1, F2) are replayed whole. Of other formats the chain is checked, and said to be all that was checked.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const FORMAT = "ttx-bid-log-1";
const sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");
const ms = (instant) => Date.parse(instant);
const iso = (instant) => new Date(instant).toISOString();

/** JSON with the names of every object in order. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const names = Object.keys(value).filter((name) => value[name] !== undefined).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(",")}}`;
}

export function announcementHash(a) {
  const ranks = Object.keys(a.priorityRanks).sort().map((number) => [number, a.priorityRanks[number]]);
  return sha256(
    JSON.stringify([
      FORMAT, a.procedureId, String(BigInt(a.startPriceFen)), a.incrementTable.map((rung) => [String(BigInt(rung.fromFen)), String(BigInt(rung.stepFen))]), a.incrementMode, a.clockForm,
      iso(a.freeStart), iso(a.freeEnd), a.windowSeconds, a.hardStop === undefined ? null : iso(a.hardStop), a.priorityMode, a.allowTopUpByLeader, ranks,
      ...(a.procedure === undefined ? [] : [canonical(a.procedure)]),
    ]),
  );
}

export function entryHash(previousHash, e) {
  const amount = e.amountInFen === undefined || e.amountInFen === null ? null : String(e.amountInFen);
  let content = [];
  if (e.kind === "BID") content = [e.bidderNo, amount, e.verdict, e.reason ?? null, ...(e.automatic ? ["AUTOMATIC"] : [])];
  else if (e.body) content = [e.bidderNo ?? null, amount, e.verdict ?? null, e.reason ?? null, canonical(e.body)];
  return sha256(JSON.stringify([FORMAT, previousHash, e.sequence, e.kind, iso(e.at), iso(e.endsAt), ...content]));
}

/** The step that holds at a price: that of the highest rung at or below it. */
function stepAt(ladder, price) {
  let step = ladder[0].step;
  for (const rung of ladder) if (rung.from <= price) step = rung.step;
  return step;
}

/** What the rules say of a bid: "ACCEPTED", "MATCHED", or the reason of a refusal. */
function judge(lot, e) {
  const { terms } = lot;
  const at = ms(e.at);
  const amount = BigInt(e.amountInFen);
  if (lot.haltedAt !== null || at < terms.freeStart) return "NOT_OPEN";
  if (at >= lot.endsAt) return "LATE"; // a bid exactly at the end is late
  if (amount <= 0n) return "AMOUNT_NOT_POSITIVE";
  if (lot.leader === e.bidderNo && !terms.allowTopUpByLeader) return "ALREADY_LEADER";
  const rank = terms.ranks[e.bidderNo];
  const mayMatch = terms.priorityMode === "IN_HALL" && rank !== undefined && lot.price !== null && amount === lot.price && e.bidderNo !== lot.leader;
  if (mayMatch && (terms.ranks[lot.leader] === undefined || rank < terms.ranks[lot.leader])) return "MATCHED";
  if (lot.price === null && amount < terms.start) return "BELOW_START";
  if (lot.price !== null && amount < lot.price + stepAt(terms.ladder, lot.price)) return "BELOW_MINIMUM";
  const base = lot.price ?? terms.start;
  return terms.incrementMode === "MULTIPLE" && (amount - base) % stepAt(terms.ladder, base) !== 0n ? "NOT_A_MULTIPLE" : "ACCEPTED";
}

/** Reasons that rest on facts about the bidder which the log does not show; they change neither price nor clock. */
const PERSONAL = new Set(["NOT_ADMITTED", "DEPOSIT_NOT_LOCKED", "BARRED"]);

function takeBid(lot, e) {
  if (e.verdict === "REFUSED" && PERSONAL.has(e.reason)) return true;
  const verdict = judge(lot, e);
  if (verdict !== "ACCEPTED" && verdict !== "MATCHED") return e.verdict === "REFUSED" && e.reason === verdict;
  if (e.verdict !== verdict) return false;
  const { terms } = lot;
  lot.price = BigInt(e.amountInFen);
  lot.leader = e.bidderNo;
  const isFixed = terms.clockForm === "CONTEST" && ms(e.at) < terms.freeEnd;
  if (!isFixed) lot.endsAt = Math.max(lot.endsAt, Math.min(ms(e.at) + terms.windowMs, terms.hardStop));
  return true;
}

function halt(lot, e) {
  const at = ms(e.at);
  const isPause = lot.terms.clockForm === "CONTEST" && at === lot.terms.freeEnd;
  if (lot.haltedAt !== null || (at >= lot.endsAt && !isPause)) return false;
  lot.haltedAt = at;
  return true;
}

/** In the free phase everything shifts by the outage; afterwards the countdown begins again. */
function reopen(lot, e) {
  if (lot.haltedAt === null) return false;
  const { terms } = lot;
  const outage = ms(e.at) - lot.haltedAt;
  const wasFree = lot.haltedAt < terms.freeEnd;
  terms.hardStop += outage;
  if (wasFree) {
    terms.freeEnd += outage;
    lot.endsAt += outage;
  } else lot.endsAt = Math.max(lot.endsAt, ms(e.at) + terms.windowMs);
  lot.haltedAt = null;
  return true;
}

/** Those with a right before the highest bidder's, in order of rank. */
function holdersOf({ terms, leader }) {
  const before = terms.ranks[leader] ?? Infinity;
  const numbers = Object.keys(terms.ranks).filter((number) => number !== leader && terms.ranks[number] < before);
  return numbers.sort((a, b) => terms.ranks[a] - terms.ranks[b] || (a < b ? -1 : 1)).map((number) => ({ number, rank: terms.ranks[number], answer: null, at: 0 }));
}

function offer(lot, e) {
  if (lot.offer || lot.terms.priorityMode !== "AFTER" || lot.leader === null || ms(e.at) < lot.endsAt) return false;
  const holders = holdersOf(lot);
  const dueAt = ms(e.body.dueAt);
  if (holders.length === 0 || !(dueAt > lot.endsAt) || e.body.to !== holders.map(({ number }) => number).join(",")) return false;
  lot.offer = { holders, dueAt, isOver: false };
  return true;
}

function answerOffer(lot, e) {
  const holder = lot.offer?.holders.find(({ number }) => number === e.bidderNo);
  if (!holder || lot.offer.isOver || holder.answer !== null || ms(e.at) >= lot.offer.dueAt || !["ACCEPT", "DECLINE"].includes(e.body.answer)) return false;
  holder.answer = e.body.answer;
  holder.at = ms(e.at);
  return true;
}

/** The first in rank to accept takes the lot; while somebody before him may still answer, he waits; silence until the deadline waives. */
function endOffer(lot, e) {
  if (!lot.offer || lot.offer.isOver) return false;
  const isPast = ms(e.at) >= lot.offer.dueAt;
  const inOrder = [...lot.offer.holders].sort((a, b) => a.rank - b.rank || a.at - b.at);
  const waiting = isPast ? [] : inOrder.filter(({ answer }) => answer === null);
  const taker = inOrder.find(({ answer }) => answer === "ACCEPT");
  if (taker ? waiting.some(({ rank }) => rank < taker.rank) : waiting.length > 0) return false;
  if ((taker?.number ?? undefined) !== (e.bidderNo ?? undefined)) return false;
  if (taker) lot.leader = taker.number;
  lot.offer.isOver = true;
  return true;
}

const STEPS = { BID: takeBid, HALTED: halt, REOPENED: reopen, OFFERED: offer, ANSWERED: answerOffer, OFFER_ENDED: endOffer };

function opening(a) {
  const terms = {
    start: BigInt(a.startPriceFen),
    ladder: a.incrementTable.map((rung) => ({ from: BigInt(rung.fromFen), step: BigInt(rung.stepFen) })),
    incrementMode: a.incrementMode,
    clockForm: a.clockForm,
    freeStart: ms(a.freeStart),
    freeEnd: ms(a.freeEnd),
    windowMs: a.windowSeconds * 1000,
    hardStop: a.hardStop === undefined ? Infinity : ms(a.hardStop),
    priorityMode: a.priorityMode,
    allowTopUpByLeader: a.allowTopUpByLeader,
    ranks: a.priorityRanks,
  };
  const endsAt = a.clockForm === "TWO_PHASE" ? terms.freeEnd + terms.windowMs : terms.freeEnd;
  return { terms, endsAt, price: null, leader: null, haltedAt: null, offer: null };
}

/** Recomputes everything. `brokenLink` and `firstBadEntry` are places in the log; undefined when there is none. */
export function verify(announcement, log) {
  const genesis = announcementHash(announcement);
  let previousHash = genesis;
  let brokenLink;
  for (const [i, e] of log.entries()) {
    if (e.previousHash !== previousHash || e.hash !== entryHash(previousHash, e)) {
      brokenLink = i + 1;
      break;
    }
    previousHash = e.hash;
  }
  const isReplayed = ["F1", "F2"].includes(announcement.procedure?.format ?? "F1");
  const lot = opening(announcement);
  let firstBadEntry;
  let lastAt = 0;
  for (const [i, e] of isReplayed ? log.entries() : []) {
    const before = { endsAt: lot.endsAt, price: lot.price, leader: lot.leader };
    const fits = e.sequence === i + 1 && ms(e.at) >= lastAt && STEPS[e.kind]?.(lot, e) === true && ms(e.endsAt) === lot.endsAt;
    if (!fits) {
      firstBadEntry = i + 1;
      Object.assign(lot, before);
      break;
    }
    lastAt = ms(e.at);
  }
  return { announcementHash: genesis, chainHead: log.at(-1)?.hash ?? genesis, brokenLink, isReplayed, firstBadEntry, winner: lot.leader, priceFen: lot.price, endsAt: new Date(lot.endsAt) };
}

/** The sentence for a person, and whether all is well. */
export function report(published) {
  if (!Array.isArray(published.log)) return { genuine: false, lines: ["The log is not published yet: it is when the lot is over."] };
  const found = verify(published.announcement, published.log);
  const lines = [];
  if (found.announcementHash !== published.announcementHash) lines.push("The announcement is not the one whose hash was published.");
  if (found.brokenLink !== undefined) lines.push(`The chain is broken at entry ${found.brokenLink}.`);
  if (found.firstBadEntry !== undefined) lines.push(`Entry ${found.firstBadEntry} does not follow from the announced rules.`);
  if (found.chainHead !== published.chainHead) lines.push("The log does not end with the chain head that was published.");
  if (found.isReplayed && lines.length === 0) {
    if ((found.winner ?? null) !== published.winner) lines.push(`The winner by the log is ${found.winner ?? "nobody"}, not ${published.winner ?? "nobody"}.`);
    if (found.endsAt.getTime() !== ms(published.endsAt)) lines.push(`The end by the log is ${found.endsAt.toISOString()}, not ${published.endsAt}.`);
  }
  if (lines.length > 0) return { genuine: false, lines };
  const yuan = found.priceFen === null ? null : `${found.priceFen / 100n}.${String(found.priceFen % 100n).padStart(2, "0")}`;
  const result = found.isReplayed ? `Winner ${found.winner ?? "nobody"}, price ${yuan ?? "none"} yuan, end ${found.endsAt.toISOString()}.` : "The rules of this format are not in this program: only announcement and chain were checked.";
  return { genuine: true, lines: [`${published.log.length} entries fit. ${result}`, `Chain head ${found.chainHead}.`] };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { genuine, lines } = report(JSON.parse(readFileSync(process.argv[2] ?? 0, "utf8")));
  console.log(lines.join("\n"));
  process.exitCode = genuine ? 0 : 1;
}
