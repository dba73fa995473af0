import { fen } from "../../shared/money.ts";
import type { ProcedureTerms } from "../procedure-terms.schema.ts";
import type { ActEntry, Announcement, LogEntry } from "../replay.rules.ts";
import { currentRound, type Course, type Halves } from "./course.ts";
import { judgeReveal } from "./judge.ts";
import { canBeOpened, isHalfOf, KEY_HOLDERS, openBox, PART_OF, SealedBox, type KeyHolder } from "./sealed-box.ts";

export type OpeningKeys = NonNullable<NonNullable<ProcedureTerms["sealed"]>["keys"]>;
export type Boxes = ReadonlyMap<string, SealedBox>;

/** The box as its line of the log says it; undefined where the log has its hash alone, as it had before halves were checked. */
export function boxIn(body: Readonly<Record<string, string>>): SealedBox | undefined {
  const text = body["box"];
  if (!text?.startsWith("{")) return undefined;
  try {
    return SealedBox.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Whether both holders can open their halves of a box. */
export function isSealedToBoth(keys: OpeningKeys, box: SealedBox): boolean {
  return KEY_HOLDERS.every((holder) => canBeOpened(keys[PART_OF[holder]].jwk, box[PART_OF[holder]]));
}

const HALF = "half:";

export function halvesBody(holder: KeyHolder, halves: Halves): Readonly<Record<string, string>> {
  return { holder, ...Object.fromEntries(Object.entries(halves).map(([bidderNo, half]) => [`${HALF}${bidderNo}`, half])) };
}

/** Who laid which halves open, as a line of the log says it. */
export function halvesIn(body: Readonly<Record<string, string>>): { readonly holder: KeyHolder; readonly halves: Halves } | undefined {
  const holder = KEY_HOLDERS.find((one) => one === body["holder"]);
  const halves = Object.entries(body).flatMap(([name, half]) => (name.startsWith(HALF) ? [[name.slice(HALF.length), half] as const] : []));
  return holder && { holder, halves: Object.fromEntries(halves) };
}

/** The sealed bids of the running round whose half is missing, or is not what the holder's published key was given. */
export function wrongHalves(keys: OpeningKeys, holder: KeyHolder, boxes: Boxes, halves: Halves): string[] {
  const part = PART_OF[holder];
  return [...boxes].flatMap(([bidderNo, box]) => (isHalfOf(keys[part].jwk, box[part], halves[bidderNo] ?? "") ? [] : [bidderNo]));
}

/** The boxes of the running round, as far as the log has them. */
export function boxesIn(course: Course): Boxes {
  const commits = [...(currentRound(course)?.commits ?? [])];
  return new Map(commits.flatMap(([bidderNo, { box }]) => (box ? [[bidderNo, box]] : [])));
}

/** When each holder laid the halves of a round open; of rounds with sealed bids whose announcement has opening keys. */
export type Opening = { readonly round: number; readonly venueAt: Date | null; readonly notaryAt: Date | null };

export function openingsIn({ procedure }: Announcement, log: readonly LogEntry[]): Opening[] {
  if (!procedure?.sealed?.keys || !procedure.sealed.boxesInLog) return [];
  const openings: Opening[] = [];
  let round = 1;
  for (const entry of log) {
    if (!("body" in entry)) continue;
    const { kind, at, verdict, body } = entry;
    if (kind === "STAGE_ENDED") round = Number(body["round"] ?? round);
    if (kind === "COMMITTED" && verdict === "ACCEPTED" && openings.at(-1)?.round !== round) openings.push({ round, venueAt: null, notaryAt: null });
    const last = openings.at(-1); // none where a forged log lays open what nobody has sealed
    if (kind === "LAID_OPEN" && last) openings.splice(-1, 1, { ...last, [body["holder"] === "VENUE" ? "venueAt" : "notaryAt"]: at });
  }
  return openings;
}

/** What both halves give of a sealed bid, as its line in the log has to say it; undefined until both are laid open. */
export function openedByKeys(course: Course, bidderNo: string, box: SealedBox, at: Date): Pick<ActEntry, "amountFen" | "verdict" | "reason" | "body"> | undefined {
  const [one, other] = KEY_HOLDERS.map((holder) => currentRound(course)?.laidOpen.get(holder)?.[bidderNo]);
  if (one === undefined || other === undefined) return undefined;
  const opened = openBox(box, one, other);
  if (!opened) return { verdict: "REFUSED", reason: "BOX_UNREADABLE", body: { by: "KEYS" } };
  const judgement = judgeReveal(course, bidderNo, opened, at);
  const said = { amountFen: fen(opened.amountFen), body: { nonce: opened.nonce, by: "KEYS" } };
  return judgement === "ACCEPTED" ? { ...said, verdict: "ACCEPTED" } : { ...said, verdict: "REFUSED", reason: judgement };
}
