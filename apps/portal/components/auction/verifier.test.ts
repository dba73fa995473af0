import { readFileSync } from "node:fs";
import fc from "fast-check";
import { accountOf, announcementHash, announcementJson, chainEntry, statementText, type Announcement, type ChainedEntry, type RecordStatement, verifyLog } from "@ttx/domain/auction";
import { toYuanText, type Fen } from "@ttx/domain/shared/money";
import { signingKeyOf } from "@ttx/domain/shared/signing-key";
import { aRandomHistory, anAnnouncement, historyOf, rechained, someActs, type Act } from "@ttx/domain/testing/histories";
import { aStagedHistory, STAGED_FORMATS } from "@ttx/domain/testing/staged-histories";
import { describe, expect, it } from "vitest";

type Found = { readonly announcementHash: string; readonly brokenLink?: number; readonly firstBadEntry?: number; readonly winner: string | null; readonly priceFen: bigint | null; readonly endsAt: Date };
type Standalone = { verify(announcement: unknown, log: readonly unknown[]): Found; report(published: object, fingerprint?: string): { readonly genuine: boolean; readonly lines: readonly string[] } };
const PROGRAM = new URL("../../public/verify-auction.mjs", import.meta.url);
const standalone = (await import(PROGRAM.href)) as Standalone;

type Published = { readonly announcement: unknown; readonly log: readonly unknown[] };

/** What the API publishes of a finished lot. */
function published(announcement: Announcement, log: readonly ChainedEntry[]): Published {
  return JSON.parse(JSON.stringify({ announcement: announcementJson(announcement), log: log.map((entry) => ({ ...entry, ...("amountFen" in entry ? { amountFen: undefined, amountInFen: String(entry.amountFen) } : {}) })) })) as Published;
}

function bothSay(announcement: Announcement, log: readonly ChainedEntry[]): void {
  const ours = verifyLog(announcement, log);
  const { announcement: a, log: l } = published(announcement, log);
  const theirs = standalone.verify(a, l);
  expect(theirs).toMatchObject({
    announcementHash: announcementHash(announcement),
    brokenLink: ours.brokenLink,
    firstBadEntry: ours.firstBadEntry,
    winner: ours.winner ?? null,
    priceFen: ours.priceFen ?? null,
    endsAt: ours.endsAt,
  });
}

