import fc from "fast-check";
import { commitment, sha256Hex } from "../src/auction/commitment.ts";
import { offerBody, holdersBefore } from "../src/auction/offer.rules.ts";
import type { ProcedureTerms } from "../src/auction/procedure-terms.schema.ts";
import { fallEnd } from "../src/auction/procedure-terms.ts";
import type { ActEntry, Announcement, HaltEntry, LogEntry } from "../src/auction/replay.rules.ts";
import { courseAtStart, currentRound, type Course } from "../src/auction/staged/course.ts";
import { boxesIn, halvesBody, openedByKeys } from "../src/auction/staged/halves.ts";
import { judgeBest, judgeCommit, judgeReveal, judgeTake, priceNow, type Judgement } from "../src/auction/staged/judge.ts";
import { advance, followStaged } from "../src/auction/staged/replay-staged.ts";
import { KEY_HOLDERS } from "../src/auction/staged/sealed-box.ts";
import { stageEnd } from "../src/auction/staged/stage-end.ts";
import { fen } from "../src/shared/money.ts";
import { openTerms } from "./auctions.ts";
import { rechained, type History } from "./histories.ts";
import { halvesOf, HOLDER_KEYS, sealedBox } from "./opening-keys.ts";

/** Something that a bidder, a scorer or the auctioneer tries in a procedure in stages, so many milliseconds after the act before. */
export type StagedAct = { readonly afterMs: number; readonly act: "commit" | "reveal" | "lay-open" | "score" | "take" | "best" | "halt" | "reopen"; readonly bidder: number; readonly pick: number };

const START = new Date("2026-03-02T01:00:00.000Z");
const BIDDERS = ["101", "102", "103", "104"];
const START_PRICE = fen(1_000n);
const ITEMS = [{ code: "Q1", name: "方案", weightBp: 2_500 }, { code: "Q2", name: "承诺", weightBp: 1_500 }];

export const STAGED_FORMATS = ["F3", "F4", "F5", "F6"] as const;
export type StagedFormat = (typeof STAGED_FORMATS)[number];

export function aStagedAnnouncement(format: StagedFormat): fc.Arbitrary<Announcement> {
  return fc.record({ rounds: fc.integer({ min: 2, max: 3 }), scorers: fc.integer({ min: 1, max: 2 }), followUp: fc.constantFrom("NONE" as const, "SEALED_AND_BEST" as const), hasHolder: fc.boolean(), hasKeys: fc.nat(3).map((pick) => pick > 0) }).map(({ rounds, scorers, followUp, hasHolder, hasKeys }) => {
    const fall = { stepSeconds: 60, stepBp: 300, maxSteps: 99, floorFen: "900", followUp, bestSeconds: 120 };
    const procedure: ProcedureTerms = {
      ...openTerms(format),
      ...(format === "F6" ? { fall } : {}),
      ...(format === "F6" && followUp === "NONE" ? {} : { sealed: { rounds: format === "F4" ? rounds : 1, roundSeconds: 300, revealSeconds: 300, ...(hasKeys ? { keys: HOLDER_KEYS, boxesInLog: true } : { keys: null }) } }),
      ...(format === "F5" ? { weights: { priceWeightBp: 6_000, items: ITEMS, scorers } } : {}),
    };
    return {
      procedureId: "0198f000-0000-7000-8000-000000000002",
      startPriceFen: START_PRICE,
      incrementTable: [{ fromFen: fen(0n), stepFen: fen(20n) }],
      incrementMode: "AT_LEAST",
      clockForm: "ONE_PERIOD",
      freeStart: START,
      freeEnd: format === "F6" ? fallEnd(START, START_PRICE, fall) : new Date(START.getTime() + 300_000),
      windowSeconds: 300,
      priorityMode: hasHolder ? "AFTER" : "NONE",
      allowTopUpByLeader: false,
      priorityRanks: (hasHolder ? { "104": 1 } : {}) as Readonly<Record<string, number>>,
      procedure,
    };
  });
}

