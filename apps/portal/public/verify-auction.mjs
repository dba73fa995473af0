#!/usr/bin/env node
/*
 * Checks an auction of the national technology exchange without the exchange: node verify-auction.mjs LOG.json
 *
 * LOG.json is what "/api/v1/auctions/{id}/verification" answers when the lot is over. This file needs nothing but Node 18 or newer and asks
 * nobody. It recomputes the hash of the announcement, every link of the chain and every decision of the log by the announced rules, and says
 * winner, price and end, or names the first entry that does not fit. It was written apart from the exchange's own replay; both are tested
 * against each other. Amounts are in fen (0.01 yuan), instants in UTC.
 *
 * All six formats are replayed whole: F1 and F2 bid by bid; F3 to F6 stage by stage, with every commitment, opening, score and draw recomputed.
 * Where exchange and notary hold keys, each half that one of them has laid open is encrypted again with his announced key and has to give what the
 * bidder had sealed to him; with both halves the bid is opened here once more.
 *
 * Signatures under the record are checked too: each is the platform's Ed25519 signature over result, head of the log, role, account and time. With
 * node verify-auction.mjs LOG.json FINGERPRINT the key has to be the one with that fingerprint; the exchange publishes it at /docs/seals.
 */
import { constants, createDecipheriv, createHash, createPublicKey, publicEncrypt, verify as verifySignature } from "node:crypto";
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
  if (isFixed) lot.lastBids.set(e.bidderNo, ms(e.at));
  if (!isFixed) lot.endsAt = Math.max(lot.endsAt, Math.min(ms(e.at) + terms.windowMs, terms.hardStop));
  return true;
}

/** Land form: two or more bid in the last hour of the free period, and the limited period that follows then is not in the log yet. */
function owesLimitedPeriod({ terms, endsAt, lastBids }) {
  const contestants = [...lastBids.values()].filter((at) => at >= terms.freeEnd - 3600000).length;
  return terms.clockForm === "CONTEST" && endsAt === terms.freeEnd && contestants >= 2;
}

/** From E on there is nothing to halt, but the land form has its pause at the free end, which is its E, after a contest. */
function halt(lot, e) {
  if (lot.haltedAt !== null) return false;
  if (ms(e.at) < lot.endsAt) lot.haltedAt = ms(e.at);
  else if (owesLimitedPeriod(lot)) Object.assign(lot, { haltedAt: lot.terms.freeEnd, reopensFrom: lot.terms.freeEnd + lot.terms.pauseMs });
  else return false;
  return true;
}

/** In the free phase everything shifts by the outage; afterwards the countdown begins again. */
function reopen(lot, e) {
  if (lot.haltedAt === null || ms(e.at) < lot.reopensFrom) return false;
  const { terms } = lot;
  const outage = ms(e.at) - lot.haltedAt;
  const wasFree = lot.haltedAt < terms.freeEnd;
  terms.hardStop += outage;
  if (wasFree) {
    terms.freeEnd += outage;
    lot.endsAt += outage;
  } else lot.endsAt = Math.max(lot.endsAt, ms(e.at) + terms.windowMs);
  Object.assign(lot, { haltedAt: null, reopensFrom: 0 });
  return true;
}

/** Those with a right before the highest bidder's, in order of rank. */
function holdersOf(ranks, leader) {
  const before = ranks[leader] ?? Infinity;
  const numbers = Object.keys(ranks).filter((number) => number !== leader && ranks[number] < before);
  return numbers.sort((a, b) => ranks[a] - ranks[b] || (a < b ? -1 : 1)).map((number) => ({ number, rank: ranks[number], answer: null, at: 0 }));
}

/** The lot, closed at `closedAt`, is offered at its final price to those with a priority right. */
function offerAt(lot, e, { priorityMode, ranks, leader, closedAt }) {
  if (lot.offer || priorityMode !== "AFTER" || leader === null || ms(e.at) < closedAt) return false;
  const holders = holdersOf(ranks, leader);
  const dueAt = ms(e.body.dueAt);
  if (holders.length === 0 || !(dueAt > closedAt) || e.body.to !== holders.map(({ number }) => number).join(",")) return false;
  lot.offer = { holders, dueAt, isOver: false };
  return true;
}