describe("T2 verifier: the stand-alone program says what the platform's own replay says", () => {
  it("T2 verifier: of any history", () => {
    fc.assert(fc.property(aRandomHistory(), ({ announcement, log }) => bothSay(announcement, log)), { numRuns: 300 });
  });

  it("T2 verifier: of any history of the land form, with its pause after a contest, whole or cut short", () => {
    const land = anAnnouncement.map((one): Announcement => ({ ...one, clockForm: "CONTEST", incrementMode: "AT_LEAST", hardStop: undefined }));
    const bid = (bidderNo: string, afterMs: number): Act => ({ act: "bid", bidderNo, afterMs, steps: 3, oddFen: 0 });
    const contest = [bid("101", 100_000), bid("102", 100_000)];
    fc.assert(
      fc.property(land, fc.integer({ min: 430_000, max: 500_000 }), fc.integer({ min: 800_000, max: 1_000_000 }), someActs, (announcement, toPause, toReopen, acts) => {
        const { log } = historyOf(announcement, [...contest, { act: "halt", afterMs: toPause }, { act: "reopen", afterMs: toReopen }, ...acts]);
        expect(log[2]).toMatchObject({ kind: "HALTED" });
        bothSay(announcement, log);
        expect(verifyLog(announcement, log).firstBadEntry).toBeUndefined();
        const sooner = rechained(announcement, log.map((entry) => (entry.kind === "REOPENED" ? { ...entry, at: new Date(announcement.freeEnd.getTime() + 899_999) } : entry)));
        bothSay(announcement, sooner);
      }),
      { numRuns: 100 },
    );
    const announcement = fc.sample(land, 1)[0]!;
    const { log } = historyOf(announcement, contest);
    const cutShort = { ...published(announcement, log), announcementHash: announcementHash(announcement), chainHead: log.at(-1)!.hash, winner: "102", endsAt: announcement.freeEnd.toISOString() };
    expect(standalone.report(cutShort)).toEqual({ genuine: false, lines: [expect.stringContaining("limited period")] });
  });

  it("T2 verifier: of any history in which one entry was altered, left out, doubled or moved", () => {
    let broken = 0;
    fc.assert(
      fc.property(aRandomHistory(), fc.nat(), fc.constantFrom("verdict", "end", "amount", "bidder", "time", "drop", "double", "hash"), fc.boolean(), ({ announcement, log }, pick, how, rechain) => {
        fc.pre(log.length > 0);
        const altered = tampered(log, pick % log.length, how);
        const lines = rechain ? rechained(announcement, altered) : altered;
        bothSay(announcement, lines);
        const { brokenLink, firstBadEntry } = verifyLog(announcement, lines);
        if (brokenLink !== undefined || firstBadEntry !== undefined) broken += 1;
      }),
      { numRuns: 500 },
    );
    expect(broken).toBeGreaterThan(300); // the alterations do break something
  });

  it.each(STAGED_FORMATS)("T2 verifier: of any %s history in stages, which ends with a result that both give", (format) => {
    const kinds = new Set<string>();
    let sold = 0;
    fc.assert(
      fc.property(aStagedHistory(format), ({ announcement, log }) => {
        bothSay(announcement, log);
        const { firstBadEntry, winner } = verifyLog(announcement, log);
        expect(firstBadEntry).toBeUndefined();
        if (winner !== undefined) sold += 1;
        log.forEach(({ kind }) => kinds.add(kind));
      }),
      { numRuns: 150 },
    );
    expect(sold).toBeGreaterThan(3);
    const sealed = ["COMMITTED", "LAID_OPEN", "REVEALED", "STAGE_ENDED", "HALTED", "REOPENED", "OFFERED", "ANSWERED", "OFFER_ENDED"];
    expect([...kinds]).toEqual(expect.arrayContaining([...sealed, ...(format === "F5" ? ["SCORED"] : []), ...(format === "F6" ? ["TAKEN", "BEST"] : [])]));
  }, 60_000);

  it.each(STAGED_FORMATS)("T2 verifier: of any %s history in which something was altered, chained anew or not", (format) => {
    const found = new Map<string, number>();
    fc.assert(
      fc.property(aStagedHistory(format), fc.nat(), fc.constantFrom(...STAGED_TAMPERINGS), fc.boolean(), ({ announcement, log }, pick, how, rechain) => {
        fc.pre(log.length > 0);
        const altered = tamperedStaged(log, pick % log.length, how);
        fc.pre(JSON.stringify(published(announcement, altered)) !== JSON.stringify(published(announcement, log)));
        const lines = rechain ? rechained(announcement, altered) : altered;
        bothSay(announcement, lines);
        const { brokenLink, firstBadEntry } = verifyLog(announcement, lines);
        // Of a log whose end was cut off the chain says nothing: there the published head does.
        if (!rechain && how !== "drop") expect(brokenLink ?? firstBadEntry).toBeDefined();
        if (rechain && firstBadEntry !== undefined) found.set(how, (found.get(how) ?? 0) + 1);
      }),
      { numRuns: 250 },
    );
    // What a forger who can compute hashes alters is found by the rules alone.
    expect([...found.values()].reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20);
  }, 60_000);

  it("T2 verifier: it tells a person who won, or which entry does not fit", () => {
    const [sample] = fc.sample(aRandomHistory().filter(({ announcement, log }) => announcement.clockForm !== "CONTEST" && log.some((entry) => entry.kind === "BID" && entry.verdict === "ACCEPTED")), 1);
    const { announcement, log } = sample!;
    const { winner, endsAt } = verifyLog(announcement, log);
    const all = { ...published(announcement, log), announcementHash: announcementHash(announcement), chainHead: log.at(-1)!.hash, winner, endsAt: endsAt.toISOString() };
    expect(standalone.report(all)).toMatchObject({ genuine: true, lines: [expect.stringContaining(`Winner ${winner}, price `), expect.stringContaining(log.at(-1)!.hash)] });
    expect(standalone.report({ ...all, winner: "999" })).toMatchObject({ genuine: false });
    expect(standalone.report({ ...all, price: toYuanText(verifyLog(announcement, log).priceFen!) })).toMatchObject({ genuine: true });
    expect(standalone.report({ ...all, price: "1.5" })).toMatchObject({ genuine: false, lines: [expect.stringContaining("not 1.50 yuan")] });
    expect(standalone.report({ ...all, chainHead: "0" })).toMatchObject({ genuine: false });
    expect(standalone.report({ ...all, log: null })).toMatchObject({ genuine: false });
  });

  it("T2 verifier: signatures under the record hold for this result, log and key alone", () => {
    const [sample] = fc.sample(aRandomHistory().filter(({ announcement, log }) => announcement.clockForm !== "CONTEST" && new Set(log.flatMap((entry) => (entry.kind === "BID" && entry.verdict === "ACCEPTED" ? [entry.bidderNo] : []))).size > 1), 1);
    const { announcement, log } = sample!;
    const { winner, priceFen, endsAt } = verifyLog(announcement, log);
    const key = signingKeyOf(Buffer.alloc(32, 7));
    const lot = { no: "GP-1-J1", announcementHash: announcementHash(announcement), chainHead: log.at(-1)!.hash, winner, endsAt: endsAt.toISOString() };
    const signed = (change: Partial<RecordStatement> = {}, by = key) => {
      const said = { auctionNo: lot.no, announcementHash: lot.announcementHash, endsAt, chainHead: lot.chainHead, entries: log.length, bidderNo: winner!, priceFen: priceFen!, role: "AUCTIONEER", account: accountOf("lot", "person"), signedAt: new Date("2026-01-01T00:00:00Z"), ...change };
      const { auctionNo: _no, announcementHash: _hash, endsAt: _end, priceFen: price, signedAt, ...rest } = said;
      return { no: 1, ...rest, priceInFen: String(price), signedAt: signedAt.toISOString(), publicKey: by.publicKey, signature: by.sign(statementText(said)) };
    };
    const report = (signature: object, fingerprint?: string) => standalone.report({ ...published(announcement, log), ...lot, signatures: [signature] }, fingerprint);
    const loser = log.findLast((entry) => entry.kind === "BID" && entry.verdict === "ACCEPTED" && entry.bidderNo !== winner) as Extract<ChainedEntry, { readonly kind: "BID" }>;
    const forger = signingKeyOf(Buffer.alloc(32, 8));

    expect(report(signed(), key.fingerprint)).toMatchObject({ genuine: true, lines: expect.arrayContaining([expect.stringContaining(`key ${key.fingerprint}`)]) as string[] });
    expect(report(signed({ role: "BUYER", bidderNo: loser.bidderNo, priceFen: loser.amountFen }))).toMatchObject({ genuine: true }); // the reserve bidder, at his own bid
    expect(report(signed({ bidderNo: loser.bidderNo, priceFen: loser.amountFen })).lines).toEqual([expect.stringContaining("another result")]);
    expect(report(signed({ priceFen: (priceFen! + 1n) as Fen })).lines).toEqual([expect.stringContaining("another result")]);
    expect(report(signed({ chainHead: "0".repeat(64) })).lines).toEqual([expect.stringContaining("another log")]);
    expect(report({ ...signed(), signedAt: "2026-01-01T00:00:01.000Z" }).lines).toEqual([expect.stringContaining("not genuine")]);
    expect(report({ ...signed(), publicKey: "no key" }).lines).toEqual([expect.stringContaining("not genuine")]);
    expect(report(signed({}, forger), key.fingerprint).lines).toEqual([expect.stringContaining("another key")]);
  });

  it("T2 verifier: it needs nothing but Node", () => {
    const source = readFileSync(PROGRAM, "utf8");
    for (const [, name] of source.matchAll(/^import .* from "(.+)";$/gm)) expect(name).toMatch(/^node:/);
  });
});

