import { describe, expect, it } from "vitest";
import { finalStates, step } from "../shared/machine.ts";
import { AUCTION_STATE_LABELS } from "./auction.labels.ts";
import { AUCTION_MOVES, type AuctionEvent, type AuctionState } from "./auction.machine.ts";

// Written by hand from trading §5.10; "." must refuse.
const EXPECTED = `
              open      fail   annul    openLimited  pause close  freeze resumeFree resumePause resumeLimited openNextRound waitForPriority declareResult confirm takeOut
SCHEDULED     OPEN_FREE FAILED ANNULLED .            .     .      .      .          .           .             .             .               .             .       ANNULLED
OPEN_FREE     .         .      .        OPEN_LIMITED PAUSE CLOSED FROZEN .          .           .             .             .               .             .       ANNULLED
PAUSE         .         .      .        OPEN_LIMITED .     .      FROZEN .          .           .             .             .               .             .       ANNULLED
OPEN_LIMITED  .         .      .        .            .     CLOSED FROZEN .          .           .             .             .               .             .       ANNULLED
FROZEN        .         .      ANNULLED .            .     .      .      OPEN_FREE  PAUSE       OPEN_LIMITED  .             .               .             .       ANNULLED
CLOSED        .         FAILED .        .            .     .      .      .          .           .             OPEN_FREE     PRIORITY_WAIT   RESULT        .       ANNULLED
PRIORITY_WAIT .         .      .        .            .     .      .      .          .           .             .             .               RESULT        .       ANNULLED
RESULT        .         .      ANNULLED .            .     .      .      .          .           .             .             .               .             AWARDED ANNULLED
AWARDED       .         .      ANNULLED .            .     .      .      .          .           .             .             .               .             .       ANNULLED
FAILED        .         .      .        .            .     .      .      .          .           .             .             .               .             .       .
ANNULLED      .         .      .        .            .     .      .      .          .           .             .             .               .             .       .`;

const [EVENTS = [], ...ROWS] = EXPECTED.trim().split("\n").map((line) => line.trim().split(/\s+/));
const CELLS = ROWS.flatMap(([from, ...targets]) => EVENTS.map((event, column) => ({ from, event, to: targets[column] })));
const STATES = new Set<string>(AUCTION_MOVES.flatMap(([from, , , to]) => [from, to]));

describe("T2 auction: states and events", () => {
  it.each(CELLS)("T2 auction: $from × $event → $to", ({ from, event, to }) => {
    const move = (): string => step(AUCTION_MOVES, from as AuctionState, event as AuctionEvent);
    if (to === ".") expect(move).toThrow("STATE_FORBIDS_EVENT");
    else expect(move()).toBe(to);
  });

  it("T2 auction: matrix, labels and table name the same states and events", () => {
    expect(new Set(ROWS.map(([from]) => from))).toEqual(STATES);
    expect(new Set(EVENTS)).toEqual(new Set(AUCTION_MOVES.map(([, event]) => event)));
    expect(new Set(Object.keys(AUCTION_STATE_LABELS))).toEqual(STATES);
    expect(new Set(finalStates(AUCTION_MOVES))).toEqual(new Set(["FAILED", "ANNULLED"]));
  });
});