const offer = (lot, e) => offerAt(lot, e, { priorityMode: lot.terms.priorityMode, ranks: lot.terms.ranks, leader: lot.leader, closedAt: lot.endsAt });

function answerOffer(lot, e) {
  const holder = lot.offer?.holders.find(({ number }) => number === e.bidderNo);
  if (!holder || lot.offer.isOver || holder.answer !== null || ms(e.at) >= lot.offer.dueAt || !["ACCEPT", "DECLINE"].includes(e.body.answer)) return false;
  holder.answer = e.body.answer;
  holder.at = ms(e.at);
  return true;
}

/** The first in rank to accept takes the lot; while somebody before him may still answer, he waits; silence until the deadline waives. */
function takerOf(lot, e) {
  if (!lot.offer || lot.offer.isOver) return undefined;
  const isPast = ms(e.at) >= lot.offer.dueAt;
  const inOrder = [...lot.offer.holders].sort((a, b) => a.rank - b.rank || a.at - b.at);
  const waiting = isPast ? [] : inOrder.filter(({ answer }) => answer === null);
  const taker = inOrder.find(({ answer }) => answer === "ACCEPT");
  if (taker ? waiting.some(({ rank }) => rank < taker.rank) : waiting.length > 0) return undefined;
  if ((taker?.number ?? undefined) !== (e.bidderNo ?? undefined)) return undefined;
  lot.offer.isOver = true;
  return { number: taker?.number };
}

function endOffer(lot, e) {
  const taker = takerOf(lot, e);
  if (taker?.number !== undefined) lot.leader = taker.number;
  return taker !== undefined;
}

const STEPS = { BID: takeBid, HALTED: halt, REOPENED: reopen, OFFERED: offer, ANSWERED: answerOffer, OFFER_ENDED: endOffer };

const ladderOf = (a) => a.incrementTable.map((rung) => ({ from: BigInt(rung.fromFen), step: BigInt(rung.stepFen) }));

function opening(a) {
  const terms = {
    start: BigInt(a.startPriceFen),
    ladder: ladderOf(a),
    incrementMode: a.incrementMode,
    clockForm: a.clockForm,
    freeStart: ms(a.freeStart),
    freeEnd: ms(a.freeEnd),
    windowMs: a.windowSeconds * 1000,
    pauseMs: (a.procedure?.clock?.pauseSeconds ?? 900) * 1000,
    hardStop: a.hardStop === undefined ? Infinity : ms(a.hardStop),
    priorityMode: a.priorityMode,
    allowTopUpByLeader: a.allowTopUpByLeader,
    ranks: a.priorityRanks,
  };
  const endsAt = a.clockForm === "TWO_PHASE" ? terms.freeEnd + terms.windowMs : terms.freeEnd;
  return { terms, endsAt, price: null, leader: null, haltedAt: null, reopensFrom: 0, lastBids: new Map(), offer: null };
}

const outcomeOf = (lot) => ({ winner: lot.leader, priceFen: lot.price, endsAt: lot.endsAt, isCutShort: lot.haltedAt === null && owesLimitedPeriod(lot) });

// ---- Procedures in stages: F3 sealed, F4 sealed rounds, F5 weighted, F6 descending ----

const roundOf = (no, kind, floor, among) => ({ no, kind, floor, among, commits: new Map(), laidOpen: new Map(), reveals: new Map() });
const nowRound = (c) => c.rounds.at(-1);

function stagedOpening(a) {
  const { procedure } = a;
  const isFalling = procedure.format === "F6";
  const start = BigInt(a.startPriceFen);
  return {
    id: a.procedureId, start, ladder: ladderOf(a), priorityMode: a.priorityMode, ranks: a.priorityRanks, procedure,
    stage: isFalling ? "DESCENDING" : "SEALED", startedAt: ms(a.freeStart), endsAt: ms(a.freeEnd), lastEnd: ms(a.freeEnd),
    haltedAt: null, overAt: null, taken: null, top: null, winner: null, offer: null,
    rounds: isFalling ? [] : [roundOf(1, "ROUND", start, null)], scores: new Map(),
  };
}

