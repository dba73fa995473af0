export type DeskAct = "FREEZE" | "WAIT" | "RESUME" | "CONFIRM";
type Lot = { readonly state: string; readonly leaderNo: string | null; readonly reopensAt: unknown; readonly price: unknown; readonly may: { readonly freeze: boolean; readonly resume: boolean; readonly confirm: boolean } };

/** What the auctioneer may do with the lot as it stands, or waits for; null when there is nothing. */
export function deskAct({ state, leaderNo, reopensAt, price, may }: Lot): DeskAct | null {
  if (may.freeze && (state === "OPEN_FREE" || state === "OPEN_LIMITED" || state === "PAUSE")) return "FREEZE";
  if (may.resume && state === "FROZEN") return reopensAt === null ? "RESUME" : "WAIT";
  return may.confirm && state === "RESULT" && price !== null && leaderNo !== null ? "CONFIRM" : null;
}
