const MARKET_PARTICIPANTS = ["UNIVERSITY", "INSTITUTE", "ENTERPRISE", "STATE_ENTERPRISE", "INDIVIDUAL", "SERVICE_AGENCY"] as const;

/** Whether an organisation may be the other side of a trade: verified, and a participant of the market. */
export function mayBuy({ kind, state }: { readonly kind: string; readonly state: string }): boolean {
  return state === "VERIFIED" && (MARKET_PARTICIPANTS as readonly string[]).includes(kind);
}