/** Of sealed rounds only the top price is public until all is over. */
function stagedOutcome(c) {
  c.lastEnd = Math.max(c.lastEnd, c.endsAt);
  const leads = c.winner ?? (c.procedure.format === "F6" && c.top?.bidder && c.stage !== "OVER" ? c.top : null);
  return { winner: leads?.bidder ?? null, priceFen: (c.winner ?? c.top)?.price ?? null, endsAt: c.lastEnd };
}

/** Whether an act is refused for its time, and as what. */
function untimely(c, wanted, at) {
  if (c.haltedAt !== null || at < c.startedAt) return "NOT_OPEN";
  if (c.overAt !== null) return "LATE";
  if (c.stage !== wanted) return "NOT_OPEN";
  return at >= c.endsAt ? "LATE" : undefined;
}

function judgeCommit(c, e) {
  const round = nowRound(c);
  const early = untimely(c, "SEALED", ms(e.at));
  if (early || !round) return early ?? "NOT_OPEN";
  if (round.among && !round.among.includes(e.bidderNo)) return "NOT_IN_THIS_ROUND";
  if (round.kind === "ABOVE" && c.taken?.bidder === e.bidderNo) return "NOT_IN_THIS_ROUND";
  if (round.commits.has(e.bidderNo)) return "COMMITTED_ALREADY";
  return /^[0-9a-f]{64}$/.test(e.body.commitment ?? "") ? "ACCEPTED" : "COMMITMENT_MALFORMED";
}

/** An opened bid counts only if its hash with the nonce is what was committed to. */
function judgeReveal(c, e) {
  const round = nowRound(c);
  const nonce = e.body.nonce ?? "";
  const early = untimely(c, "REVEAL", ms(e.at));
  if (early || !round) return early ?? "NOT_OPEN";
  if (!round.commits.has(e.bidderNo)) return "NOT_COMMITTED";
  if (round.reveals.has(e.bidderNo)) return "REVEALED_ALREADY";
  const hash = sha256([c.id, e.bidderNo, String(BigInt(e.amountInFen)), nonce].join("\n"));
  if (nonce.includes("\n") || hash !== round.commits.get(e.bidderNo).commitment) return "COMMITMENT_MISMATCH";
  return BigInt(e.amountInFen) < round.floor ? "BELOW_FLOOR" : "ACCEPTED";
}

/** The falling price at an instant: null before the start, beyond the last step and below the floor. */
function fallingPrice(c, at) {
  const { fall } = c.procedure;
  const k = at < c.startedAt || !fall ? -1 : Math.floor((at - c.startedAt) / (fall.stepSeconds * 1000));
  if (k < 0 || k > fall.maxSteps || fall.stepBp * k > 10000) return null;
  const price = (c.start * BigInt(10000 - fall.stepBp * k)) / 10000n;
  return price < BigInt(fall.floorFen) ? null : price;
}

const judgeTake = (c, e) => untimely(c, "DESCENDING", ms(e.at)) ?? (fallingPrice(c, ms(e.at)) === BigInt(e.amountInFen ?? 0) ? "ACCEPTED" : "PRICE_MOVED");
const above = (c, price) => price + stepAt(c.ladder, price);

function judgeBest(c, e) {
  const early = untimely(c, "BEST", ms(e.at));
  if (early) return early;
  if (c.taken?.bidder !== e.bidderNo) return "NOT_IN_THIS_ROUND";
  return BigInt(e.amountInFen ?? 0) < (c.top === null ? c.start : above(c, c.top.price)) ? "BELOW_MINIMUM" : "ACCEPTED";
}

/** The entry must say what the rules say; an accepted act then takes effect. */
function act(judge, accepted) {
  return (c, e) => {
    const verdict = judge(c, e);
    if (verdict !== "ACCEPTED") return e.verdict === "REFUSED" && e.reason === verdict;
    if (e.verdict !== "ACCEPTED" || (e.reason ?? null) !== null) return false;
    return accepted(c, e) !== false;
  };
}

// Keys in two hands. A box is an AES key's text; the key is the halves of exchange and notary joined by XOR, each encrypted by RSA-OAEP to its holder.

