import { describe, expect, it } from "vitest";
import { finalStates, mayStep, step } from "../shared/machine.ts";
import { LISTING_STATE_LABELS } from "./listing.labels.ts";
import { LISTING_MOVES, type ListingEvent, type ListingState } from "./listing.machine.ts";

// Written by hand from trading §2.3, in two parts for width; "." must refuse.
const UNTIL_THE_PERIOD_ENDS = `
            submit returnForRework reject   accept   publish amend  suspend   resume terminate  withdraw  extend lapse
DRAFT       REVIEW .               .        .        .       .      .         .      .          .         .      .
REVIEW      .      DRAFT           REJECTED ACCEPTED .       .      .         .      .          .         .      .
REJECTED    .      .               .        .        .       .      .         .      .          .         .      .
ACCEPTED    .      .               .        .        LISTED  .      .         .      .          .         .      .
LISTED      .      .               .        .        .       LISTED SUSPENDED .      TERMINATED WITHDRAWN LISTED LAPSED
SUSPENDED   .      .               .        .        .       .      .         LISTED TERMINATED .         .      .
TERMINATED  .      .               .        .        .       .      .         .      .          .         .      .
WITHDRAWN   .      .               .        .        .       .      .         .      .          .         .      .
LAPSED      .      .               .        .        .       .      .         .      .          .         .      .
AGREE_PRICE .      .               .        .        .       .      .         .      .          .         .      .
BIDDING     .      .               .        .        .       .      .         .      .          .         .      .
AWARDED     .      .               .        .        .       .      .         .      .          .         .      .
CONTRACTING .      .               .        .        .       .      .         .      .          .         .      .
SETTLING    .      .               .        .        .       .      .         .      .          .         .      .
CERTIFIED   .      .               .        .        .       .      .         .      .          .         .      .
CLOSED      .      .               .        .        .       .      .         .      .          .         .      .
DEFAULT     .      .               .        .        .       .      .         .      .          .         .      .`;

const FROM_THE_PERIODS_END = `
            agreeWithSole agreeAsAnnounced openBidding award   failToSell annul      startContracting settle   default certify   close  offerToReserve
DRAFT       .             .                .           .       .          .          .                .        .       .         .      .
REVIEW      .             .                .           .       .          .          .                .        .       .         .      .
REJECTED    .             .                .           .       .          .          .                .        .       .         .      .
ACCEPTED    .             .                .           .       .          .          .                .        .       .         .      .
LISTED      AGREE_PRICE   AGREE_PRICE      BIDDING     .       .          .          .                .        .       .         .      .
SUSPENDED   .             .                .           .       .          .          .                .        .       .         .      .
TERMINATED  .             .                .           .       .          .          .                .        .       .         .      .
WITHDRAWN   .             .                .           .       .          .          .                .        .       .         .      .
LAPSED      .             .                .           .       .          .          .                .        .       .         .      .
AGREE_PRICE .             .                .           AWARDED LAPSED     TERMINATED .                .        .       .         .      .
BIDDING     .             .                .           AWARDED LAPSED     TERMINATED .                .        .       .         .      .
AWARDED     .             .                .           .       .          TERMINATED CONTRACTING      .        .       .         .      .
CONTRACTING .             .                .           .       .          TERMINATED .                SETTLING DEFAULT .         .      .
SETTLING    .             .                .           .       .          TERMINATED .                .        DEFAULT CERTIFIED .      .
CERTIFIED   .             .                .           .       .          TERMINATED .                .        .       .         CLOSED .
CLOSED      .             .                .           .       .          .          .                .        .       .         .      .
DEFAULT     .             .                .           .       .          .          .                .        .       .         .      AWARDED`;

type Cell = { from: ListingState; event: ListingEvent; to: string };

function cells(matrix: string): Cell[] {
  const [events = [], ...rows] = matrix.trim().split("\n").map((line) => line.trim().split(/\s+/));
  return rows.flatMap(([from, ...targets]) =>
    events.map((event, column) => ({ from: from as ListingState, event: event as ListingEvent, to: targets[column] ?? "missing" })),
  );
}

const ALL = [...cells(UNTIL_THE_PERIOD_ENDS), ...cells(FROM_THE_PERIODS_END)];
const STATES = new Set<string>(LISTING_MOVES.flatMap(([from, , , to]) => [from, to]));
const EVENTS = new Set<string>(LISTING_MOVES.map(([, event]) => event));

describe("T1 listing: states and events", () => {
  it.each(ALL)("T1 listing: $from × $event → $to", ({ from, event, to }) => {
    if (to === ".") expect(() => step(LISTING_MOVES, from, event)).toThrow("STATE_FORBIDS_EVENT");
    else expect(step(LISTING_MOVES, from, event)).toBe(to);
    expect(mayStep(LISTING_MOVES, from, event)).toBe(to !== ".");
  });

  it("T1 listing: the matrix names every state and every event", () => {
    expect(new Set(ALL.map(({ from }) => from))).toEqual(STATES);
    expect(new Set(ALL.map(({ event }) => event))).toEqual(EVENTS);
    expect(ALL).toHaveLength(STATES.size * EVENTS.size);
  });

  it("T1 listing: every state has its label and no move is written twice", () => {
    expect(new Set(Object.keys(LISTING_STATE_LABELS))).toEqual(STATES);
    expect(new Set(LISTING_MOVES.map(([from, event]) => `${from} ${event}`)).size).toBe(LISTING_MOVES.length);
  });

  it("T1 listing: only the ends of the road are final", () => {
    expect(new Set(finalStates(LISTING_MOVES))).toEqual(new Set(["REJECTED", "TERMINATED", "WITHDRAWN", "LAPSED", "CLOSED"]));
  });
});
