import { firstBrokenLink, type ChainedEntry } from "./auction.chain.ts";
import { isOpenAscending } from "./procedure-terms.schema.ts";
import { replay, type Announcement, type LogEntry, type Replay } from "./replay.rules.ts";
import { replayStaged } from "./staged/replay-staged.ts";

/** Recomputes the result of a procedure of any format from its announcement and log. */
export function replayAny(announcement: Announcement, log: readonly LogEntry[]): Replay {
  return isOpenAscending(announcement.procedure?.format ?? "F1") ? replay(announcement, log) : replayStaged(announcement, log);
}

/** The whole check that an outsider makes: every link, then every decision. */
export function verifyLog(announcement: Announcement, log: readonly ChainedEntry[]): Replay & { readonly brokenLink?: number } {
  return { ...replayAny(announcement, log), brokenLink: firstBrokenLink(announcement, log) };
}