const HOLDERS = { VENUE: "venue", NOTARY: "notary" };
const raw = (text) => Buffer.from(text ?? "", "base64");
const joined = (a, b) => Buffer.from(a.map((byte, i) => byte ^ b[i]));
const sha256Of = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest();

/** RSA without padding: the number raised to the public exponent; null for what is no number below the modulus. */
function raised(jwk, number) {
  try {
    return publicEncrypt({ key: createPublicKey({ key: jwk, format: "jwk" }), padding: constants.RSA_NO_PADDING }, number);
  } catch {
    return null;
  }
}

/** The sealed bid in its entry; null where the log has its hash alone. */
function boxIn(e) {
  try {
    const box = JSON.parse(e.body.box);
    return ["iv", "text", "venue", "notary"].every((part) => typeof box[part] === "string") ? box : null;
  } catch {
    return null;
  }
}

function commit(c, e) {
  const { keys, boxesInLog } = c.procedure.sealed;
  const box = boxIn(e);
  const isSealed = () => box !== null && Object.values(HOLDERS).every((part) => raised(keys[part].jwk, raw(box[part])) !== null);
  if (keys && boxesInLog && !isSealed()) return false;
  nowRound(c).commits.set(e.bidderNo, { commitment: e.body.commitment, at: ms(e.at), box });
}

/** Once a round, for every bid in it, and each half has to encrypt to what was sealed. */
function layOpen(c, e) {
  const part = HOLDERS[e.body.holder];
  const keys = c.procedure.sealed?.keys;
  if (!keys || part === undefined || untimely(c, "REVEAL", ms(e.at)) || nowRound(c).laidOpen.has(part)) return false;
  for (const [bidder, { box }] of nowRound(c).commits) {
    if (box !== null && !raised(keys[part].jwk, raw(e.body[`half:${bidder}`]))?.equals(raw(box[part]))) return false;
  }
  nowRound(c).laidOpen.set(part, e.body);
  return true;
}

/** MGF1 with SHA-256. */
function mask(seed, length) {
  const blocks = [];
  for (let i = 0; i * 32 < length; i += 1) blocks.push(sha256Of(seed, Buffer.from([0, 0, i >> 8, i & 255])));
  return Buffer.concat(blocks).subarray(0, length);
}

/** The 32 bytes in a block padded by OAEP with SHA-256 and no label; null where it holds none. */
function unpadded(block) {
  const data = joined(block.subarray(33), mask(joined(block.subarray(1, 33), mask(block.subarray(33), 32)), block.length - 33));
  const head = Buffer.concat([sha256Of(""), Buffer.alloc(Math.max(0, data.length - 65)), Buffer.from([1])]);
  return block[0] === 0 && data.subarray(0, -32).equals(head) ? data.subarray(-32) : null;
}

/** Amount and nonce in a box by both halves; null where it holds no bid. */
function opened(box, one, other) {
  const [a, b, text] = [unpadded(raw(one)), unpadded(raw(other)), raw(box.text)];
  if (a === null || b === null) return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", joined(a, b), raw(box.iv), { authTagLength: 16 });
    decipher.setAuthTag(text.subarray(-16));
    const [, amount, nonce] = /^(\d{1,18})\n([\w-]{16,128})$/.exec(Buffer.concat([decipher.update(text.subarray(0, -16)), decipher.final()]).toString("latin1"));
    return { amount: BigInt(amount), nonce };
  } catch {
    return null;
  }
}

/** What the keys are said to have opened has to be what they open, and what is said not to open must not. */
function isAsKeysGive(c, e) {
  const round = nowRound(c);
  const box = round?.commits.get(e.bidderNo)?.box ?? null;
  if (box === null) return !c.procedure.sealed?.boxesInLog;
  if (round.laidOpen.size < 2) return false;
  const found = opened(box, ...Object.values(HOLDERS).map((part) => round.laidOpen.get(part)[`half:${e.bidderNo}`]));
  if (found === null) return (e.amountInFen ?? null) === null && isUnreadable(e) && canonical(e.body) === canonical({ by: "KEYS" });
  return (e.amountInFen ?? null) !== null && BigInt(e.amountInFen) === found.amount && canonical(e.body) === canonical({ by: "KEYS", nonce: found.nonce });
}