const anAct: fc.Arbitrary<StagedAct> = fc.record({
  afterMs: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(0, 0, 1) }, { weight: 2, arbitrary: fc.integer({ min: 0, max: 90_000 }) }, { weight: 1, arbitrary: fc.constantFrom(300_000, 299_999) }),
  act: fc.oneof({ weight: 6, arbitrary: fc.constantFrom("commit" as const, "reveal" as const, "lay-open" as const) }, { weight: 3, arbitrary: fc.constantFrom("score" as const, "take" as const, "best" as const) }, { weight: 1, arbitrary: fc.constantFrom("halt" as const, "reopen" as const) }),
  bidder: fc.nat(BIDDERS.length - 1),
  pick: fc.nat(7),
});

type Unplaced<Entry> = Entry extends unknown ? Omit<Entry, "sequence" | "endsAt"> : never;
type Secret = { readonly amountFen: bigint; readonly nonce: string };

/** Writes the log of what is tried, as the engine's rules decide it; what they do not take at all leaves no line. */
class Scribe {
  readonly log: LogEntry[] = [];
  readonly #secrets = new Map<string, Secret>();
  course: Course;
  constructor(announcement: Announcement) {
    this.course = courseAtStart(announcement);
  }

  try({ act, bidder, pick }: StagedAct, at: Date): void {
    this.catchUp(at);
    const bidderNo = BIDDERS[bidder]!;
    if (act === "halt") return void (at >= this.course.startedAt && this.#put({ kind: "HALTED", at }));
    if (act === "reopen") return void this.#put({ kind: "REOPENED", at });
    if (act === "score") return this.#score(bidderNo, pick, at);
    if (act === "commit") return this.#commit(bidderNo, pick, at);
    if (act === "reveal") return this.#reveal(bidderNo, pick, at);
    if (act === "lay-open") return this.#layOpen(KEY_HOLDERS[pick % 2]!, at);
    const price = fen(act === "take" ? (priceNow(this.course, at) ?? START_PRICE) - (pick === 0 ? 1n : 0n) : (this.course.top?.priceFen ?? START_PRICE) + BigInt(pick) * 10n);
    this.#judged(act === "take" ? "TAKEN" : "BEST", at, bidderNo, price, {}, act === "take" ? judgeTake(this.course, price, at) : judgeBest(this.course, bidderNo, price, at));
  }

  catchUp(at: Date): void {
    while (this.course.haltedAt === undefined && this.course.overAt === undefined && at >= this.course.endsAt) if (!this.#end(this.course.endsAt)) return;
  }

  /** A falling price is now and then accepted and bid above, the keys are laid open, every bid is opened, every plan scored, every stage ends; then a priority holder is asked. */
  finish(from: Date): void {
    let now = from;
    if (this.course.haltedAt) this.#put({ kind: "REOPENED", at: now });
    for (let stages = 0; stages < 20 && this.course.overAt === undefined; stages += 1) {
      if (this.course.stage === "DESCENDING" && this.log.length % 2 === 0) this.try({ afterMs: 0, act: "take", bidder: 0, pick: 1 }, now);
      if (this.course.stage === "SEALED" && currentRound(this.course)!.kind === "ABOVE") this.#commit(BIDDERS[2]!, 3, now);
      if (this.course.stage === "SCORING") for (let i = 0; i < 8; i += 1) this.#score(BIDDERS[i % 4]!, i, now);
      if (this.course.stage === "REVEAL" && this.log.length % 4 !== 0) for (const holder of KEY_HOLDERS) this.#layOpen(holder, now);
      if (this.course.stage === "REVEAL") for (const bidderNo of [...currentRound(this.course)!.commits.keys()]) this.#reveal(bidderNo, 3, now);
      now = this.course.endsAt > now ? this.course.endsAt : now;
      this.catchUp(now);
    }
    this.#offer(now);
  }

  #commit(bidderNo: string, pick: number, at: Date): void {
    const round = currentRound(this.course);
    const secret: Secret = { amountFen: (round?.floorFen ?? START_PRICE) + BigInt(pick % 4) * 20n - (pick === 7 ? 100n : 0n), nonce: sha256Hex(`nonce-${bidderNo}-${round?.no ?? 0}-${pick}`) };
    const committed = pick === 6 ? "not a hash" : commitment({ procedureId: this.course.terms.procedureId, bidderNo, ...secret });
    const judgement = judgeCommit(this.course, bidderNo, committed, at);
    if (judgement === "ACCEPTED") this.#secrets.set(`${round!.no}:${bidderNo}`, secret);
    // One bidder seals another amount than he commits to, another puts halves into his box that open nothing.
    const content = `${secret.amountFen + (pick === 5 ? 20n : 0n)}\n${secret.nonce}`;
    const body = { commitment: committed, ...(this.course.terms.procedure?.sealed?.keys ? { box: sealedBox(content, pick === 4 ? "broken" : "whole") } : undefined) };
    this.#judged("COMMITTED", at, bidderNo, undefined, body, judgement);
  }

  #layOpen(holder: (typeof KEY_HOLDERS)[number], at: Date): void {
    const boxes = boxesIn(this.course);
    if (!this.#put({ kind: "LAID_OPEN", at, body: halvesBody(holder, halvesOf(holder, boxes)) })) return;
    for (const [bidderNo, box] of boxes) {
      const opened = currentRound(this.course)!.reveals.has(bidderNo) ? undefined : openedByKeys(this.course, bidderNo, box, at);
      if (opened) this.#put({ kind: "REVEALED", at, bidderNo, ...opened });
    }
  }

  #reveal(bidderNo: string, pick: number, at: Date): void {
    const secret = this.#secrets.get(`${currentRound(this.course)?.no ?? 0}:${bidderNo}`) ?? { amountFen: START_PRICE, nonce: "unknown" };
    const amountFen = fen(secret.amountFen + (pick === 0 ? 1n : 0n));
    this.#judged("REVEALED", at, bidderNo, amountFen, { nonce: secret.nonce, by: "BIDDER" }, judgeReveal(this.course, bidderNo, { ...secret, amountFen }, at));
  }