const STAGED_TAMPERINGS = ["half", "holder", "box", "verdict", "end", "amount", "bidder", "time", "drop", "double", "commitment", "nonce", "winner", "score"] as const;

/** Alterations of what only procedures in stages have. */
function tamperedStaged(log: readonly ChainedEntry[], at: number, how: (typeof STAGED_TAMPERINGS)[number]): ChainedEntry[] {
  const change = (wanted: (entry: ChainedEntry) => boolean, alter: (entry: ChainedEntry) => object): ChainedEntry[] => {
    const place = [...log.keys()].map((i) => (i + at) % log.length).find((i) => wanted(log[i]!));
    return log.map((one, i) => (i === place ? ({ ...one, ...alter(one) } as ChainedEntry) : one));
  };
  const bodyOf = (entry: ChainedEntry): Readonly<Record<string, string>> => ("body" in entry ? entry.body : {});
  const says = (name: string) => (entry: ChainedEntry): boolean => name in bodyOf(entry);
  const saying = (name: string, value: (old: string) => string) => (entry: ChainedEntry): object => ({ body: { ...bodyOf(entry), [name]: value(bodyOf(entry)[name]!) } });
  const isJudged = (entry: ChainedEntry): boolean => "verdict" in entry;
  switch (how) {
    case "verdict":
      return change(isJudged, (entry) => ("verdict" in entry && entry.verdict === "REFUSED" ? { verdict: "ACCEPTED", reason: undefined } : { verdict: "REFUSED", reason: "LATE" }));
    case "amount":
      return change((entry) => "amountFen" in entry && isJudged(entry), (entry) => ({ amountFen: ("amountFen" in entry ? entry.amountFen! : 0n) + 7n }));
    case "bidder":
      return change(isJudged, () => ({ bidderNo: "199" }));
    case "commitment":
      return change(says("commitment"), saying("commitment", () => "0".repeat(64)));
    case "half":
      return change((entry) => Object.keys(bodyOf(entry)).some((name) => name.startsWith("half:")), (entry) => ({ body: Object.fromEntries(Object.entries(bodyOf(entry)).map(([name, half]) => [name, name.startsWith("half:") ? `${half.startsWith("A") ? "B" : "A"}${half.slice(1)}` : half])) }));
    case "holder":
      return change(says("holder"), saying("holder", (old) => (old === "VENUE" ? "NOTARY" : "VENUE")));
    case "box":
      return change((entry) => entry.kind === "COMMITTED" && says("box")(entry), saying("box", () => "0".repeat(64)));
    case "nonce":
      return change(says("nonce"), saying("nonce", (old) => `${old}x`));
    case "winner":
      return change(says("winner"), saying("winner", () => "199"));
    case "score":
      return change(says("score:101"), saying("score:101", (old) => String(Number(old) + 1)));
    default:
      return tampered(log, at, how);
  }
}

function tampered(log: readonly ChainedEntry[], at: number, how: string): ChainedEntry[] {
  const entry = log[at]!;
  const other = (change: object): ChainedEntry[] => log.map((one, i) => (i === at ? ({ ...one, ...change } as ChainedEntry) : one));
  switch (how) {
    case "verdict":
      return other(entry.kind === "BID" ? (entry.verdict === "REFUSED" ? { verdict: "ACCEPTED", reason: undefined } : { verdict: "REFUSED", reason: "BELOW_MINIMUM" }) : { kind: "HALTED" });
    case "end":
      return other({ endsAt: new Date(entry.endsAt.getTime() + 1) });
    case "amount":
      return other(entry.kind === "BID" ? { amountFen: entry.amountFen + 1n } : {});
    case "bidder":
      return other(entry.kind === "BID" ? { bidderNo: "199" } : {});
    case "time":
      return other({ at: new Date(entry.at.getTime() + 400_000) });
    case "drop":
      return log.filter((_, i) => i !== at);
    case "double":
      return log.flatMap((one, i) => (i === at ? [one, one] : [one]));
    default:
      return other({ hash: chainEntry("0".repeat(64), entry).hash });
  }
}