const asReveal = act(judgeReveal, (c, e) => nowRound(c).reveals.set(e.bidderNo, { amount: BigInt(e.amountInFen), nonce: e.body.nonce }));
const isUnreadable = (e) => e.body.by === "KEYS" && e.verdict === "REFUSED" && e.reason === "BOX_UNREADABLE";
const reveal = (c, e) => (e.body.by !== "KEYS" || isAsKeysGive(c, e)) && ((e.bidderNo ?? null) === null || (e.amountInFen ?? null) === null ? isUnreadable(e) : asReveal(c, e));

function score(c, e) {
  const { scorer } = e.body;
  const { items = [], scorers } = c.procedure.weights ?? {};
  const points = Object.fromEntries(items.map(({ code }) => [code, Number(e.body[`points:${code}`] ?? NaN)]));
  const areWhole = Object.values(points).every((value) => Number.isInteger(value) && value >= 0 && value <= 10000);
  const given = c.scores.get(e.bidderNo) ?? new Map();
  if (c.stage !== "SCORING" || !nowRound(c).commits.has(e.bidderNo) || scorer === undefined || !areWhole || given.has(scorer) || given.size >= scorers) return false;
  c.scores.set(e.bidderNo, given.set(scorer, points));
  return true;
}

/** What is said of each change of stage; it has to be in the log word for word. */
function into(c, at, stage, seconds, said = {}) {
  Object.assign(c, { stage, startedAt: at, endsAt: at + seconds * 1000 });
  return { stage, ...said };
}
function over(c, at, winner, said = {}) {
  Object.assign(c, { stage: "OVER", endsAt: at, overAt: at }, winner ? { winner, top: winner } : {});
  return { stage: "OVER", ...(winner ? { winner: winner.bidder, price: String(winner.price) } : {}), ...said };
}
function nextRound(c, at, kind, floor, among = null) {
  const no = (nowRound(c)?.no ?? 0) + 1;
  c.rounds.push(roundOf(no, kind, floor, among));
  return into(c, at, "SEALED", c.procedure.sealed.roundSeconds, { round: String(no), kind, floor: String(floor), ...(among ? { among: among.join(",") } : {}) });
}

const openedIn = ({ commits, reveals }) => [...reveals].map(([bidder, { amount }]) => ({ bidder, amount, at: commits.get(bidder).at }));

/** The highest; of equal ones all, or, when there is no further round for them, the earliest committed, or all of the earliest. */
function highest(bids, isLast) {
  const top = bids.reduce((most, { amount }) => (amount > most ? amount : most), 0n);
  const tied = bids.filter(({ amount }) => amount === top);
  const first = Math.min(...tied.map(({ at }) => at));
  return { price: top, bidders: (tied.length > 1 && isLast ? tied.filter(({ at }) => at === first) : tied).map(({ bidder }) => bidder) };
}

/** The public draw: its seed is fixed by the nonces that each of the tied had committed to before anybody knew the others'. */
function drawn(c, round, { price, bidders }) {
  const inOrder = [...bidders].sort();
  if (inOrder.length < 2) return inOrder.length === 0 ? undefined : { bidder: inOrder[0], price };
  const seed = sha256(["draw", c.id, String(round.no), ...inOrder.map((bidder) => `${bidder}:${round.reveals.get(bidder).nonce}`)].join("\n"));
  return { bidder: inOrder[Number(BigInt(`0x${seed}`) % BigInt(inOrder.length))], price, seed };
}
const saidOf = (found) => (found?.seed === undefined ? {} : { drawSeed: found.seed });
const only = ({ bidder, price }) => ({ bidder, price });

