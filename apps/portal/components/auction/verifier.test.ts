import { readFileSync } from "node:fs";
import fc from "fast-check";
import { announcementHash, announcementJson, chainEntry, type Announcement, type ChainedEntry, verifyLog } from "@ttx/domain/auction";
import { aRandomHistory, rechained } from "@ttx/domain/testing/histories";
import { describe, expect, it } from "vitest";

type Found = { readonly announcementHash: string; readonly brokenLink?: number; readonly firstBadEntry?: number; readonly winner: string | null; readonly priceFen: bigint | null; readonly endsAt: Date };
type Standalone = { verify(announcement: unknown, log: readonly unknown[]): Found; report(published: object): { readonly genuine: boolean; readonly lines: readonly string[] } };
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

  it("T2 verifier: it tells a person who won, or which entry does not fit", () => {
    const [sample] = fc.sample(aRandomHistory().filter(({ log }) => log.some((entry) => entry.kind === "BID" && entry.verdict === "ACCEPTED")), 1);
    const { announcement, log } = sample!;
    const { winner, endsAt } = verifyLog(announcement, log);
    const all = { ...published(announcement, log), announcementHash: announcementHash(announcement), chainHead: log.at(-1)!.hash, winner, endsAt: endsAt.toISOString() };
    expect(standalone.report(all)).toMatchObject({ genuine: true, lines: [expect.stringContaining(`Winner ${winner}, price `), expect.stringContaining(log.at(-1)!.hash)] });
    expect(standalone.report({ ...all, winner: "999" })).toMatchObject({ genuine: false });
    expect(standalone.report({ ...all, chainHead: "0" })).toMatchObject({ genuine: false });
    expect(standalone.report({ ...all, log: null })).toMatchObject({ genuine: false });
  });

  it("T2 verifier: it needs nothing but Node", () => {
    const source = readFileSync(PROGRAM, "utf8");
    for (const [, name] of source.matchAll(/^import .* from "(.+)";$/gm)) expect(name).toMatch(/^node:/);
  });
});

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
