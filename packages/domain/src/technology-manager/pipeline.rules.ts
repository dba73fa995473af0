import type { PipelineStage } from "./mandate.schema.ts";

export type RoomStanding = {
  readonly room: "INVITED" | "OPEN" | "AGREED" | "CONCLUDED" | "CLOSED";
  readonly deal: string | null;
};

/** At which stage a matter stands (institutions and managers §2.3); null when it came to nothing. */
export function stageOf({ room, deal }: RoomStanding): PipelineStage | null {
  if (deal !== null) return stageOfDeal(deal);
  switch (room) {
    case "INVITED":
      return "PROTECT";
    case "OPEN":
      return "NEGOTIATE";
    case "AGREED":
    case "CONCLUDED":
      return "DECIDE";
    case "CLOSED":
      return null;
  }
}

export function stageOfDeal(state: string): PipelineStage | null {
  if (state === "AWARDED" || state === "CONTRACTING") return "SIGN";
  if (state === "SIGNED" || state === "SETTLING") return "DELIVER";
  return state === "SETTLED" ? "FOLLOW_UP" : null;
}

/** Whole days that a matter has stood where it stands (停留天数). */
export function ageingDays(since: Date, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - since.getTime()) / 86_400_000));
}