/** A sealed round is over: a round among the tied, the next round, the best bid of the first acceptor, the winner, or nobody. */
function concludeRound(c, at) {
  const round = nowRound(c);
  const isFollowed = round.kind === "ROUND" && round.no < c.procedure.sealed.rounds;
  const best = highest(openedIn(round), round.kind === "TIE");
  if (best.bidders.length > 1 && round.kind !== "TIE" && !isFollowed) {
    c.top = { bidder: "", price: best.price };
    return nextRound(c, at, "TIE", best.price, [...best.bidders].sort());
  }
  let found;
  if (best.bidders.length > 1 && round.kind !== "TIE") found = { bidder: "", price: best.price };
  else if (best.bidders.length > 0) found = drawn(c, round, best);
  else if (round.kind === "TIE") found = drawn(c, c.rounds.at(-2), highest(openedIn(c.rounds.at(-2)).filter(({ bidder }) => round.among.includes(bidder)), true));
  const top = found ?? c.top;
  if (isFollowed) {
    if (top === null) return over(c, at, null);
    c.top = only(top);
    return nextRound(c, at, "ROUND", top.price);
  }
  if (c.taken) {
    if (!found) return over(c, at, c.taken);
    c.top = only(found);
    return into(c, at, "BEST", c.procedure.fall.bestSeconds, { leader: found.bidder, price: String(found.price), ...saidOf(found) });
  }
  const last = top?.bidder ? top : lastOf(c);
  return over(c, at, last ? only(last) : null, saidOf(last));
}

/** A last round without a valid bid leaves the top of the latest round that has one. */
function lastOf(c) {
  const round = c.rounds.findLast(({ reveals }) => reveals.size > 0);
  return round && drawn(c, round, highest(openedIn(round), true));
}

/** The best score; of equal ones the higher bid, then the earlier commitment, then the draw. */
function concludeWeighted(c, at) {
  const { priceWeightBp, items } = c.procedure.weights;
  const bids = openedIn(nowRound(c));
  const most = bids.reduce((top, { amount }) => (amount > top ? amount : top), 0n);
  const mean = (given, code) => (given.length === 0 ? 0 : Math.floor(given.reduce((sum, points) => sum + (points[code] ?? 0), 0) / given.length));
  const scored = bids.map((bid) => {
    const given = [...(c.scores.get(bid.bidder)?.values() ?? [])];
    const quality = items.reduce((sum, { code, weightBp }) => sum + BigInt(weightBp) * BigInt(mean(given, code)), 0n);
    return { ...bid, exact: BigInt(priceWeightBp) * 10000n * bid.amount + quality * most };
  });
  const best = scored.reduce((top, { exact }) => (exact > top ? exact : top), 0n);
  const said = Object.fromEntries(scored.map(({ bidder, exact }) => [`score:${bidder}`, String(exact / (10000n * most))]));
  const found = drawn(c, nowRound(c), highest(scored.filter(({ exact }) => exact === best), true));
  return over(c, at, found ? only(found) : null, { ...said, ...saidOf(found) });
}

/** The running stage ends exactly at its time, the scoring with its last score. */
function endStage(c, e) {
  const at = ms(e.at);
  if (c.haltedAt !== null || c.overAt !== null || c.stage === "OVER") return false;
  const isScored = () => [...nowRound(c).commits.keys()].every((bidder) => (c.scores.get(bidder)?.size ?? 0) >= c.procedure.weights.scorers);
  if (c.stage === "SCORING" ? !isScored() : at !== c.endsAt) return false;
  return canonical(stageAfter(c, at)) === canonical(e.body);
}

function stageAfter(c, at) {
  const { format, sealed } = c.procedure;
  if (c.stage === "DESCENDING") return over(c, at, null);
  if (c.stage === "BEST") return over(c, at, c.top);
  if (c.stage === "SCORING") return into(c, at, "REVEAL", sealed.revealSeconds);
  if (c.stage === "REVEAL") return format === "F5" ? concludeWeighted(c, at) : concludeRound(c, at);
  if (nowRound(c).commits.size === 0) return concludeRound(c, at);
  if (format !== "F5") return into(c, at, "REVEAL", sealed.revealSeconds);
  Object.assign(c, { stage: "SCORING", startedAt: at });
  return { stage: "SCORING" };
}

/** The price was accepted: sold, or others may go above it under seal. */
function take(c, e) {
  const taken = { bidder: e.bidderNo, price: BigInt(e.amountInFen) };
  c.taken = taken;
  if (c.procedure.fall.followUp === "NONE") return over(c, ms(e.at), taken);
  c.top = taken;
  return nextRound(c, ms(e.at), "ABOVE", above(c, taken.price));
}

