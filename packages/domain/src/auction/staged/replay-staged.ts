import { answerOffer, endOffer, offeredAt } from "../offer.rules.ts";
import type { ActEntry, Announcement, LogEntry, Replay } from "../replay.rules.ts";
import type { Fen } from "../../shared/money.ts";
import { courseAtStart, currentRound, type Course, type SealedRound } from "./course.ts";
import { boxesIn, boxIn, halvesIn, isSealedToBoth, openedByKeys, wrongHalves } from "./halves.ts";
import { isRevealing, judgeBest, judgeCommit, judgeReveal, judgeTake, pointsIn, type Judgement } from "./judge.ts";
import { over, stageEnd, takenBy } from "./stage-end.ts";

/** The course after one line, or undefined when the rules do not give that line. */
export function followStaged(course: Course, entry: LogEntry): Course | undefined {
  if (entry.sequence !== course.sequence + 1 || entry.at < course.lastAt) return undefined;
  const next = advance(course, entry);
  return next && next.endsAt.getTime() === entry.endsAt.getTime() ? { ...next, lastAt: entry.at, sequence: entry.sequence } : undefined;
}

/** What a line does, whatever end it states; undefined when the rules do not give it. */
export function advance(course: Course, entry: LogEntry): Course | undefined {
  if (entry.kind === "BID") return undefined;
  if (entry.kind === "HALTED") return course.haltedAt || course.overAt || entry.at >= course.endsAt ? undefined : { ...course, haltedAt: entry.at };
  if (entry.kind === "REOPENED") return course.haltedAt && reopened(course, course.haltedAt, entry.at);
  if (!("body" in entry)) return undefined;
  const { at, bidderNo, amountFen, verdict, reason, body } = entry;
  const asJudged = (judgement: Judgement, accepted: () => Course | undefined): Course | undefined => {
    if (judgement === "ACCEPTED") return verdict === "ACCEPTED" && reason === undefined ? accepted() : undefined;
    return verdict === "REFUSED" && reason === judgement ? course : undefined;
  };
  switch (entry.kind) {
    case "COMMITTED":
      return asJudged(judgeCommit(course, bidderNo ?? "", body["commitment"] ?? "", at), () => committed(course, entry));
    case "LAID_OPEN":
      return laidOpen(course, at, body);
    case "REVEALED": {
      if (body["by"] === "KEYS" && !isAsKeysGive(course, entry)) return undefined;
      if (bidderNo === undefined || amountFen === undefined) return body["by"] === "KEYS" && reason === "BOX_UNREADABLE" && verdict === "REFUSED" ? course : undefined;
      const nonce = body["nonce"] ?? "";
      return asJudged(judgeReveal(course, bidderNo, { amountFen, nonce }, at), () => withRound(course, ({ reveals, ...round }) => ({ ...round, reveals: new Map(reveals).set(bidderNo, { amountFen, nonce }) })));
    }
    case "SCORED":
      return scored(course, bidderNo ?? "", body);
    case "TAKEN":
      return asJudged(judgeTake(course, amountFen ?? 0n, at), () => takenBy(course, bidderNo!, amountFen!, at));
    case "BEST":
      return asJudged(judgeBest(course, bidderNo ?? "", amountFen ?? 0n, at), () => over(course, at, { bidderNo: bidderNo!, priceFen: amountFen! }).next);
    case "STAGE_ENDED": {
      const end = stageEnd(course, at);
      return end && sameBody(end.body, body) ? end.next : undefined;
    }
    case "OFFERED": {
      const offer = course.offer || !course.winner || !course.overAt ? undefined : offeredAt(course.terms, { endsAt: course.overAt, leader: course.winner.bidderNo }, entry);
      return offer && { ...course, offer };
    }
    case "ANSWERED": {
      const offer = course.offer && answerOffer(course.offer, entry);
      return offer && { ...course, offer };
    }
    case "OFFER_ENDED": {
      const taker = course.offer && endOffer(course.offer, entry);
      if (!taker || !course.winner) return undefined;
      return { ...course, winner: { ...course.winner, bidderNo: taker.bidderNo ?? course.winner.bidderNo }, offer: { ...course.offer!, isOver: true } };
    }
  }
}

