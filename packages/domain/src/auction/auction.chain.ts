import { instantText } from "../shared/instant-text.ts";
import { sha256Hex } from "./commitment.ts";
import type { Announcement, LogEntry } from "./replay.rules.ts";

/** The bid log is a hash chain (trading §9.7): each line carries the hash of the line before it, the first that of the announcement. */
export type ChainedEntry = LogEntry & { readonly previousHash: string; readonly hash: string };

const CHAIN_FORMAT = "ttx-bid-log-1";

/** The announcement as text, in a fixed order of fields; its hash opens the chain, so terms cannot be changed under the log. */
export function canonicalAnnouncementText(announcement: Announcement): string {
  const ranks = Object.entries(announcement.priorityRanks).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([
    CHAIN_FORMAT,
    announcement.procedureId,
    String(announcement.startPriceFen),
    announcement.incrementTable.map(({ fromFen, stepFen }) => [String(fromFen), String(stepFen)]),
    announcement.incrementMode,
    announcement.clockForm,
    announcement.freeStart.toISOString(),
    announcement.freeEnd.toISOString(),
    announcement.windowSeconds,
    announcement.hardStop?.toISOString() ?? null,
    announcement.priorityMode,
    announcement.allowTopUpByLeader,
    ranks,
    ...(announcement.procedure === undefined ? [] : [canonicalText(announcement.procedure)]),
  ]);
}

/** What the first line names as the hash before it. */
export function genesisHash(announcement: Announcement): string {
  return sha256Hex(canonicalAnnouncementText(announcement));
}

/** One line of the log as text, in a fixed order of fields. Amounts are decimal fen, instants ISO 8601 in UTC. */
export function canonicalEntryText(previousHash: string, entry: LogEntry): string {
  return JSON.stringify([CHAIN_FORMAT, previousHash, entry.sequence, entry.kind, instantText(entry.at), instantText(entry.endsAt), ...contentOf(entry)]);
}

function contentOf(entry: LogEntry): unknown[] {
  if (entry.kind === "BID") return [entry.bidderNo, String(entry.amountFen), entry.verdict, entry.reason ?? null, ...(entry.automatic ? ["AUTOMATIC"] : [])];
  if (!("body" in entry)) return [];
  const { bidderNo = null, amountFen, verdict = null, reason = null, body } = entry;
  return [bidderNo, amountFen === undefined ? null : String(amountFen), verdict, reason, canonicalText(body)];
}

/** JSON with the names of every object in order. */
function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonicalText(member)}`).join(",")}}`;
}

export function entryHash(previousHash: string, entry: LogEntry): string {
  return sha256Hex(canonicalEntryText(previousHash, entry));
}

/** The next line of the chain. */
export function chainEntry(previousHash: string, entry: LogEntry): ChainedEntry {
  return { ...entry, previousHash, hash: entryHash(previousHash, entry) };
}

/** The sequence number of the first line whose link or hash is wrong. */
export function firstBrokenLink(announcement: Announcement, log: readonly ChainedEntry[]): number | undefined {
  let previousHash = genesisHash(announcement);
  for (const [i, entry] of log.entries()) {
    if (entry.previousHash !== previousHash || entry.hash !== entryHash(previousHash, entry)) return i + 1;
    previousHash = entry.hash;
  }
  return undefined;
}