function haltStage(c, e) {
  if (c.haltedAt !== null || c.overAt !== null || ms(e.at) >= c.endsAt) return false;
  c.haltedAt = ms(e.at);
  return true;
}

/** Nobody loses time by an outage: the stage, and with it the falling price, goes on where it stood. */
function reopenStage(c, e) {
  if (c.haltedAt === null) return false;
  const outage = ms(e.at) - c.haltedAt;
  Object.assign(c, { startedAt: c.startedAt + outage, endsAt: c.endsAt + outage, haltedAt: null });
  return true;
}

const stagedOffer = (c, e) => c.winner !== null && c.overAt !== null && offerAt(c, e, { priorityMode: c.priorityMode, ranks: c.ranks, leader: c.winner.bidder, closedAt: c.overAt });

function endStagedOffer(c, e) {
  const taker = takerOf(c, e);
  if (taker?.number !== undefined) c.winner = { ...c.winner, bidder: taker.number };
  return taker !== undefined;
}

const STAGED_STEPS = {
  COMMITTED: act(judgeCommit, commit),
  LAID_OPEN: layOpen,
  REVEALED: reveal,
  SCORED: score,
  TAKEN: act(judgeTake, take),
  BEST: act(judgeBest, (c, e) => over(c, ms(e.at), { bidder: e.bidderNo, price: BigInt(e.amountInFen) })),
  STAGE_ENDED: endStage,
  HALTED: haltStage,
  REOPENED: reopenStage,
  OFFERED: stagedOffer,
  ANSWERED: answerOffer,
  OFFER_ENDED: endStagedOffer,
};

// ---- The whole check ----

/** Goes through the log as far as the rules give it; what is reported is what stood before the first entry that does not fit. */
function replayed(lot, steps, outcome, log) {
  let found = outcome(lot);
  let lastAt = 0;
  for (const [i, e] of log.entries()) {
    const fits = e.sequence === i + 1 && ms(e.at) >= lastAt && steps[e.kind]?.(lot, e) === true && ms(e.endsAt) === lot.endsAt;
    if (!fits) return { ...found, firstBadEntry: i + 1 };
    lastAt = ms(e.at);
    found = outcome(lot);
  }
  return { ...found, firstBadEntry: undefined };
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
  const isAscending = ["F1", "F2"].includes(announcement.procedure?.format ?? "F1");
  const found = isAscending ? replayed(opening(announcement), STEPS, outcomeOf, log) : replayed(stagedOpening(announcement), STAGED_STEPS, stagedOutcome, log);
  return { announcementHash: genesis, chainHead: log.at(-1)?.hash ?? genesis, brokenLink, ...found, endsAt: new Date(found.endsAt) };
}

/** The text under a signature: what was confirmed, on which log, as what, by whose account and when. */
export function statementOf(published, s) {
  const { no, announcementHash: announced, endsAt } = published;
  return JSON.stringify(["ttx-auction-record-1", no, announced, s.chainHead, s.entries, iso(endsAt), s.bidderNo, String(BigInt(s.priceInFen)), s.role, s.account, iso(s.signedAt)]);
}

const isSigned = (text, { publicKey, signature }) => {
  try {
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x: publicKey }, format: "jwk" });
    return verifySignature(null, Buffer.from(text, "utf8"), key, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
};

/** A bid that its bidder made, openly or sealed, and that counted. */
const isOwnBid = (log, { bidderNo, priceInFen }) => log.some((e) => ["BID", "REVEALED", "BEST", "TAKEN"].includes(e.kind) && e.bidderNo === bidderNo && ["ACCEPTED", "MATCHED"].includes(e.verdict) && BigInt(e.amountInFen) === BigInt(priceInFen));

/** What is wrong with a signature. Auctioneer and recorder sign the log's own result; a buyer may also be the reserve bidder, at a bid of his own. */
function signatureFault(published, found, fingerprint, s) {
  const head = s.entries === 0 ? found.announcementHash : published.log[s.entries - 1]?.hash;
  if (fingerprint !== undefined && sha256(s.publicKey) !== fingerprint) return "was made with another key than the one you named";
  if (!isSigned(statementOf(published, s), s)) return "is not genuine";
  if (head !== s.chainHead) return "stands under another log";
  const isResult = s.bidderNo === found.winner && BigInt(s.priceInFen) === found.priceFen;
  return isResult || (s.role === "BUYER" && isOwnBid(published.log, s)) ? undefined : "says another result than the log";
}

