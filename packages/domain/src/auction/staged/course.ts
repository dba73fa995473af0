import type { Fen } from "../../shared/money.ts";
import type { Offer } from "../offer.rules.ts";
import type { Announcement } from "../replay.rules.ts";
import type { KeyHolder, SealedBox } from "./sealed-box.ts";

/** SEALED: bids are committed to · SCORING: plans are judged · REVEAL: bids are laid open · DESCENDING, BEST: §5.9. */
export type Stage = "DESCENDING" | "SEALED" | "SCORING" | "REVEAL" | "BEST" | "OVER";

/** Bidder → a holder's half of the key of the sealed bid. */
export type Halves = Readonly<Record<string, string>>;

/** One round of sealed bids: the announced ones, one among the tied (§5.6), or the one above a descending price (§5.9). */
export type SealedRound = {
  readonly no: number;
  readonly kind: "ROUND" | "TIE" | "ABOVE";
  readonly floorFen: Fen;
  readonly among?: readonly string[];
  readonly commits: ReadonlyMap<string, { readonly commitment: string; readonly at: Date; readonly box?: SealedBox | undefined }>;
  readonly laidOpen: ReadonlyMap<KeyHolder, Halves>;
  readonly reveals: ReadonlyMap<string, { readonly amountFen: Fen; readonly nonce: string }>;
};

/** A procedure in stages between two lines of its log. Everything in it follows from announcement and log alone. */
export type Course = {
  readonly terms: Announcement;
  readonly stage: Stage;
  readonly startedAt: Date;
  /** E of the stage; of the scoring none, it ends with the last score. */
  readonly endsAt: Date;
  readonly haltedAt?: Date;
  readonly rounds: readonly SealedRound[];
  /** Bidder → scorer → item → points × 100. */
  readonly scores: ReadonlyMap<string, ReadonlyMap<string, Readonly<Record<string, number>>>>;
  readonly taken?: { readonly bidderNo: string; readonly priceFen: Fen };
  /** What is shown: the top price of the rounds so far, and who has it where that is public. */
  readonly top?: { readonly bidderNo: string; readonly priceFen: Fen };
  readonly winner?: { readonly bidderNo: string; readonly priceFen: Fen };
  readonly overAt?: Date;
  readonly offer?: Offer;
  readonly lastAt: Date;
  readonly sequence: number;
};

/** Before the first line. */
export function courseAtStart(terms: Announcement): Course {
  const isFalling = terms.procedure?.format === "F6";
  return {
    terms,
    stage: isFalling ? "DESCENDING" : "SEALED",
    startedAt: terms.freeStart,
    endsAt: terms.freeEnd,
    rounds: isFalling ? [] : [emptyRound(1, "ROUND", terms.startPriceFen)],
    scores: new Map(),
    lastAt: new Date(0),
    sequence: 0,
  };
}

export function emptyRound(no: number, kind: SealedRound["kind"], floorFen: Fen, among?: readonly string[]): SealedRound {
  return { no, kind, floorFen, ...(among ? { among } : {}), commits: new Map(), laidOpen: new Map(), reveals: new Map() };
}

/** Whether sealed bids are taken or opened: until all is over nobody is told how many there are (trading §5.11). */
export const isUnderSeal = ({ rounds, overAt }: Course): boolean => rounds.length > 0 && overAt === undefined;

export const currentRound = ({ rounds }: Course): SealedRound | undefined => rounds.at(-1);