function withRound(course: Course, change: (round: SealedRound) => SealedRound): Course {
  return { ...course, rounds: [...course.rounds.slice(0, -1), change(currentRound(course)!)] };
}

/** Where opening keys are announced, the box stands in the log, and both holders can open it. */
function committed(course: Course, { at, bidderNo, body }: ActEntry): Course | undefined {
  const sealed = course.terms.procedure?.sealed;
  const box = boxIn(body);
  if (sealed?.keys && sealed.boxesInLog && !(box && isSealedToBoth(sealed.keys, box))) return undefined;
  return withRound(course, ({ commits, ...round }) => ({ ...round, commits: new Map(commits).set(bidderNo!, { commitment: body["commitment"]!, at, box }) }));
}

/** A holder lays his halves open once a round, for every bid in it, and each is what was sealed to his published key. */
function laidOpen(course: Course, at: Date, body: ActEntry["body"]): Course | undefined {
  const keys = course.terms.procedure?.sealed?.keys;
  const said = halvesIn(body);
  if (!keys || !said || !isRevealing(course, at) || currentRound(course)!.laidOpen.has(said.holder)) return undefined;
  if (wrongHalves(keys, said.holder, boxesIn(course), said.halves).length > 0) return undefined;
  return withRound(course, (round) => ({ ...round, laidOpen: new Map(round.laidOpen).set(said.holder, said.halves) }));
}

/** Whether a bid opened by the keys, or said not to open with them, is what both halves give. */
function isAsKeysGive(course: Course, { at, bidderNo = "", amountFen, verdict, reason, body }: ActEntry): boolean {
  const box = boxesIn(course).get(bidderNo);
  if (!box) return course.terms.procedure?.sealed?.boxesInLog === undefined;
  const given = openedByKeys(course, bidderNo, box, at);
  return given !== undefined && given.amountFen === amountFen && given.verdict === verdict && given.reason === reason && sameBody(given.body, body);
}

function scored(course: Course, bidderNo: string, body: Readonly<Record<string, string>>): Course | undefined {
  const scorer = body["scorer"];
  const points = pointsIn(course, body);
  const given = course.scores.get(bidderNo) ?? new Map<string, Readonly<Record<string, number>>>();
  const isDue = course.stage === "SCORING" && currentRound(course)!.commits.has(bidderNo);
  if (!isDue || scorer === undefined || points === undefined || given.has(scorer) || given.size >= course.terms.procedure!.weights!.scorers) return undefined;
  return { ...course, scores: new Map(course.scores).set(bidderNo, new Map(given).set(scorer, points)) };
}

/** Nobody loses time by an outage: the stage, and with it the falling price, goes on where it stood. */
function reopened(course: Course, haltedAt: Date, at: Date): Course {
  const outage = at.getTime() - haltedAt.getTime();
  const shift = (instant: Date): Date => new Date(instant.getTime() + outage);
  return { ...course, startedAt: shift(course.startedAt), endsAt: shift(course.endsAt), haltedAt: undefined };
}

function sameBody(a: Readonly<Record<string, string>>, b: Readonly<Record<string, string>>): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** Recomputes the result of a procedure in stages from its announcement and log: anyone can do this. */
export function replayStaged(announcement: Announcement, log: readonly LogEntry[]): Replay {
  let course = courseAtStart(announcement);
  let firstBadEntry: number | undefined;
  let endsAt = course.endsAt;
  for (const entry of log) {
    const next = followStaged(course, entry);
    if (!next) {
      firstBadEntry = course.sequence + 1;
      break;
    }
    course = next;
    if (course.endsAt > endsAt) endsAt = course.endsAt;
  }
  return { ...shownOf(course), endsAt, firstBadEntry };
}

/** What everybody sees: of the sealed rounds only the top price, until all is over. */
export function shownOf({ winner, top, stage, terms }: Course): { readonly winner?: string; readonly priceFen?: Fen } {
  if (winner) return { winner: winner.bidderNo, priceFen: winner.priceFen };
  const isOpen = terms.procedure?.format === "F6" && top !== undefined && top.bidderNo !== "";
  return { winner: isOpen && stage !== "OVER" ? top.bidderNo : undefined, priceFen: top?.priceFen };
}