const yuanOf = (fen) => (fen === null ? "none" : `${fen / 100n}.${String(fen % 100n).padStart(2, "0")} yuan`);
const fenOf = (yuan) => BigInt(yuan.replace(/^(\d+)(?:\.(\d{1,2}))?$/, (_, whole, rest = "") => whole + rest.padEnd(2, "0")));

/** Who laid his halves of the keys open, and who did not; every half in the log has been checked. */
function openingLines({ announcement: { procedure }, log }) {
  if (!procedure?.sealed?.keys || !procedure.sealed.boxesInLog) return [];
  const rounds = new Map();
  let no = 1;
  for (const { kind, verdict, at, body = {} } of log) {
    if (kind === "STAGE_ENDED") no = Number(body.round ?? no);
    if (kind === "COMMITTED" && verdict === "ACCEPTED" && !rounds.has(no)) rounds.set(no, {});
    if (kind === "LAID_OPEN") rounds.get(no)[body.holder] = iso(at);
  }
  const said = (holder, when) => `${holder} ${when === undefined ? "laid open no half" : `laid the right halves open at ${when}`}`;
  return [...rounds].map(([round, { VENUE, NOTARY }]) => `Round ${round}: ${said("exchange", VENUE)}, ${said("notary", NOTARY)}.`);
}

/** The sentence for a person, and whether all is well. `fingerprint`: of the key with which the record has to be signed. */
export function report(published, fingerprint) {
  if (!Array.isArray(published.log)) return { genuine: false, lines: ["The log is not published yet: it is when the lot is over."] };
  const found = verify(published.announcement, published.log);
  const lines = [];
  if (found.announcementHash !== published.announcementHash) lines.push("The announcement is not the one whose hash was published.");
  if (found.brokenLink !== undefined) lines.push(`The chain is broken at entry ${found.brokenLink}.`);
  if (found.firstBadEntry !== undefined) lines.push(`Entry ${found.firstBadEntry} does not follow from the announced rules.`);
  if (found.isCutShort) lines.push("Two or more contended in the last hour, and the limited period that was announced for that case is missing.");
  if (found.chainHead !== published.chainHead) lines.push("The log does not end with the chain head that was published.");
  if (lines.length === 0) {
    if ((found.winner ?? null) !== published.winner) lines.push(`The winner by the log is ${found.winner ?? "nobody"}, not ${published.winner ?? "nobody"}.`);
    const price = typeof published.price === "string" ? fenOf(published.price) : null;
    if (published.price !== undefined && found.priceFen !== price) lines.push(`The price by the log is ${yuanOf(found.priceFen)}, not ${yuanOf(price)}.`);
    if (found.endsAt.getTime() !== ms(published.endsAt)) lines.push(`The end by the log is ${found.endsAt.toISOString()}, not ${published.endsAt}.`);
  }
  const signatures = published.signatures ?? [];
  for (const s of lines.length > 0 ? [] : signatures) {
    const fault = signatureFault(published, found, fingerprint, s);
    if (fault !== undefined) lines.push(`Signature ${s.no} (${s.role}) ${fault}.`);
  }
  if (lines.length > 0) return { genuine: false, lines };
  const signed = signatures.map((s) => `Signed as ${s.role} by account ${s.account.slice(0, 16)} at ${iso(s.signedAt)}, key ${sha256(s.publicKey)}.`);
  return { genuine: true, lines: [`${published.log.length} entries fit. Winner ${found.winner ?? "nobody"}, price ${yuanOf(found.priceFen)}, end ${found.endsAt.toISOString()}.`, `Chain head ${found.chainHead}.`, ...openingLines(published), ...signed] };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { genuine, lines } = report(JSON.parse(readFileSync(process.argv[2] ?? 0, "utf8")), process.argv[3]);
  console.log(lines.join("\n"));
  process.exitCode = genuine ? 0 : 1;
}