  #score(bidderNo: string, pick: number, at: Date): void {
    if (this.course.stage !== "SCORING") return;
    this.#put({ kind: "SCORED", at, bidderNo, body: { scorer: `scorer-${pick % 3}`, "points:Q1": String(8_000 + (pick % 4) * 500), "points:Q2": "9000" } });
    this.#end(at);
  }

  #judged(kind: ActEntry["kind"], at: Date, bidderNo: string, amountFen: ActEntry["amountFen"], body: ActEntry["body"], judgement: Judgement): void {
    this.#put({ kind, at, bidderNo, ...(amountFen === undefined ? {} : { amountFen }), body, ...(judgement === "ACCEPTED" ? { verdict: "ACCEPTED" as const } : { verdict: "REFUSED" as const, reason: judgement }) });
  }

  #end(at: Date): boolean {
    const end = stageEnd(this.course, at);
    return end !== undefined && this.#put({ kind: "STAGE_ENDED", at, body: end.body });
  }

  #offer(at: Date): void {
    const { terms, winner } = this.course;
    const holders = winner ? holdersBefore(terms.priorityMode, terms.priorityRanks, winner.bidderNo) : [];
    if (holders.length === 0) return;
    const answer = winner!.priceFen % 40n === 0n ? "ACCEPT" : "DECLINE";
    this.#put({ kind: "OFFERED", at, body: offerBody(holders, new Date(at.getTime() + 86_400_000)) });
    this.#put({ kind: "ANSWERED", at, bidderNo: "104", body: { answer } });
    this.#put({ kind: "OFFER_ENDED", at, ...(answer === "ACCEPT" ? { bidderNo: "104" } : {}), body: {} });
  }

  #put(entry: Unplaced<ActEntry | HaltEntry>): boolean {
    const numbered = { ...entry, sequence: this.course.sequence + 1, endsAt: this.course.endsAt } as LogEntry;
    const advanced = advance(this.course, numbered);
    const placed = advanced && { ...numbered, endsAt: advanced.endsAt };
    const next = placed && followStaged(this.course, placed);
    if (!next) return false;
    this.log.push(placed);
    this.course = next;
    return true;
  }
}

export function stagedHistoryOf(announcement: Announcement, acts: readonly StagedAct[]): History {
  const scribe = new Scribe(announcement);
  let now = START.getTime() - 1_000;
  for (const act of acts) {
    now += act.afterMs;
    scribe.try(act, new Date(now));
  }
  scribe.finish(new Date(now));
  return { announcement, log: rechained(announcement, scribe.log) };
}

export function aStagedHistory(format: StagedFormat): fc.Arbitrary<History> {
  return fc.tuple(aStagedAnnouncement(format), fc.array(anAct, { maxLength: 40 })).map(([announcement, acts]) => stagedHistoryOf(announcement, acts));
}
